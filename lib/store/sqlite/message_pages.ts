import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { MessagePage } from "../../model/message.ts";
import type { PageSize } from "../store.ts";
import { PAGE_COLUMNS, type PageRow, readPage } from "./page.ts";

/** Pages of a room's log. */
export class MessagePages {
  readonly #before: StatementSync;
  readonly #after: StatementSync;

  constructor(database: DatabaseSync) {
    const select = `SELECT ${PAGE_COLUMNS}, c.id AS place FROM chats c JOIN users u ON u.id = c.user
      WHERE c.room_id = ?`;
    this.#before = database.prepare(`${select} AND c.id < ? ORDER BY c.id DESC LIMIT ?`);
    this.#after = database.prepare(`${select} AND c.id > ? ORDER BY c.id LIMIT ?`);
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
      (place, rows) => statement.all(projectId, place, rows) as unknown as PageRow[],
      start,
      size,
    );
  }
}
