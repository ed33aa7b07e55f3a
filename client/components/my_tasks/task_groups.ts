import { byDue, type OwnTask } from "../../shared/tasks/own_task.ts";
import { type DueState, dueState } from "../board/due_day.ts";

/** The tasks that are due about the same time. */
export interface TaskGroup<Task extends OwnTask> {
  due: DueState;
  tasks: Task[];
}

const ORDER: readonly DueState[] = ["late", "today", "week", "later", "none"];

/** Groups tasks by how soon they are due, as of the local day of `now`; leaves out empty groups. */
export function groupTasks<Task extends OwnTask>(
  tasks: readonly Task[],
  now: Date,
): TaskGroup<Task>[] {
  const sorted = [...tasks].sort(byDue);
  return ORDER.map((due) => ({
    due,
    tasks: sorted.filter((task) => dueState(task.due, now) === due),
  })).filter((group) => group.tasks.length > 0);
}
