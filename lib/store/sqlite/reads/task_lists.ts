import type { DatabaseSync, StatementSync } from "node:sqlite";
import {
  isDay,
  isTaskStatus,
  TASK_STATUSES,
  type TaskChangePage,
  type TaskPage,
} from "../../../model/task.ts";
import type { PageSize, TaskHistoryRequest, TaskListRequest } from "../../store.ts";
import { TASK_COLUMNS, type TaskChangeRow, type TaskRow, toTask, toTaskChange } from "../rows.ts";
import { atOneMoment } from "./one_moment.ts";
import { readRows } from "./read_rows.ts";

type ListedRow = TaskRow & { bytes: number };
type ChangeRow = TaskChangeRow & { bytes: number };

const LISTED = `SELECT ${TASK_COLUMNS}, octet_length(t.title) + octet_length(t.notes) AS bytes
  FROM tasks t`;

/** Comes before every date, as none has the year 0. */
const FIRST_DAY = "0000-00-00";

/** Reads lists of tasks, and a task's changes. A list goes on from a place in its order, whatever moved meanwhile. */
export class TaskLists {
  readonly #database: DatabaseSync;
  readonly #column: StatementSync;
  readonly #dueOnDay: StatementSync;
  readonly #dueLater: StatementSync;
  readonly #undated: StatementSync;
  readonly #visible: StatementSync;
  readonly #changes: StatementSync;
  readonly #lastChange: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#column = database.prepare(
      `${LISTED} WHERE t.project_id = ? AND t.status = ? AND t.deleted_at IS NULL AND t.position > ?
       ORDER BY t.position LIMIT ?`,
    );
    const assigned = (place: string, order: string) =>
      database.prepare(
        `${LISTED} JOIN members m ON m.project_id = t.project_id AND m.user_id = t.assignee
           JOIN projects p ON p.id = t.project_id AND p.archived_at IS NULL
         WHERE t.assignee = ? AND t.deleted_at IS NULL AND t.status <> 'done' AND ${place}
         ORDER BY ${order} LIMIT ?`,
      );
    this.#dueOnDay = assigned("t.due = ? AND t.id > ?", "t.id");
    this.#dueLater = assigned("t.due > ?", "t.due, t.id");
    this.#undated = assigned("t.due IS NULL AND t.id > ?", "t.id");
    this.#visible = database.prepare(
      `SELECT 1 FROM tasks t JOIN members m ON m.project_id = t.project_id AND m.user_id = ?
       WHERE t.id = ? AND t.deleted_at IS NULL`,
    );
    this.#changes = database.prepare(
      `SELECT c.id, c.task_id, c.change, c.from_value, c.to_value, u.username AS by, c.at,
         coalesce(octet_length(c.from_value), 0) + coalesce(octet_length(c.to_value), 0) AS bytes
       FROM task_changes c JOIN users u ON u.id = c.by
       WHERE c.task_id = ? AND c.id < ? ORDER BY c.id DESC LIMIT ?`,
    );
    this.#lastChange = database.prepare("SELECT coalesce(max(id), 0) AS id FROM task_changes");
  }

  /** By status, then position. Returns null if `next` is none of such a list. */
  ofProject(projectId: number, { status, next, size }: TaskListRequest): TaskPage | null {
    const statuses = TASK_STATUSES.filter((one) => status === null || one === status);
    const [first, position] = next?.split(".") ?? [statuses[0], "0"];
    if (!isTaskStatus(first) || !statuses.includes(first) || !/^\d+$/.test(position)) return null;
    return this.#page(
      size,
      (last, count) => {
        const from = last?.status ?? first;
        const rows: ListedRow[] = [];
        for (const each of statuses.slice(statuses.indexOf(from))) {
          const after = each === from ? last?.position ?? Number(position) : 0;
          const left = count - rows.length;
          if (left > 0) rows.push(...all(this.#column, projectId, each, after, left));
        }
        return rows;
      },
      (last) => `${last.status}.${last.position}`,
    );
  }

  /** Open tasks of a user in projects of theirs, soonest due first. Returns null if `next` is none of such a list. */
  ofAssignee(userId: number, next: string | null, size: PageSize): TaskPage | null {
    const [day, after] = next?.split(".") ?? [FIRST_DAY, "0"];
    if (!(day === "-" || day === FIRST_DAY || isDay(day)) || !/^\d+$/.test(after)) return null;
    return this.#page(
      size,
      (last, count) => {
        const due = last === null ? day === "-" ? null : day : last.due;
        const id = last?.id ?? Number(after);
        if (due === null) return all(this.#undated, userId, id, count);
        const rows = all(this.#dueOnDay, userId, due, id, count);
        if (rows.length < count) {
          rows.push(...all(this.#dueLater, userId, due, count - rows.length));
        }
        if (rows.length < count) rows.push(...all(this.#undated, userId, 0, count - rows.length));
        return rows;
      },
      (last) => `${last.due ?? "-"}.${last.id}`,
    );
  }

  /** Returns null if the user may not see the task, or it is deleted. */
  history({ taskId, userId, size, beforeId }: TaskHistoryRequest): TaskChangePage | null {
    return atOneMoment(this.#database, () => {
      if (this.#visible.get(userId, taskId) === undefined) return null;
      const { rows, more } = readRows<ChangeRow>((last, count) => {
        const before = last?.id ?? beforeId ?? Number.MAX_SAFE_INTEGER;
        return this.#changes.all(taskId, before, count) as unknown as ChangeRow[];
      }, size);
      return { changes: rows.reverse().map(toTaskChange), more };
    });
  }

  #page(
    size: PageSize,
    read: (last: ListedRow | null, count: number) => ListedRow[],
    placeOf: (last: ListedRow) => string,
  ): TaskPage {
    return atOneMoment(this.#database, () => {
      const { rows, more } = readRows(read, size);
      const page: TaskPage = {
        tasks: rows.map(toTask),
        more,
        last_change: this.#lastChange.get()!.id as number,
      };
      if (more) page.next = placeOf(rows.at(-1)!);
      return page;
    });
  }
}

function all(statement: StatementSync, ...values: (string | number)[]): ListedRow[] {
  return statement.all(...values) as unknown as ListedRow[];
}
