import type { PaletteTexts } from "../../i18n/palette_texts.ts";
import { Modal } from "../palette/modal.tsx";
import { KEY_GROUPS } from "./keys_list.ts";

interface KeysDialogProps {
  texts: PaletteTexts;
  /** Whether `Mod` is ⌘. */
  apple: boolean;
  /** The entry in the browser's storage that turns single keys off. */
  setting: string;
  close(): void;
}

/** The keys that act, by place, and the choice to turn off those that are single characters. */
export function KeysDialog({ texts, apple, setting, close }: KeysDialogProps) {
  const named = (key: string) => key === "Mod" ? apple ? "⌘" : "Ctrl" : key;
  return (
    <Modal class="keys" label={texts.keys} onClose={close}>
      <div class="keys-head">
        <h2>{texts.keys}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={texts.keys_done}
          title={texts.keys_done}
          autofocus
          onClick={close}
        >
          <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="m6 6 12 12M18 6 6 18" />
          </svg>
        </button>
      </div>
      <div class="keys-groups">
        {KEY_GROUPS.map(({ title, keys }) => (
          <section key={title}>
            <h3>{texts[title]}</h3>
            <dl>
              {keys.map(([pressed, does]) => (
                <div key={does}>
                  <dt>
                    {pressed.map((together) => (
                      <span key={together}>
                        {together.split(" ").map((key) => <kbd key={key}>{named(key)}</kbd>)}
                      </span>
                    ))}
                  </dt>
                  <dd>{texts[does]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label class="choice">
        <input
          type="checkbox"
          defaultChecked={kept(setting) !== "off"}
          onChange={({ currentTarget }) => keep(setting, currentTarget.checked ? "on" : "off")}
        />
        <span>
          {texts.keys_single} <small class="hint">{texts.keys_single_means}</small>
        </span>
      </label>
    </Modal>
  );
}

/** Null where nothing is kept, or the browser forbids it. */
function kept(setting: string): string | null {
  try {
    return localStorage.getItem(setting);
  } catch {
    return null;
  }
}

function keep(setting: string, choice: "on" | "off"): void {
  try {
    localStorage.setItem(setting, choice);
  } catch {
    // Sites may be forbidden to store anything.
  }
}
