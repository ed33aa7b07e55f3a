import { useEffect, useState } from "preact/hooks";
import { isApple } from "../keys/is_apple.ts";
import { ENTER_CHOICE, type EnterChoice } from "./enter_choice.ts";
import { useChoice } from "./use_choice.ts";
import type { EnterTexts } from "../../i18n/enter_texts.ts";

const CHOICES = ["sends", "new_line"] as const satisfies readonly EnterChoice[];

/** Chooses what Enter does in this browser, with a heading whose id is `enter`. */
export function EnterSetting({ texts }: { texts: EnterTexts }) {
  const { value, choose } = useChoice(ENTER_CHOICE);
  const [said, setSaid] = useState("");
  const [key, setKey] = useState("Ctrl");

  useEffect(() => {
    if (isApple(navigator.userAgent)) setKey("⌘");
  }, []);

  return (
    <div class={value === null ? "enter-setting not-live" : "enter-setting"}>
      <div class="choices" role="group" aria-labelledby="enter">
        {CHOICES.map((choice) => (
          <button
            key={choice}
            type="button"
            class="secondary"
            aria-pressed={choice === value}
            onClick={() => setSaid(choose(choice) ? texts.choice_kept : texts.choice_not_kept)}
          >
            {texts[`enter_${choice}`]}
          </button>
        ))}
      </div>
      <p role="status">
        {texts[`enter_${value ?? "sends"}_means`].replace("{key}", key)} {said}
      </p>
    </div>
  );
}
