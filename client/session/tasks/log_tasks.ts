import type { Message } from "../../../lib/model/message.ts";
import type { LogTasks } from "../../shared/log/log_tasks.ts";
import type { TaskRequests } from "./task_requests.ts";

/** Reads the tasks that were made of messages; asks the server only where there are any, and is undefined elsewhere. */
export async function tasksOfMessages(
  requests: Pick<TaskRequests, "board">,
  projectId: number,
  messages: readonly Message[],
): Promise<LogTasks | undefined> {
  const wanted = new Set<number>();
  for (const { task_id, deleted } of messages) {
    if (task_id !== undefined && !deleted) wanted.add(task_id);
  }
  if (wanted.size === 0) return undefined;
  const { tasks, last_change } = await requests.board(projectId);
  return {
    tasks: tasks.filter(({ id }) => wanted.has(id))
      .map(({ id, title, status, assignee, due }) => ({ id, title, status, assignee, due })),
    last_change,
  };
}
