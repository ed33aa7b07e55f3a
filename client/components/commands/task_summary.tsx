import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { contained } from "../../shared/isolated_text.ts";
import { Avatar } from "../avatar.tsx";
import { dueState, localDate, shortDay } from "../board/due_day.ts";
import type { TaskOrder } from "./task_command.ts";

interface TaskSummaryProps {
  task: TaskOrder;
  /** Whether what is missing is told, too. */
  whole: boolean;
  now: Date;
  texts: Pick<
    RoomTexts,
    | "weekdays"
    | "command_nobody"
    | "command_for"
    | "command_undated"
    | "command_due"
    | "command_past"
  >;
}

/** A task in one line: its title, for whom it is, and until when. */
export function TaskSummary(
  { task: { title, assignee, due }, whole, now, texts }: TaskSummaryProps,
) {
  return (
    <>
      <b>
        <bdi>{contained(title)}</bdi>
      </b>
      {assignee !== null && (
        <>
          {` · ${texts.command_for} `}
          <Avatar name={assignee} size="small" />
          <b>{assignee}</b>
        </>
      )}
      {due !== null && <DueDay due={due} now={now} texts={texts} />}
      {whole && (
        <span class="hint">
          {assignee === null && ` · ${texts.command_nobody}`}
          {due === null && ` · ${texts.command_undated}`}
        </span>
      )}
    </>
  );
}

function DueDay({ due, now, texts }: { due: string } & Pick<TaskSummaryProps, "now" | "texts">) {
  const weekday = texts.weekdays.split(",")[localDate(due).getDay()];
  const text = fill(texts.command_due, {
    // Within a sentence.
    weekday: document.documentElement.lang === "vi" ? weekday.toLowerCase() : weekday,
    day: shortDay(due, now),
  });
  return (
    <>
      {" · "}
      <span class="command-due">{text}</span>
      {dueState(due, now) === "late" && (
        <strong class="command-past">{` ${texts.command_past}`}</strong>
      )}
    </>
  );
}
