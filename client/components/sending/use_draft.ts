import { useEffect, useRef } from "preact/hooks";
import type { Drafts } from "./drafts.ts";
import type { RoomStorage } from "./room_storage.ts";

/**
 * The message field, whose draft survives the page.
 * @param beside whether the field leaves the focus to the rest of the page
 */
export function useDraft(storage: RoomStorage, beside = false) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** Null until the script for it is loaded, because there is a draft. */
  const drafts = useRef<Drafts | null>(null);
  const loading = useRef(false);
  const prefix = storage.key("draft");
  /** The text that is typed until then, and where it is stored: a place of its own overwrites nothing. */
  const first = useRef<{ text: string | null; key: string }>();
  const early = first.current ??= { text: null, key: `${prefix} ${Math.random()}` };

  async function load(): Promise<void> {
    if (loading.current) return;
    loading.current = true;
    try {
      const { Drafts } = await import("./drafts.ts");
      const opened = drafts.current = new Drafts(storage);
      // Text that came with the page, or was typed before, is newer than the stored draft.
      const text = early.text ?? field.current!.value;
      if (text !== "" || early.text !== null) opened.save(text);
      await opened.open(field.current!);
      storage.remove(early.key);
    } catch {
      // Retried at the next key.
      loading.current = false;
    }
  }

  /** Shows the draft that there may be. */
  function open(): void {
    if (drafts.current !== null) void drafts.current.open(field.current!);
    else if (field.current!.value !== "" || storage.keys(prefix).length > 0) void load();
  }

  function save(text: string): void {
    if (drafts.current !== null) return drafts.current.save(text);
    early.text = text;
    if (text === "") storage.remove(early.key);
    else storage.write(early.key, JSON.stringify({ text, at: Date.now() }));
    void load();
  }

  /** Leaves the draft to other pages. */
  function leave(): void {
    if (drafts.current === null) return;
    drafts.current.close();
    storage.remove(early.key);
  }

  useEffect(() => {
    open();
    const stop = new AbortController();
    const { signal } = stop;
    addEventListener("pagehide", leave, { signal });
    addEventListener("pageshow", ({ persisted }: PageTransitionEvent) => {
      if (persisted) open();
    }, { signal });
    if (
      !beside && matchMedia("(pointer: fine)").matches && document.activeElement === document.body
    ) {
      field.current!.focus();
    }
    return () => stop.abort();
  }, []);

  return { field, save };
}
