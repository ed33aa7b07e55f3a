import type { Task } from "../../../lib/model/task.ts";

/** The part of a task that the message shows which it was made of. */
export type LogTask = Pick<Task, "id" | "title" | "status" | "assignee" | "due">;

/** The tasks of a log's messages, and the newest change that they reflect. */
export interface LogTasks {
  tasks: LogTask[];
  last_change: number;
}
