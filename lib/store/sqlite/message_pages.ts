import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { MessagePage } from "../../model/message.ts";
import type { PageSize } from "../store.ts";
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from "./rows.ts";

/**
 * Rows read at a time. A page of the longest messages ends within the first few, so not all rows of the limit
 * are read; and no cursor is ever left open, which would keep the WAL from being checkpointed.
 */
const CHUNK_ROWS = 64;

type PageRow = MessageRow & { bytes: number };

/** Pages of a room's log. */
export class MessagePages {
  readonly #before: StatementSync;
  readonly #after: StatementSync;

  constructor(database: DatabaseSync) {
    const columns = `${MESSAGE_COLUMNS},
      CASE WHEN c.deleted_at IS NULL THEN octet_length(c.message) ELSE 0 END AS bytes`;
    const from = "chats c JOIN users u ON u.id = c.user";
    this.#before = database.prepare(
      `SELECT ${columns} FROM ${from} WHERE c.room_id = ? AND c.id < ? ORDER BY c.id DESC LIMIT ?`,
    );
    this.#after = database.prepare(
      `SELECT ${columns} FROM ${from} WHERE c.room_id = ? AND c.id > ? ORDER BY c.id LIMIT ?`,
    );
  }

  before(projectId: number, beforeId: number | null, size: PageSize): MessagePage {
    const page = read(this.#before, projectId, beforeId ?? Number.MAX_SAFE_INTEGER, size);
    page.messages.reverse();
    return page;
  }

  after(projectId: number, afterId: number, size: PageSize): MessagePage {
    return read(this.#after, projectId, afterId, size);
  }
}

function read(
  statement: StatementSync,
  projectId: number,
  startId: number,
  { limit, bytes }: PageSize,
): MessagePage {
  const page: MessagePage = { messages: [], more: false };
  let cursor = startId;
  let total = 0;
  while (true) {
    // One beyond the limit tells whether there are others.
    const wanted = Math.min(CHUNK_ROWS, limit + 1 - page.messages.length);
    const rows = statement.all(projectId, cursor, wanted) as unknown as PageRow[];
    for (const row of rows) {
      total += row.bytes;
      if (page.messages.length === limit || (total > bytes && page.messages.length > 0)) {
        page.more = true;
        return page;
      }
      page.messages.push(toMessage(row));
      cursor = row.id;
    }
    if (rows.length < wanted) return page;
  }
}
