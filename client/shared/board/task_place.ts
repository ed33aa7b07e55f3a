import { isTaskStatus, type TaskStatus } from "../../../lib/model/task.ts";

/** A place on a board: before a task of a status, or at its end if `before` is null. */
export interface TaskPlace {
  status: TaskStatus;
  before: number | null;
}

/** Whether a value that comes from outside is a place. */
export function isTaskPlace(value: unknown): value is TaskPlace {
  if (typeof value !== "object" || value === null) return false;
  const { status, before } = value as Record<string, unknown>;
  return typeof status === "string" && isTaskStatus(status) &&
    (before === null || Number.isSafeInteger(before) && (before as number) > 0);
}
