import { useEffect, useRef } from "preact/hooks";
import type { Drafts } from "./drafts.ts";
import type { RoomStorage } from "./room_storage.ts";

/** The message field, whose draft survives the page. */
export function useDraft(storage: RoomStorage) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** The returned texts at the start of the field, as long as it still begins with them. */
  const back = useRef("");
  /** Null until the script for it is loaded, after the page has become usable. */
  const drafts = useRef<Drafts | null>(null);
  const leaving = useRef(new AbortController());

  async function open(): Promise<void> {
    const textarea = field.current!;
    const { Drafts } = await import("./drafts.ts");
    const opened = drafts.current = new Drafts(storage);
    // Text that came with the page, or was typed before the script ran, is newer than the stored draft.
    if (textarea.value !== "") opened.save(textarea.value);
    const { signal } = leaving.current;
    addEventListener("pagehide", () => opened.close(), { signal });
    addEventListener("pageshow", ({ persisted }: PageTransitionEvent) => {
      if (persisted) void opened.open(textarea);
    }, { signal });
    await opened.open(textarea);
  }

  function save(text: string): void {
    drafts.current?.save(text);
  }

  useEffect(() => {
    // If loading fails, the draft lasts as long as the page.
    open().catch(() => {});
    if (matchMedia("(pointer: fine)").matches && document.activeElement === document.body) {
      field.current!.focus();
    }
    return () => leaving.current.abort();
  }, []);

  return {
    field,
    save,
    /** Puts an unsent text back before the draft, after texts that were returned earlier. */
    writeAgain(text: string): void {
      const textarea = field.current!;
      const lines = `${textarea.value}\n`;
      const before = lines.startsWith(back.current) ? back.current : "";
      back.current = `${before}${text}\n`;
      textarea.value = (back.current + lines.slice(before.length)).trimEnd();
      save(textarea.value);
      textarea.focus();
    },
  };
}
