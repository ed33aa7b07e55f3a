import type { Message } from "../../../lib/model/message.ts";
import { chatTime } from "./chat_time.ts";
import { messageParts } from "./message_parts.ts";

interface MessageLineProps {
  message: Message;
  /** Whether the reader wrote it. */
  own: boolean;
  now: Date;
  deletedText: string;
}

/** One line of the log: `username: message - timestamp`. */
export function MessageLine({ message, own, now, deletedText }: MessageLineProps) {
  return (
    <li class={own ? "message own" : "message"} id={`message-${message.id}`}>
      <b class="author">{message.user}</b>
      {": "}
      {message.deleted ? <i class="text">{deletedText}</i> : <MessageText text={message.message} />}
      {" - "}
      <time dateTime={message.timestamp}>{chatTime(message.timestamp, now)}</time>
    </li>
  );
}

/** A message's text with its web addresses as links, and nothing else of it as markup. */
export function MessageText({ text }: { text: string }) {
  return (
    <span class="text">
      {messageParts(text).map((part, at) =>
        part.href === undefined
          ? part.text
          : <a key={at} href={part.href} target="_blank" rel="noopener noreferrer">{part.text}</a>
      )}
    </span>
  );
}
