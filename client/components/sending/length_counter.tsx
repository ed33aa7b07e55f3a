import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { DEFAULT_LIMITS } from "../../../lib/model/limits.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { sentText } from "../../shared/sent_text.ts";

interface LengthCounterProps {
  /** The message field, inside a form. */
  field: RefObject<HTMLTextAreaElement>;
  texts: Pick<RoomTexts, "length_left" | "length_beyond" | "too_long">;
}

/** Characters left from which on they are counted. */
const COUNTED = 1_000;

/** Tells how many characters a long message has left, and beyond the limit what to do. */
export function LengthCounter({ field, texts }: LengthCounterProps) {
  const [left, setLeft] = useState(Infinity);

  useLayoutEffect(() => {
    const textarea = field.current!;
    const form = textarea.form!;
    const count = () => setLeft(DEFAULT_LIMITS.maxMessage - [...sentText(textarea.value)].length);
    // The field is emptied after the form's own handlers.
    const countLater = () => setTimeout(count);
    count();
    textarea.addEventListener("input", count);
    form.addEventListener("submit", countLater);
    form.addEventListener("keydown", countLater);
    return () => {
      textarea.removeEventListener("input", count);
      form.removeEventListener("submit", countLater);
      form.removeEventListener("keydown", countLater);
    };
  }, []);

  const beyond = left < 0;
  const count = Math.abs(left).toLocaleString(document.documentElement.lang);
  return (
    <>
      {left <= COUNTED && (
        <p class={beyond ? "length beyond" : "length"}>
          {(beyond ? texts.length_beyond : texts.length_left).replace("{count}", count)}
        </p>
      )}
      {/* Read out where it changes what to do, not at each key. */}
      <p class="visually-hidden" role="status">
        {beyond ? texts.too_long : ""}
      </p>
    </>
  );
}
