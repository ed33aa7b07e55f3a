import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { isActivity, type Message } from "../../../lib/model/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { closedAs, type RoomState } from "../room/room_state.ts";
import { firstNew } from "../room/room_unread.ts";
import type { RenderedMessageActions } from "./actions/use_message_actions.ts";
import { useToolsPlace } from "./actions/use_tools_place.ts";
import { ActivityLine } from "./activity_line.tsx";
import { DayLine } from "./day_line.tsx";
import { dayName } from "./log_dates.ts";
import { LogLine } from "./log_line.tsx";
import { logPlaces } from "./message_groups.ts";
import type { LogChips } from "./tasks/log_chips.ts";

interface LogLinesProps {
  room: RoomState;
  /** The message that the log was opened at. */
  at: number | null;
  names: ReadonlySet<string>;
  now: Date;
  actions: RenderedMessageActions;
  chips: LogChips;
  /** The long messages that are shown whole. */
  unfolded: ReadonlySet<number>;
  onUnfold(id: number): void;
  texts: RoomTexts;
}

/** The messages and notices of the window with the lines between them. */
export function LogLines(props: LogLinesProps) {
  const { room, at, names, now, actions, chips, unfolded, texts } = props;
  const { messages } = room.log;
  const { place, list } = useToolsPlace(actions);
  // Days begin anew with the time zone, which `now` follows.
  const places = useMemo(() => logPlaces(messages), [messages, now]);
  const firstNewId = firstNew(room.log, room.me, room.newAfter);
  const open = closedAs(room) === null;
  const owner = room.project.owner === room.me;
  const isWritten = (message: Message) => !message.deleted && !isActivity(message);
  const mayChange = (message: Message) =>
    open && isWritten(message) && (owner || message.user === room.me);
  const last = messages.findLast(isWritten);
  const functions = { actions, place, unfold: props.onUnfold };
  const displayNames = new Map(room.members.map(({ username, name }) => [username, name]));
  const lines: ComponentChildren[] = [];
  for (const { message, startsDay, follows } of places) {
    const { id, timestamp } = message;
    if (startsDay) lines.push(<DayLine key={`day-${id}`} name={dayName(timestamp, now, texts)} />);
    if (id === firstNewId) {
      lines.push(<DayLine key="first-new" name={texts.first_unread} isNew />);
    }
    lines.push(
      isActivity(message)
        ? <ActivityLine key={id} message={message} now={now} texts={texts} />
        : (
          <LogLine
            key={id}
            message={message}
            name={displayNames.get(message.user)}
            follows={follows && id !== firstNewId}
            me={room.me}
            mayChange={mayChange(message)}
            closed={!open}
            chip={chips.draw?.(message, now)}
            tabStop={!actions.live || message === last}
            tools={actions.loaded && place.at(id)}
            open={actions.opened?.id === id ? actions.opened : null}
            found={id === at}
            unfolded={unfolded.has(id)}
            live={actions.live}
            names={names}
            now={now}
            texts={texts}
            functions={functions}
          />
        ),
    );
  }
  return <ol class="lines" ref={list}>{lines}</ol>;
}
