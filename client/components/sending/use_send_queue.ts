import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Message } from "../../../lib/model/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { failureOf } from "../../shared/refusal_codes.ts";
import { postForm } from "../post_form.ts";
import type { RoomStorage } from "./room_storage.ts";
import { type PendingMessage, SendQueue, type SendResult } from "./send_queue.ts";
import { UnsentMessages } from "./unsent_messages.ts";

interface Options {
  /** The URL to post messages to. */
  action: string;
  storage: RoomStorage;
  texts: RoomTexts;
  /** The user's own messages that the page shows initially. */
  shown(): Message[];
  /** `wanted`: the user had asked to get the text back. */
  onSent(message: Message, wanted: boolean): void;
  /** Called to put a text back into the composer, with the reason if the server refused it. */
  onBack(text: string, problem: string | null): void;
}

/** The send queue of a room's page, resuming with what an earlier page left. */
export function useSendQueue(options: Options): {
  queue: SendQueue;
  pending: readonly PendingMessage[];
} {
  const { action, texts, shown, onSent, onBack } = options;
  const unsent = useMemo(() => new UnsentMessages(options.storage), []);
  const [pending, setPending] = useState<readonly PendingMessage[]>([]);
  const ref = useRef<SendQueue>();
  const queue = ref.current ??= new SendQueue({
    async post({ text, tag }): Promise<SendResult> {
      const fields = { message: text, tag };
      const answer = await postForm<{ message: Message }>(action, fields, texts, "message");
      if (!("error" in answer)) return answer;
      const { code, text: sentence } = answer.error;
      const failure = failureOf(code);
      if (failure === "unknown") return { failure, problem: texts.outcome_unknown };
      // Nothing has to be clicked, whatever the sentence of other forms says.
      return { failure, problem: code === "unavailable" ? texts.sent_once_saving_works : sentence };
    },
    storage: unsent,
    now: Date.now,
    tag: randomTag,
    timers: {
      set: (run, ms) => setTimeout(run, ms),
      clear: (timer) => clearTimeout(timer as number),
    },
    random: Math.random,
    problems: {
      held: texts.unsent_long_ago,
      heldPosted: texts.maybe_sent_long_ago,
      wanted: texts.asking_before_editing,
    },
    onChange: setPending,
    onSent,
    onBack,
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
