import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { MessagePage } from "../../../model/message.ts";
import type { PageSize } from "../../store.ts";
import { PAGE_COLUMNS, type PageRow, readPage } from "./read_page.ts";

/** Adds a method that Deno's types of `node:sqlite` lack. */
type ArrayStatement = StatementSync & { setReturnArrays(enabled: boolean): void };

/** The values of PAGE_COLUMNS, in order. */
type ColumnValues = [
  id: number,
  room_id: number,
  username: string,
  message: string,
  timestamp: number,
  edited_at: number | null,
  deleted_at: number | null,
  activity: string | null,
  task_id: number | null,
  bytes: number,
];

/** Reads pages of a room's log. */
export class MessagePages {
  readonly #before: StatementSync;
  readonly #after: StatementSync;

  constructor(database: DatabaseSync) {
    const select =
      `SELECT ${PAGE_COLUMNS} FROM chats c JOIN users u ON u.id = c.user WHERE c.room_id = ?`;
    this.#before = prepare(database, `${select} AND c.id < ? ORDER BY c.id DESC LIMIT ?`);
    this.#after = prepare(database, `${select} AND c.id > ? ORDER BY c.id LIMIT ?`);
  }

  before(projectId: number, beforeId: number | null, size: PageSize): MessagePage {
    const { messages, more } = this.#read(
      this.#before,
      projectId,
      beforeId ?? Number.MAX_SAFE_INTEGER,
      size,
    );
    return { messages: messages.reverse(), more };
  }

  after(projectId: number, afterId: number, size: PageSize): MessagePage {
    const { messages, more } = this.#read(this.#after, projectId, afterId, size);
    return { messages, more };
  }

  #read(statement: StatementSync, projectId: number, start: number, size: PageSize) {
    return readPage(
      (place, rows) =>
        (statement.all(projectId, place, rows) as unknown as ColumnValues[]).map(toPageRow),
      start,
      size,
    );
  }
}

/**
 * Prepares a statement that returns rows as arrays: objects take several times as long, and a page can have a thousand.
 */
function prepare(database: DatabaseSync, sql: string): StatementSync {
  const statement = database.prepare(sql);
  (statement as ArrayStatement).setReturnArrays(true);
  return statement;
}

function toPageRow(values: ColumnValues): PageRow {
  const [
    id,
    room_id,
    username,
    message,
    timestamp,
    edited_at,
    deleted_at,
    activity,
    task_id,
    bytes,
  ] = values;
  return {
    id,
    room_id,
    username,
    message,
    timestamp,
    edited_at,
    deleted_at,
    activity,
    task_id,
    bytes,
    place: id,
  };
}
