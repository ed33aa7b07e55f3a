import type { DatabaseSync, StatementSync } from "node:sqlite";
import { projectArchived, taskNotFound } from "../../../../model/refusals.ts";
import type { Task } from "../../../../model/task.ts";
import { TASK_COLUMNS, type TaskRow, toTask } from "../../rows.ts";

/** A task as the writes need it. */
export interface StoredTask extends TaskRow {
  assigneeId: number | null;
  deleted_at: number | null;
}

/** Looks up tasks, inside the writer's transaction. */
export class TaskRows {
  readonly #find: StatementSync;
  readonly #access: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare(
      `SELECT ${TASK_COLUMNS}, t.assignee AS assigneeId, t.deleted_at FROM tasks t WHERE t.id = ?`,
    );
    this.#access = database.prepare(
      `SELECT p.archived_at FROM members m JOIN projects p ON p.id = m.project_id
       WHERE m.project_id = ? AND m.user_id = ?`,
    );
  }

  /** Returns a task, deleted or not, or null. */
  find(id: number): StoredTask | null {
    const row = this.#find.get(id) as unknown as StoredTask | undefined;
    return row ?? null;
  }

  /** Returns a task, which must exist. */
  get(id: number): Task {
    return toTask(this.find(id)!);
  }

  /**
   * Returns a task that a user is about to change.
   * @throws {ChungError} `task_not_found`, also of a deleted one; `project_archived`
   */
  toChange(id: number, userId: number): StoredTask {
    const row = this.deletedOrNot(id, userId);
    if (row.deleted_at !== null) throw taskNotFound(id);
    return row;
  }

  /**
   * Returns a task, deleted or not, that a user is about to change.
   * @throws {ChungError} `task_not_found`, `project_archived`
   */
  deletedOrNot(id: number, userId: number): StoredTask {
    const row = this.find(id);
    const access = row === null ? undefined : this.#access.get(row.project_id, userId);
    if (row === null || access === undefined) throw taskNotFound(id);
    if (access.archived_at !== null) throw projectArchived(row.project_id);
    return row;
  }
}
