import type { Task } from "../../../lib/model/task.ts";
import { fill } from "../../i18n/message.ts";
import { StrokeIcon } from "../icon.tsx";
import { BOARD_STROKES } from "./board_icons.ts";
import { dueState, dueText } from "./due_day.ts";

interface TaskDueProps {
  task: Pick<Task, "due" | "status">;
  now: Date;
  texts: Record<
    "due_today" | "due_yesterday" | "tomorrow" | "task_due_by" | "task_late_by",
    string
  >;
}

/** The day on which a task is due, marked where that is past or today and the task isn't done. */
export function TaskDue({ task: { due, status }, now, texts }: TaskDueProps) {
  if (due === null) return null;
  const state = status === "done" ? "later" : dueState(due, now);
  const day = dueText(due, now, {
    today: texts.due_today,
    yesterday: texts.due_yesterday,
    tomorrow: texts.tomorrow,
  });
  const said = fill(state === "late" ? texts.task_late_by : texts.task_due_by, { day });
  return (
    <span class={`task-due ${state}`}>
      <StrokeIcon path={BOARD_STROKES.day} />
      <span aria-hidden="true">{day}</span>
      <span class="visually-hidden">{said}</span>
    </span>
  );
}
