import { useEffect, useMemo, useRef } from "preact/hooks";
import { UnsentMessages, type UnsentScope } from "./unsent_messages.ts";

/** The message field, whose draft survives the page. */
export function useDraft(room: UnsentScope) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** The returned texts at the start of the field, as long as it still begins with them. */
  const back = useRef("");
  const unsent = useMemo(() => new UnsentMessages(() => localStorage, room), []);

  useEffect(() => {
    const textarea = field.current!;
    // Text that came with the page, or was typed before the script ran, is newer than the stored draft.
    if (textarea.value === "") textarea.value = unsent.draft();
    else unsent.saveDraft(textarea.value);
    if (matchMedia("(pointer: fine)").matches && document.activeElement === document.body) {
      textarea.focus();
    }
  }, []);

  return {
    field,
    unsent,
    /** Puts an unsent text back before the draft, after texts that were returned earlier. */
    writeAgain(text: string): void {
      const textarea = field.current!;
      const lines = `${textarea.value}\n`;
      const before = lines.startsWith(back.current) ? back.current : "";
      back.current = `${before}${text}\n`;
      textarea.value = (back.current + lines.slice(before.length)).trimEnd();
      unsent.saveDraft(textarea.value);
      textarea.focus();
    },
  };
}
