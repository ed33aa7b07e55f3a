import { useEffect, useRef } from "preact/hooks";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { hasAttention, onAttentionChange } from "../notifications/page_attention.ts";
import { postForm } from "../post_form.ts";

const MIN_INTERVAL_MS = 1_000;

interface Options {
  /** The URL to post read marks to. */
  action: string;
  /** The server's read mark when the page was rendered. */
  lastRead: number;
  texts: RoomTexts;
  onRead(read: { message: number; unread: number }): void;
}

/** Reports read messages to the server: only forwards, only what was seen, at most once a second. */
export function useReadMark({ action, lastRead, texts, onRead }: Options) {
  const seen = useRef(0);
  const marked = useRef(lastRead);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  async function mark(): Promise<void> {
    if (timer.current !== undefined || seen.current <= marked.current || !hasAttention()) return;
    const message = seen.current;
    const pause = new Promise((over) => timer.current = setTimeout(over, MIN_INTERVAL_MS));
    const fields = { message: `${message}` };
    const answer = await postForm<{ unread: number }>(action, fields, texts, "unread");
    if (!("error" in answer)) {
      marked.current = message;
      onRead({ message, unread: answer.unread });
    }
    await pause;
    timer.current = undefined;
    // After a failure, retry at the next scroll or reconnection.
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
    /** Records the newest message on the screen. */
    saw(message: number): void {
      seen.current = Math.max(seen.current, message);
      void mark();
    },
    /** Retries a failed mark. */
    retry: () => void mark(),
  };
}
