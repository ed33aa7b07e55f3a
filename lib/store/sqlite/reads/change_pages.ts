import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { ChangePage, PageSize } from "../../store.ts";
import { PAGE_COLUMNS, type PageRow, readPage } from "./read_page.ts";

/** Reads pages of the edited and deleted messages of a room, in the order of each one's latest change. */
export class ChangePages {
  readonly #after: StatementSync;
  readonly #last: StatementSync;

  constructor(database: DatabaseSync) {
    this.#after = database.prepare(
      `SELECT ${PAGE_COLUMNS}, change.id AS place
       FROM message_changes change JOIN chats c ON c.id = change.message_id JOIN users u ON u.id = c.user
       WHERE change.room_id = ? AND change.message_id <= ? AND change.id > ?
       ORDER BY change.id LIMIT ?`,
    );
    this.#last = database.prepare(
      "SELECT coalesce(max(id), 0) AS id FROM message_changes WHERE room_id = ?",
    );
  }

  /** Must be called inside `atOneMoment`: a change made between its statements would be skipped. */
  after(projectId: number, afterChange: number, throughId: number, size: PageSize): ChangePage {
    const { messages, more, place } = readPage(
      (place, rows) => this.#after.all(projectId, throughId, place, rows) as unknown as PageRow[],
      afterChange,
      size,
    );
    return { messages, more, lastChange: more ? place : this.last(projectId) };
  }

  last(projectId: number): number {
    return this.#last.get(projectId)!.id as number;
  }
}
