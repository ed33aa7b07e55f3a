import { useEffect, useRef } from "preact/hooks";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { hasAttention, onAttentionChange } from "../notifications/page_attention.ts";
import { postForm } from "../post_form.ts";

const PAUSE_MS = 1_000;

interface Options {
  /** Where marks are posted. */
  action: string;
  /** The server's mark when the page was made. */
  lastRead: number;
  texts: RoomTexts;
  onRead(read: { message: number; unread: number }): void;
}

/** Tells the server how far the person has read: only forward, only what was looked at, one mark a second. */
export function useReadMark({ action, lastRead, texts, onRead }: Options) {
  const seen = useRef(0);
  const marked = useRef(lastRead);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  async function mark(): Promise<void> {
    if (timer.current !== undefined || seen.current <= marked.current || !hasAttention()) return;
    const message = seen.current;
    const pause = new Promise((over) => timer.current = setTimeout(over, PAUSE_MS));
    const answer = await postForm<{ unread: number }>(action, { message: `${message}` }, texts);
    if (!("error" in answer)) {
      marked.current = message;
      onRead({ message, unread: answer.unread });
    }
    await pause;
    timer.current = undefined;
    // After a failure the next look, or the next connection, is soon enough.
    if (!("error" in answer)) void mark();
  }

  useEffect(() => {
    const stop = onAttentionChange(() => void mark());
    return () => {
      stop();
      clearTimeout(timer.current);
    };
  }, []);

  return {
    /** The newest message on the screen. */
    saw(message: number): void {
      seen.current = Math.max(seen.current, message);
      void mark();
    },
    /** Tries again what failed. */
    retry: () => void mark(),
  };
}
