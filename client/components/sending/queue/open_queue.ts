import type { RefObject } from "preact";
import type { Message } from "../../../../lib/model/message.ts";
import type { RoomTexts } from "../../../i18n/room_texts.ts";
import { failureOf } from "../../../shared/refusal_codes.ts";
import { postForm } from "../../post_form.ts";
import { CommandGate } from "../../commands/command_gate.ts";
import type { RoomStorage } from "../room_storage.ts";
import { FieldQueue } from "./field_queue.tsx";
import { ReturnedTexts } from "./returned_texts.ts";
import type { PendingMessage, SendResult } from "./send_queue.ts";
import { BROWSER_TIMERS } from "./retry_timer.ts";
import { UnsentMessages } from "./unsent_messages.ts";

export interface QueueOptions {
  /** The URL to post messages to. */
  action: string;
  storage: RoomStorage;
  texts: RoomTexts;
  onChange(pending: readonly PendingMessage[]): void;
  /** `wanted`: the user had asked to get the text back. */
  onSent(message: Message, wanted: boolean): void;
  /** The message field, to which texts that are not sent return. */
  field: RefObject<HTMLTextAreaElement>;
  /** Called with what it holds then, and the reason if the server refused a text. */
  onBack(draft: string, problem: string | null): void;
}

/**
 * Opens the send queue of a room's page.
 * @param shown the user's own messages in the log, to resume with what an earlier page left; null for what is new alone
 */
export function openQueue(options: QueueOptions, shown: Message[] | null): FieldQueue {
  const { action, storage, texts, onChange, onSent, field, onBack } = options;
  const unsent = new UnsentMessages(storage);
  const returned = new ReturnedTexts(() => field.current!);
  let unsafe = false;
  // A request under way completes even if the page is left; waiting or failed messages that the browser could not store
  // would be lost.
  addEventListener("beforeunload", (event) => {
    if (unsafe) event.preventDefault();
  });
  const gate = new CommandGate({
    action: action.replace(/(?=\?|$)/, "/tasks"),
    field,
    storage,
    texts,
    tag: randomTag,
  });
  const queue = new FieldQueue(gate, {
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
    timers: BROWSER_TIMERS,
    random: Math.random,
    problems: {
      held: texts.unsent_long_ago,
      heldPosted: texts.maybe_sent_long_ago,
      wanted: texts.asking_before_editing,
    },
    onChange(pending) {
      unsafe = pending.some(({ stored, problem }, at) => !stored && (at > 0 || problem !== null));
      onChange(pending);
    },
    onSent,
    onBack: (text, problem) => onBack(returned.add(text), problem),
  });
  if (shown !== null) queue.restore(unsent.messages(), shown);
  addEventListener("storage", (event: StorageEvent) => {
    const tag = unsent.removedElsewhere(event);
    if (tag !== null) queue.forget(tag);
  });
  // A page suspended in the browser's history receives no storage events.
  addEventListener("pageshow", ({ persisted }: PageTransitionEvent) => {
    if (persisted) queue.retainOnly(new Set(unsent.messages().map(({ tag }) => tag)));
  });
  return queue;
}

/** A random tag. `crypto.randomUUID` is missing on plain http, except for local hosts. */
function randomTag(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36))
    .join("-");
}
