import type { RoomTexts } from "../../i18n/room_texts.ts";
import { chatTime } from "../chat_time.ts";
import { MessageText } from "../markup/message_text.tsx";
import type { PendingMessage } from "../sending/send_queue.ts";

interface PendingLineProps {
  message: PendingMessage;
  me: string;
  now: Date;
  texts: RoomTexts;
  onRetry(tag: string): void;
  onTakeBack(tag: string): void;
}

/** A message that is being sent, or has failed to be sent. */
export function PendingLine({ message, me, now, texts, onRetry, onTakeBack }: PendingLineProps) {
  const { tag, text, at, problem, posted } = message;
  return (
    <li class="message own pending">
      <b class="author">{me}</b>
      {": "}
      <MessageText text={text} texts={texts} />
      {" - "}
      <time dateTime={at}>{chatTime(at, now)}</time>
      {problem === null
        ? <span class="visually-hidden">({texts.sending})</span>
        : (
          <div class="problem" role="alert">
            <p>{posted ? problem : `${texts.not_sent} ${problem}`}</p>
            <button type="button" class="quiet" onClick={() => onRetry(tag)}>
              {texts.send_again}
            </button>
            <button type="button" class="quiet" onClick={() => onTakeBack(tag)}>
              {texts.edit_again}
            </button>
          </div>
        )}
    </li>
  );
}
