import { useState } from "preact/hooks";
import { isUnwritten } from "../greeting/unwritten.ts";
import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { Greeting, type GreetingData } from "../greeting/greeting.tsx";
import { LogLines } from "./log_lines.tsx";
import { firstMessageId, lastMessageId } from "../room/room_log.ts";
import type { RoomState } from "../room/room_state.ts";
import { unreadCount } from "../room/room_unread.ts";
import type { Sending } from "../sending/use_send_queue.ts";
import { useLogScroll } from "./use_log_scroll.ts";
import type { RenderedMessageActions } from "./actions/use_message_actions.ts";
import type { LogChips } from "./tasks/log_chips.ts";

interface RoomLogViewProps {
  room: RoomState;
  pending: Sending["pending"];
  PendingLines: Sending["PendingLines"];
  /** The number of messages sent from this page. */
  written: number;
  /** The message to open the log at. */
  at: number | null;
  /** A parameter of every page of the log, with the `&` behind it. */
  parameter?: string;
  names: ReadonlySet<string>;
  now: Date;
  greeting?: GreetingData;
  actions: RenderedMessageActions;
  chips: LogChips;
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
  const { room, pending, PendingLines, at, parameter = "", greeting, texts, problem } = props;
  const { log } = room;
  const { scroller, onScroll, toEnd, stay } = useLogScroll({
    log,
    pending,
    written: props.written,
    at,
    onAtEnd: props.onAtEnd,
    onNear: props.onLoad,
    onSaw: props.onSaw,
    onNewest: props.onNewest,
  });
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const unread = unreadCount(room);

  function unfold(id: number): void {
    stay();
    setUnfolded(new Set(unfolded).add(id));
    // The link is about to disappear.
    document.querySelector<HTMLElement>(`#message-${id} .message-menu`)?.focus({
      preventScroll: true,
    });
  }

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
          {isUnwritten(log.messages) && !log.older && !log.newer && pending.length === 0 && (
            greeting ? <Greeting {...greeting} /> : <p class="empty">{texts.empty_room}</p>
          )}
          <LogLines {...props} unfolded={unfolded} onUnfold={unfold} />
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
          {pending.length > 0 && PendingLines && (
            <PendingLines {...props} last={log.messages.at(-1)} />
          )}
        </div>
      </div>
      {problem !== null && <p class="log-problem problem" role="status">{problem}</p>}
      {!room.atEnd && props.actions.live && (
        <button
          type="button"
          class={unread > 0 ? "new-messages unread" : "new-messages"}
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
