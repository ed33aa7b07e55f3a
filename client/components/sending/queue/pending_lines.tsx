import type { Message } from "../../../../lib/model/message.ts";
import type { RoomTexts } from "../../../i18n/room_texts.ts";
import { follows } from "../../log/message_groups.ts";
import type { RoomState } from "../../room/room_state.ts";
import { PendingLine } from "./pending_line.tsx";
import type { PendingMessage } from "./send_queue.ts";

export interface PendingLinesProps {
  pending: readonly PendingMessage[];
  room: Pick<RoomState, "me" | "members">;
  /** The last message of the log. */
  last: Message | undefined;
  now: Date;
  texts: RoomTexts;
  onRetry(tag: string): void;
  onTakeBack(tag: string): void;
}

/** The messages that the log doesn't show yet. */
export function PendingLines(props: PendingLinesProps) {
  const { pending, room: { me, members }, last, texts } = props;
  const name = members.find(({ username }) => username === me)?.name;
  return (
    <ol class="lines" aria-live="off">
      {visible(pending, texts).map((message, at, all) => (
        <PendingLine
          {...props}
          key={message.tag}
          me={me}
          name={name}
          message={message}
          follows={follows(at > 0 ? said(all[at - 1], me) : last, said(message, me))}
        />
      ))}
    </ol>
  );
}

/** Hides what has arrived. The first that is left says so when it waits for one that isn't visible. */
function visible(pending: readonly PendingMessage[], texts: RoomTexts): PendingMessage[] {
  const shown = pending.filter(({ arrived }) => !arrived);
  const first = pending.find(({ held }) => !held);
  const next = shown.find(({ held }) => !held);
  if (!first?.arrived || first.problem === null || next === undefined) return shown;
  const problem = texts.waits_for_earlier;
  return shown.map((message) => message === next ? { ...message, problem } : message);
}

function said({ at }: PendingMessage, user: string): { user: string; timestamp: string } {
  return { user, timestamp: at };
}
