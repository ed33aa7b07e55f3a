import type { RoomTexts } from "../../../i18n/room_texts.ts";
import { chatTime } from "../../chat_time.ts";
import { MessageText } from "../../markup/message_text.tsx";
import { MessageHead } from "../../log/message_line.tsx";
import type { PendingMessage } from "./send_queue.ts";

interface PendingLineProps {
  message: PendingMessage;
  me: string;
  /** The user's display name. */
  name: string | undefined;
  /** See `MessageLine`. */
  follows: boolean;
  now: Date;
  texts: RoomTexts;
  onRetry(tag: string): void;
  onTakeBack(tag: string): void;
}

/** A message that is being sent, or has failed to be sent. */
export function PendingLine({ message, me, name, follows, now, texts, ...on }: PendingLineProps) {
  const { tag, text, at, problem, posted } = message;
  const classes = ["message own pending", follows && "follows", problem !== null && "failed"];
  return (
    <li class={classes.filter(Boolean).join(" ")}>
      <MessageHead user={me} name={name} timestamp={at} follows={follows} texts={texts} />
      <MessageText text={text} texts={texts} />
      <span class="aside">
        {" - "}
        <time dateTime={at}>{chatTime(at, now)}</time>
        {problem === null && ` (${texts.sending})`}
      </span>
      {problem !== null && (
        <div class="not-sent" role="alert">
          <p>{posted ? problem : `${texts.not_sent} ${problem}`}</p>
          <button type="button" class="quiet" onClick={() => on.onRetry(tag)}>
            {texts.send_again}
          </button>
          <button type="button" class="quiet" onClick={() => on.onTakeBack(tag)}>
            {texts.edit_again}
          </button>
        </div>
      )}
    </li>
  );
}
