import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { chatTime } from "./chat_time.ts";
import { MessageLine, MessageText } from "./message_line.tsx";
import { NoticeLine } from "./notice_line.tsx";
import { lastMessageId, type LogEntry } from "./room_log.ts";
import type { PendingMessage } from "./send_queue.ts";

/** A reader this near to the end, in CSS pixels, wants to see what comes. */
const NEAR_END = 60;

interface RoomLogViewProps {
  log: readonly LogEntry[];
  pending: readonly PendingMessage[];
  me: string;
  now: Date;
  /** Where older messages are; null when there are none. */
  olderHref: string | null;
  texts: RoomTexts;
  onRetry(): void;
  onTakeBack(tag: string): void;
}

/** The log, oldest to newest; it follows the newest only for a reader who is at the end. */
export function RoomLogView(props: RoomLogViewProps) {
  const { log, pending, me, now, olderHref, texts } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [unseen, setUnseen] = useState(false);
  const newest = lastMessageId(log);
  const seen = useRef(newest);

  function toEnd() {
    const element = scroller.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }

  useLayoutEffect(() => {
    const element = scroller.current!;
    // The log shrinks when the composer grows or a phone's keyboard opens.
    const observer = new ResizeObserver(() => atEnd.current && toEnd());
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const hasNew = newest > seen.current;
    seen.current = newest;
    if (atEnd.current) toEnd();
    else if (hasNew) setUnseen(true);
  }, [log]);

  useLayoutEffect(() => {
    // Who writes wants to see what was written.
    if (pending.length > 0) toEnd();
  }, [pending.length]);

  useLayoutEffect(() => {
    // A line grows when it could not be sent.
    if (atEnd.current) toEnd();
  }, [pending]);

  function onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = scroller.current!;
    atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
    if (atEnd.current) setUnseen(false);
  }

  return (
    <div class="log-frame">
      <div
        class="log"
        role="log"
        aria-live="polite"
        aria-label={texts.chat_log}
        tabIndex={0}
        ref={scroller}
        onScroll={onScroll}
      >
        <div class="log-content">
          {olderHref !== null && (
            <p class="older">
              <a href={olderHref}>{texts.older_messages}</a>
            </p>
          )}
          {log.length === 0 && pending.length === 0 && <p class="empty">{texts.empty_room}</p>}
          <ol class="lines">
            {log.map((entry) =>
              entry.kind === "message"
                ? (
                  <MessageLine
                    key={`message-${entry.message.id}`}
                    message={entry.message}
                    own={entry.message.user === me}
                    now={now}
                    deletedText={texts.deleted_message}
                  />
                )
                : (
                  <NoticeLine
                    key={`notice-${entry.key}`}
                    notice={entry.notice}
                    texts={texts}
                  />
                )
            )}
          </ol>
          {pending.length > 0 && (
            <ol class="lines" aria-live="off">
              {pending.filter((message) => !message.arrived).map((message) => (
                <PendingLine key={message.tag} message={message} {...props} />
              ))}
            </ol>
          )}
        </div>
      </div>
      {unseen && (
        <button type="button" class="new-messages" onClick={toEnd}>{texts.new_messages}</button>
      )}
    </div>
  );
}

function PendingLine(
  { message, me, now, texts, onRetry, onTakeBack }: RoomLogViewProps & { message: PendingMessage },
) {
  return (
    <li class="message own pending">
      <b class="author">{me}</b>
      {": "}
      <MessageText text={message.text} />
      {" - "}
      <time dateTime={message.at}>{chatTime(message.at, now)}</time>
      {message.problem === null
        ? <span class="visually-hidden">({texts.sending})</span>
        : (
          <div class="problem" role="alert">
            <p>{texts.not_sent} {message.problem}</p>
            <button type="button" class="quiet" onClick={onRetry}>{texts.send_again}</button>
            <button type="button" class="quiet" onClick={() => onTakeBack(message.tag)}>
              {texts.edit_again}
            </button>
          </div>
        )}
    </li>
  );
}
