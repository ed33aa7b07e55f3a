import type { VNode } from "preact";
import type { Message } from "../../../../lib/model/message.ts";
import { fill } from "../../../i18n/message.ts";
import type { RoomTexts } from "../../../i18n/room_texts.ts";
import { boardPath } from "../../../shared/board/board_query.ts";
import { contained, isolated } from "../../../shared/isolated_text.ts";
import type { LogTask } from "../../../shared/log/log_tasks.ts";
import { Avatar } from "../../avatar.tsx";
import { dueState, dueText } from "../../board/due_day.ts";
import { StrokeIcon } from "../../icon.tsx";

const CIRCLE = "M20 12a8 8 0 1 1-16 0a8 8 0 0 1 16 0Z";

const ICONS = {
  todo: CIRCLE,
  doing: `${CIRCLE}M12 8v4h3.5`,
  done: `${CIRCLE}M8.5 12.5l2.5 2.5 4.5-5`,
};

interface TaskChipOptions {
  /** The message that the task was made of. */
  message: Pick<Message, "project_id" | "message">;
  task: LogTask;
  now: Date;
  texts: ChipTexts;
}

/** The texts of a chip. */
export type ChipTexts = Pick<
  RoomTexts,
  | "status_todo"
  | "status_doing"
  | "status_done"
  | "chip_task"
  | "chip_assignee"
  | "task_due_by"
  | "task_late_by"
  | "due_today"
  | "due_yesterday"
  | "tomorrow"
>;

/** The state of a message's task, in a link to its card. The title shows only if it isn't what the message begins with. */
export function taskChip({ message, task, now, texts }: TaskChipOptions): VNode {
  const { id, title, status, assignee } = task;
  const state = texts[`status_${status}`];
  const due = dueOf(task, now, texts);
  const repeats = beginsWith(message.message, title);
  const told = [
    fill(texts.chip_task, { title: isolated(title) }),
    state,
    assignee === null ? "" : fill(texts.chip_assignee, { name: assignee }),
    due?.text ?? "",
  ].filter((part) => part !== "").join(", ");
  return (
    <a
      class={`task-chip ${status}`}
      href={boardPath(message.project_id, "", id)}
      title={told}
    >
      <span class="visually-hidden">{told}</span>
      <StrokeIcon path={ICONS[status]} />
      {!repeats && <bdi class="chip-title" aria-hidden="true">{contained(title)}</bdi>}
      <span aria-hidden="true">{state}</span>
      {assignee !== null && <Avatar name={assignee} size="small" />}
      {due !== null && (
        <span class={due.late ? "late" : undefined} aria-hidden="true">{due.text}</span>
      )}
    </a>
  );
}

/** Whether a title is what `promote` makes of a text, whose first line it may cut. */
function beginsWith(text: string, title: string): boolean {
  const [line] = text.trim().split("\n");
  return title === line.trim() || title.endsWith("…") && line.startsWith(title.slice(0, -1));
}

/** The day until which a task shall be done; what is done isn't late. */
function dueOf(
  { due, status }: LogTask,
  now: Date,
  texts: ChipTexts,
): { text: string; late: boolean } | null {
  if (due === null) return null;
  const late = dueState(due, now) === "late" && status !== "done";
  const near = { today: texts.due_today, yesterday: texts.due_yesterday, tomorrow: texts.tomorrow };
  const day = dueText(due, now, near);
  return { text: fill(late ? texts.task_late_by : texts.task_due_by, { day }), late };
}
