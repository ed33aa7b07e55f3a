import { useEffect, useMemo, useRef } from "preact/hooks";
import { type KeptFor, UnsentMessages } from "./unsent_messages.ts";

/** The field where messages are written: what is half-typed there outlives the page. */
export function useDraft(room: KeptFor) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** What has come back to the field, as long as it begins with it. */
  const back = useRef("");
  const kept = useMemo(() => new UnsentMessages(() => localStorage, room), []);

  useEffect(() => {
    const textarea = field.current!;
    // What came with the page, or was typed before the script ran, is newer than what was kept.
    if (textarea.value === "") textarea.value = kept.draft();
    else kept.keepDraft(textarea.value);
    if (matchMedia("(pointer: fine)").matches && document.activeElement === document.body) {
      textarea.focus();
    }
  }, []);

  return {
    field,
    kept,
    /** Puts a text that was not sent before what is half-typed, but after those that came back before it. */
    writeAgain(text: string): void {
      const textarea = field.current!;
      const lines = `${textarea.value}\n`;
      const before = lines.startsWith(back.current) ? back.current : "";
      back.current = `${before}${text}\n`;
      textarea.value = (back.current + lines.slice(before.length)).trimEnd();
      kept.keepDraft(textarea.value);
      textarea.focus();
    },
  };
}
