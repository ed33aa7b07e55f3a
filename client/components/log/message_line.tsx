import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { Message } from "../../../lib/model/message.ts";
import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { contained } from "../../shared/isolated_text.ts";
import { chatTime } from "../chat_time.ts";
import { messageParts } from "./message_parts.ts";

interface MessageLineProps {
  message: Message;
  /** Whether the reader is the author. */
  own: boolean;
  now: Date;
  deletedText: string;
  /** Labels for edited messages. */
  texts?: Pick<RoomTexts, "edited" | "edited_at">;
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
            : <MessageText text={message.message} names={names} me={me} />}
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

interface MessageTextProps {
  text: string;
  names?: ReadonlySet<string>;
  me?: string;
}

/** Renders a message's text, with links and mentions marked; everything else stays plain text. */
export function MessageText({ text, names, me }: MessageTextProps) {
  const own = me?.toLowerCase();
  // Preact skips the comparison when it gets the same element again.
  return useMemo(() => (
    <span class="text" dir="auto">
      {messageParts(contained(text), names).map(({ text, href, host, mention }, at) => {
        if (href !== undefined) {
          return (
            <a key={at} href={href} target="_blank" rel="noopener noreferrer">
              {text}
              {host !== undefined && <span class="link-host">{` (${host})`}</span>}
            </a>
          );
        }
        if (mention === undefined) return text;
        return <b key={at} class={mention === own ? "mention mention-me" : "mention"}>{text}</b>;
      })}
    </span>
  ), [text, names, own]);
}
