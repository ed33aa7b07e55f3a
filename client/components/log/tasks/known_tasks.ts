import { isTaskStatus, type TaskActivity } from "../../../../lib/model/task.ts";
import type { LogTask, LogTasks } from "../../../shared/log/log_tasks.ts";

/** Tasks by their id, each with the number of the newest change that it reflects. */
export type KnownTasks = ReadonlyMap<number, { task: LogTask; change: number }>;

/** Adds tasks as they were read; what is known of later changes stays. */
export function withTasks(known: KnownTasks, { tasks, last_change }: LogTasks): KnownTasks {
  const all = new Map(known);
  for (const task of tasks) {
    const before = known.get(task.id);
    if (before === undefined || before.change < last_change) {
      all.set(task.id, { task, change: last_change });
    }
  }
  return all;
}

/**
 * Applies what a line of activity tells, as each change that shows has one, and all lines of a lost connection come
 * again. Returns the same tasks where it tells nothing new. A deleted task stays known, because it may be restored.
 */
export function withLine(known: KnownTasks, { id, title, change }: TaskActivity): KnownTasks {
  const before = known.get(id);
  if (before === undefined) {
    if (change.change !== "new") return known;
    const task: LogTask = { id, title, status: "todo", assignee: null, due: null };
    return new Map(known).set(id, { task, change: change.id });
  }
  if (change.id <= before.change) return known;
  const task = { ...before.task, title, ...changed(change) };
  return new Map(known).set(id, { task, change: change.id });
}

function changed({ change, to }: TaskActivity["change"]): Partial<LogTask> {
  switch (change) {
    case "status":
      return to !== null && isTaskStatus(to) ? { status: to } : {};
    case "assign":
      return { assignee: to };
    case "due":
      return { due: to };
    default:
      return {};
  }
}
