import type { ComponentChildren } from "preact";
import type { Message } from "../../../lib/model/message.ts";
import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { chatTime } from "../chat_time.ts";
import { MessageText } from "../markup/message_text.tsx";

interface MessageLineProps {
  message: Message;
  /** Whether the reader is the author. */
  own: boolean;
  now: Date;
  deletedText: string;
  /** Labels for edited messages, and to copy code. */
  texts?: Pick<RoomTexts, "edited" | "edited_at" | "copy_code" | "code_copied">;
  /** Names in lower case whose mentions are marked; the reader's own stand out more. */
  names?: ReadonlySet<string>;
  me?: string;
  /** Whether the page was opened at this message. */
  found?: boolean;
  /** Replaces the text. */
  form?: ComponentChildren;
  /** Appended to the line. */
  children?: ComponentChildren;
}

/** One line of the log: `username: message - timestamp`. */
export function MessageLine(props: MessageLineProps) {
  const { message, own, now, deletedText, texts, names, me, found, form, children } = props;
  const classes = ["message", own && "own", found && "found", children && "has-menu"];
  return (
    <li
      class={classes.filter(Boolean).join(" ")}
      id={`message-${message.id}`}
      tabIndex={found ? -1 : undefined}
    >
      <b class="author">{message.user}</b>
      {": "}
      {form ?? (
        <>
          {message.deleted
            ? <i class="text">{deletedText}</i>
            : <MessageText text={message.message} names={names} me={me} texts={texts} />}
          {" - "}
          <time dateTime={message.timestamp}>{chatTime(message.timestamp, now)}</time>
        </>
      )}
      {texts !== undefined && message.edited_at !== undefined && !message.deleted && !form && (
        <>
          {" "}
          <span
            class="edited"
            title={fill(texts.edited_at, { time: chatTime(message.edited_at, now) })}
          >
            ({texts.edited})
          </span>
        </>
      )}
      {children}
    </li>
  );
}
