import type { TaskStatus } from "../../../../lib/model/task.ts";
import { folded } from "./folded.ts";

/** The names of lists and states that say what is to be done, as `folded` has them. */
const NAMES: Record<TaskStatus, readonly string[]> = {
  todo: [
    ...["todo", "to do", "to do list", "backlog", "new", "open", "not started", "inbox", "planned"],
    ...[
      "can lam",
      "chua lam",
      "viec can lam",
      "moi",
      "chua bat dau",
      "ke hoach",
      "cho",
      "false",
      "0",
    ],
    ...["no", "ready"],
  ],
  doing: [
    ...[
      "doing",
      "in progress",
      "in process",
      "started",
      "wip",
      "working on it",
      "ongoing",
      "active",
    ],
    ...["review", "in review", "testing", "dang lam", "dang thuc hien", "dang tien hanh"],
    ...["dang xu ly", "dang kiem tra"],
  ],
  done: [
    ...["done", "complete", "completed", "finished", "closed", "resolved", "xong", "da xong"],
    ...["hoan thanh", "da hoan thanh", "hoan tat", "true", "1", "yes", "x", "co"],
  ],
};

const STATUSES = new Map(
  Object.entries(NAMES).flatMap(([status, names]) =>
    names.map((name) => [name, status as TaskStatus] as const)
  ),
);

/** The status that a list's name stands for; null if it says nothing. */
export function statusOf(name: string): TaskStatus | null {
  return STATUSES.get(folded(name)) ?? null;
}

/** Whether a cell says that something is so. */
export function isSo(cell: string): boolean {
  return statusOf(cell) === "done";
}
