import type { DatabaseSync, StatementSync } from "node:sqlite";
import {
  TASK_STATUSES,
  type TaskChangePage,
  type TaskPage,
  type TaskStatus,
} from "../../../model/task.ts";
import type { PageSize, TaskHistoryRequest, TaskListRequest } from "../../store.ts";
import { TASK_COLUMNS, type TaskChangeRow, type TaskRow, toTask, toTaskChange } from "../rows.ts";
import { readRows } from "./read_rows.ts";

type ListedRow = TaskRow & { bytes: number };

const COLUMNS = `${TASK_COLUMNS}, octet_length(t.title) + octet_length(t.notes) AS bytes`;

/** Stands in `tasks_by_assignee` for no date, and comes after every date. */
const NO_DATE = "~";

/** Reads lists of tasks, and a task's changes. */
export class TaskLists {
  readonly #column: StatementSync;
  readonly #assigned: StatementSync;
  readonly #place: StatementSync;
  readonly #member: StatementSync;
  readonly #changes: StatementSync;

  constructor(database: DatabaseSync) {
    this.#column = database.prepare(
      `SELECT ${COLUMNS} FROM tasks t
       WHERE t.project_id = ? AND t.status = ? AND t.deleted_at IS NULL AND t.position > ?
       ORDER BY t.position LIMIT ?`,
    );
    this.#assigned = database.prepare(
      `SELECT ${COLUMNS} FROM tasks t
         JOIN members m ON m.project_id = t.project_id AND m.user_id = t.assignee
         JOIN projects p ON p.id = t.project_id AND p.archived_at IS NULL
       WHERE t.assignee = ? AND t.deleted_at IS NULL AND t.status <> 'done'
         AND (coalesce(t.due, '${NO_DATE}'), t.id) > (?, ?)
       ORDER BY coalesce(t.due, '${NO_DATE}'), t.id LIMIT ?`,
    );
    this.#place = database.prepare(
      "SELECT project_id, status, position, due, deleted_at FROM tasks WHERE id = ?",
    );
    this.#member = database.prepare("SELECT 1 FROM members WHERE project_id = ? AND user_id = ?");
    this.#changes = database.prepare(
      `SELECT c.id, c.task_id, c.change, c.from_value, c.to_value, u.username AS by, c.at
       FROM task_changes c JOIN users u ON u.id = c.by
       WHERE c.task_id = ? AND c.id < ? ORDER BY c.id DESC LIMIT ?`,
    );
  }

  /** By status, then position. Returns null if there is no task `after` in the project. */
  ofProject(projectId: number, request: TaskListRequest): TaskPage | null {
    const { status, after, size } = request;
    const start = after === null ? null : this.#placeOf(after);
    if (after !== null && start?.project_id !== projectId) return null;
    const statuses = TASK_STATUSES.filter((one) => status === null || one === status);
    let [at, position] = [0, -1];
    if (start !== null) {
      at = statuses.indexOf(start.status);
      position = start.position;
      // Where the list has only another status, nothing follows.
      if (at < 0) return { tasks: [], more: false };
    }
    return toPage(readRows<ListedRow>((last, rows) => {
      if (last !== null) [at, position] = [statuses.indexOf(last.status), last.position];
      const found: ListedRow[] = [];
      for (; at < statuses.length && found.length < rows; [at, position] = [at + 1, -1]) {
        const left = rows - found.length;
        found.push(
          ...this.#column.all(projectId, statuses[at], position, left) as unknown as ListedRow[],
        );
      }
      return found;
    }, size));
  }

  /**
   * What a user has to do in all of their projects, soonest due first. Returns null if there is no task `after` in one of
   * them.
   */
  ofAssignee(userId: number, after: number | null, size: PageSize): TaskPage | null {
    const start = after === null ? null : this.#placeOf(after);
    if (after !== null && (start === null || !this.#isMember(start.project_id, userId))) {
      return null;
    }
    return toPage(readRows<ListedRow>((last, rows) => {
      const [due, id] = last !== null
        ? [last.due ?? NO_DATE, last.id]
        : start !== null
        ? [start.due ?? NO_DATE, after!]
        : ["", 0];
      return this.#assigned.all(userId, due, id, rows) as unknown as ListedRow[];
    }, size));
  }

  /** Returns null if the user may not see the task, or it is deleted. */
  history({ taskId, userId, limit, beforeId }: TaskHistoryRequest): TaskChangePage | null {
    const task = this.#placeOf(taskId);
    if (task === null || task.deleted_at !== null || !this.#isMember(task.project_id, userId)) {
      return null;
    }
    const before = beforeId ?? Number.MAX_SAFE_INTEGER;
    const rows = this.#changes.all(taskId, before, limit + 1) as unknown as TaskChangeRow[];
    const more = rows.length > limit;
    if (more) rows.pop();
    return { changes: rows.reverse().map(toTaskChange), more };
  }

  #isMember(projectId: number, userId: number): boolean {
    return this.#member.get(projectId, userId) !== undefined;
  }

  #placeOf(taskId: number): Place | null {
    return this.#place.get(taskId) as unknown as Place | undefined ?? null;
  }
}

interface Place {
  project_id: number;
  status: TaskStatus;
  position: number;
  due: string | null;
  deleted_at: number | null;
}

function toPage({ rows, more }: { rows: ListedRow[]; more: boolean }): TaskPage {
  return { tasks: rows.map(toTask), more };
}
