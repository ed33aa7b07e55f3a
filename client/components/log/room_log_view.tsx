import type { ComponentChildren } from "preact";
import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { LogLine } from "./log_line.tsx";
import { NoticeLine } from "./notice_line.tsx";
import { PendingLine } from "./pending_line.tsx";
import { firstMessageId, lastMessageId, type LogEntry } from "../room/room_log.ts";
import { closedAs, type RoomState } from "../room/room_state.ts";
import { firstNew, unreadCount } from "../room/room_unread.ts";
import type { PendingMessage } from "../sending/send_queue.ts";
import { useLogScroll } from "./use_log_scroll.ts";
import type { RenderedMessageActions } from "./use_message_actions.ts";

interface RoomLogViewProps {
  room: RoomState;
  pending: readonly PendingMessage[];
  /** The number of messages sent from this page. */
  written: number;
  /** The message to open the log at. */
  at: number | null;
  /** A parameter of every page of the log, with the `&` behind it. */
  parameter?: string;
  names: ReadonlySet<string>;
  now: Date;
  actions: RenderedMessageActions;
  texts: RoomTexts;
  /** The sentence shown when older or newer messages can't be loaded. */
  problem: string | null;
  onRetry(tag: string): void;
  onTakeBack(tag: string): void;
  onAtEnd(atEnd: boolean): void;
  onSaw(message: number): void;
  /** Loads messages outside the window; `asked` when the user pressed a button. */
  onLoad(direction: "older" | "newer", asked?: boolean): void;
  onNewest(): void;
}

/** The log, oldest first. It follows new messages only while the reader is at its end. */
export function RoomLogView(props: RoomLogViewProps) {
  const { room, pending, at, parameter = "", texts, problem } = props;
  const { log } = room;
  const { scroller, onScroll, toEnd } = useLogScroll({
    log,
    pending,
    written: props.written,
    at,
    onAtEnd: props.onAtEnd,
    onNear: props.onLoad,
    onSaw: props.onSaw,
    onNewest: props.onNewest,
  });
  const unread = unreadCount(room);

  return (
    <div class="log-frame">
      <div
        class="log"
        role="log"
        // Older pages are not announced as new messages.
        aria-live={room.atEnd ? "polite" : "off"}
        aria-label={texts.chat_log}
        tabIndex={0}
        ref={scroller}
        onScroll={onScroll}
      >
        <div class="log-content">
          {log.older && (
            <p class="older">
              <a
                href={`/projects/${room.project.id}?${parameter}before=${firstMessageId(log)}`}
                onClick={(event) => {
                  event.preventDefault();
                  props.onLoad("older", true);
                }}
              >
                {texts.older_messages}
              </a>
            </p>
          )}
          {log.entries.length === 0 && pending.length === 0 && (
            <p class="empty">{texts.empty_room}</p>
          )}
          <ol class="lines">{lines(props)}</ol>
          {log.newer && (
            // With script, pages load while scrolling.
            <noscript>
              <p class="older">
                <a href={`/projects/${room.project.id}?${parameter}after=${lastMessageId(log)}`}>
                  {texts.newer_messages}
                </a>
              </p>
            </noscript>
          )}
          {pending.length > 0 && (
            <ol class="lines" aria-live="off">
              {visible(pending, texts).map((message) => (
                <PendingLine key={message.tag} message={message} me={room.me} {...props} />
              ))}
            </ol>
          )}
        </div>
      </div>
      {problem !== null && <p class="log-problem problem" role="status">{problem}</p>}
      {!room.atEnd && props.actions.live && (
        <button
          type="button"
          class="new-messages"
          onClick={() => {
            toEnd();
            // The button is about to disappear; keep the focus in the log.
            scroller.current!.focus({ preventScroll: true });
          }}
        >
          {unread > 0 ? fill(texts.new_messages, { count: unread }) : texts.to_newest}
        </button>
      )}
    </div>
  );
}

/** The pending messages that the log doesn't show yet. The first says so when it waits for one that isn't visible. */
function visible(pending: readonly PendingMessage[], texts: RoomTexts): PendingMessage[] {
  const shown = pending.filter(({ arrived }) => !arrived);
  const first = pending.find(({ held }) => !held);
  const next = shown.find(({ held }) => !held);
  if (!first?.arrived || first.problem === null || next === undefined) return shown;
  const problem = texts.waits_for_earlier;
  return shown.map((message) => message === next ? { ...message, problem } : message);
}

function lines(props: RoomLogViewProps): ComponentChildren {
  const { room, actions, texts, at, names, now } = props;
  const firstNewId = firstNew(room.log, room.me, room.newAfter);
  const owner = room.project.owner === room.me;
  const open = closedAs(room) === null;
  const mayChange = (entry: LogEntry) =>
    open && entry.kind === "message" && !entry.message.deleted &&
    entry.message.notice === undefined &&
    (owner || entry.message.user === room.me);
  const last = room.log.entries.findLast(mayChange);
  return room.log.entries.flatMap((entry) => {
    if (entry.kind === "notice") {
      return [<NoticeLine key={`notice-${entry.key}`} notice={entry.notice} texts={texts} />];
    }
    const { message } = entry;
    // The events of the same change make a line of their own.
    if (message.notice !== undefined) return [];
    const { id } = message;
    const line = (
      <LogLine
        key={`message-${id}`}
        message={message}
        me={room.me}
        mayChange={mayChange(entry)}
        tabStop={!actions.live || entry === last}
        open={actions.opened?.id === id ? actions.opened : null}
        found={id === at}
        live={actions.live}
        names={names}
        now={now}
        texts={texts}
        actions={actions}
      />
    );
    if (id !== firstNewId) return [line];
    return [
      <li key="first-new" class="first-new">
        <div role="separator" aria-label={texts.first_unread}>{texts.first_unread}</div>
      </li>,
      line,
    ];
  });
}
