import type { Task } from "../../../lib/model/task.ts";
import type { TaskCount } from "./task_count.ts";

/** An open task of the person's as their list shows it. */
export type OwnTask = Pick<Task, "id" | "project_id" | "title" | "status" | "due">;

/** The first of a person's open tasks, soonest due first, then without a date. */
export interface OwnTaskList {
  tasks: OwnTask[];
  /** The names of their projects by id. */
  projects: Record<number, string>;
  /** All of the person's tasks, counted. */
  count: TaskCount;
}

/** The order of the list. */
export function byDue(one: OwnTask, other: OwnTask): number {
  if (one.due === other.due) return one.id - other.id;
  if (one.due === null || other.due === null) return one.due === null ? 1 : -1;
  return one.due < other.due ? -1 : 1;
}
