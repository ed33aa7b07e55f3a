import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Message } from "../../../lib/model/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { UnsentMessages } from "./unsent_messages.ts";
import { postForm } from "../post_form.ts";
import { isFinalRefusal } from "../../shared/refusal_codes.ts";
import { type PendingMessage, SendQueue } from "./send_queue.ts";

interface Options {
  /** Where messages are posted. */
  action: string;
  kept: UnsentMessages;
  texts: RoomTexts;
  /** The person's own messages that the page shows at first. */
  shown(): Message[];
  onSent(message: Message): void;
  onRefused(text: string, problem: string): void;
}

/** The queue of one room's page, going on with what was left by an earlier one. */
export function useSendQueue(options: Options): {
  queue: SendQueue;
  pending: readonly PendingMessage[];
} {
  const { action, kept, texts, shown, onSent, onRefused } = options;
  const [pending, setPending] = useState<readonly PendingMessage[]>([]);
  const ref = useRef<SendQueue>();
  const queue = ref.current ??= new SendQueue({
    async post({ text, tag }) {
      const answer = await postForm<{ message: Message }>(action, { message: text, tag }, texts);
      return "error" in answer ? { ...answer, refused: isFinalRefusal(answer.error.code) } : answer;
    },
    kept,
    now: Date.now,
    tag: randomTag,
    heldProblem: texts.unsent_long_ago,
    onChange: setPending,
    onSent,
    onRefused,
  });

  useEffect(() => {
    queue.restore(kept.messages(), shown());
    const elsewhere = (event: StorageEvent) => {
      const tag = kept.removedElsewhere(event);
      if (tag !== null) queue.forget(tag);
    };
    // A page that sleeps in the browser's history hears of nothing.
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) queue.keepOnly(new Set(kept.messages().map(({ tag }) => tag)));
    };
    addEventListener("storage", elsewhere);
    addEventListener("pageshow", comeBack);
    return () => {
      removeEventListener("storage", elsewhere);
      removeEventListener("pageshow", comeBack);
    };
  }, []);

  // What is on its way arrives all the same; what the browser doesn't keep, and waits or failed, would be lost.
  const unsafe = pending.some(({ kept, problem }, at) => !kept && (at > 0 || problem !== null));
  useLayoutEffect(() => {
    if (!unsafe) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [unsafe]);

  return { queue, pending };
}

/** A tag of the protocol; `crypto.randomUUID` is not there on plain http but for local names. */
function randomTag(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36))
    .join("-");
}
