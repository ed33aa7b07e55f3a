import type { TaskStatus } from "../../../lib/model/task.ts";
import type { OwnTask } from "../../shared/tasks/own_task.ts";

/** The place of a task before it was finished. */
export interface FormerPlace {
  status: TaskStatus;
  /** The task before which it was; null at the end of its column. */
  before: number | null;
}

/** A task of the list; one that was finished here stays until the page is left, so that it can be taken back. */
export interface ShownTask extends OwnTask {
  finished?: FormerPlace;
}
