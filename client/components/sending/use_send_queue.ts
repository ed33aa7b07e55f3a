import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Message } from "../../../lib/model/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { UnsentMessages } from "./unsent_messages.ts";
import { postForm } from "../post_form.ts";
import { isFinalRefusal } from "../../shared/refusal_codes.ts";
import { type PendingMessage, SendQueue } from "./send_queue.ts";

interface Options {
  /** The URL to post messages to. */
  action: string;
  unsent: UnsentMessages;
  texts: RoomTexts;
  /** The user's own messages that the page shows initially. */
  shown(): Message[];
  onSent(message: Message): void;
  onRefused(text: string, problem: string): void;
}

/** The send queue of a room's page, resuming with what an earlier page left. */
export function useSendQueue(options: Options): {
  queue: SendQueue;
  pending: readonly PendingMessage[];
} {
  const { action, unsent, texts, shown, onSent, onRefused } = options;
  const [pending, setPending] = useState<readonly PendingMessage[]>([]);
  const ref = useRef<SendQueue>();
  const queue = ref.current ??= new SendQueue({
    async post({ text, tag }) {
      const answer = await postForm<{ message: Message }>(action, { message: text, tag }, texts);
      return "error" in answer ? { ...answer, refused: isFinalRefusal(answer.error.code) } : answer;
    },
    storage: unsent,
    now: Date.now,
    tag: randomTag,
    heldProblem: texts.unsent_long_ago,
    onChange: setPending,
    onSent,
    onRefused,
  });

  useEffect(() => {
    queue.restore(unsent.messages(), shown());
    const elsewhere = (event: StorageEvent) => {
      const tag = unsent.removedElsewhere(event);
      if (tag !== null) queue.forget(tag);
    };
    // A page suspended in the browser's history receives no storage events.
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) queue.retainOnly(new Set(unsent.messages().map(({ tag }) => tag)));
    };
    addEventListener("storage", elsewhere);
    addEventListener("pageshow", comeBack);
    return () => {
      removeEventListener("storage", elsewhere);
      removeEventListener("pageshow", comeBack);
    };
  }, []);

  // A request under way completes even if the page is left; waiting or failed messages that the browser could not store
  // would be lost.
  const unsafe = pending.some(({ stored, problem }, at) => !stored && (at > 0 || problem !== null));
  useLayoutEffect(() => {
    if (!unsafe) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [unsafe]);

  return { queue, pending };
}

/** A random tag. `crypto.randomUUID` is missing on plain http, except for local hosts. */
function randomTag(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36))
    .join("-");
}
