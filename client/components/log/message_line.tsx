import type { ComponentChildren } from "preact";
import type { Message } from "../../../lib/model/message.ts";
import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { Avatar } from "../avatar.tsx";
import { chatTime, clockTime } from "../chat_time.ts";
import { fullTime } from "./log_dates.ts";
import { MessageText } from "../markup/message_text.tsx";

interface MessageLineProps {
  message: Message;
  /** The author's display name. */
  name?: string;
  /** Whether the reader is the author. */
  own: boolean;
  /** Whether it goes on with what the same person said right before; see `logPlaces`. */
  follows?: boolean;
  now: Date;
  texts: RoomTexts;
  /** Names in lower case whose mentions are marked; the reader's own stand out more. */
  names?: ReadonlySet<string>;
  me?: string;
  /** Whether the page was opened at this message. */
  found?: boolean;
  /** Shows only the beginning; the link shows all, in place if `onOpen` is given. */
  fold?: { href: string; onOpen?(): void };
  /** Replaces the text. */
  form?: ComponentChildren;
  /** Appended to the line. */
  children?: ComponentChildren;
}

/**
 * One line of the log: `username: message - timestamp`. That is what is read out, selected and copied, whatever of it
 * is drawn elsewhere or not at all.
 */
export function MessageLine(props: MessageLineProps) {
  const { message, name, own, follows, now, texts, names, me, found, fold, form, children } = props;
  const { id, user, timestamp } = message;
  const classes = [
    "message",
    follows && "follows",
    own && "own",
    found && "found",
    fold && !form && "folded",
  ];
  const time = chatTime(timestamp, now);
  return (
    <li
      class={classes.filter(Boolean).join(" ")}
      id={`message-${id}`}
      tabIndex={found ? -1 : undefined}
    >
      <MessageHead user={user} name={name} timestamp={timestamp} follows={follows} texts={texts} />
      {form ?? (
        <>
          {message.deleted
            ? <i class="text">{texts.deleted_message}</i>
            : <MessageText text={message.message} names={names} me={me} texts={texts} />}
          <span class="aside">
            {" - "}
            <time dateTime={timestamp}>{time}</time>
          </span>
        </>
      )}
      {message.edited_at !== undefined && !message.deleted && !form && (
        <>
          {" "}
          <span
            class="edited"
            title={fill(texts.edited_at, { time: fullTime(message.edited_at, texts) })}
          >
            ({texts.edited})
          </span>
        </>
      )}
      {fold && !form && (
        <a
          class="unfold"
          href={fold.href}
          onClick={(event) => {
            if (fold.onOpen === undefined) return;
            event.preventDefault();
            fold.onOpen();
          }}
        >
          {texts.show_all}
        </a>
      )}
      {children}
    </li>
  );
}

/** Follows the name in what is read out and copied; a formatter would trim it in the markup. */
const AFTER_NAME = ": ";

interface MessageHeadProps {
  user: string;
  /** The user's display name: drawn, but not part of what is read out and copied. */
  name: string | undefined;
  timestamp: string;
  follows: boolean | undefined;
  texts: RoomTexts;
}

/** The beginning of a line: face, name and time, or, where a line follows, just a time that shows on hover. */
export function MessageHead({ user, name, timestamp, follows, texts }: MessageHeadProps) {
  return (
    <>
      {!follows && <Avatar name={user} size="medium" />}
      <b class="author" data-name={follows ? undefined : name}>{user}</b>
      <span
        class="at"
        aria-hidden="true"
        title={fullTime(timestamp, texts)}
        data-time={clockTime(timestamp)}
      />
      <span class="aside">{AFTER_NAME}</span>
    </>
  );
}
