import { useEffect, useMemo, useRef } from "preact/hooks";
import { type KeptFor, UnsentMessages } from "./unsent_messages.ts";

/** The message field, whose draft survives the page. */
export function useDraft(room: KeptFor) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** The returned texts at the start of the field, as long as it still begins with them. */
  const back = useRef("");
  const kept = useMemo(() => new UnsentMessages(() => localStorage, room), []);

  useEffect(() => {
    const textarea = field.current!;
    // Text that came with the page, or was typed before the script ran, is newer than the stored draft.
    if (textarea.value === "") textarea.value = kept.draft();
    else kept.keepDraft(textarea.value);
    if (matchMedia("(pointer: fine)").matches && document.activeElement === document.body) {
      textarea.focus();
    }
  }, []);

  return {
    field,
    kept,
    /** Puts an unsent text back before the draft, after texts that were returned earlier. */
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
