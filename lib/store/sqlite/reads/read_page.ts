import type { MessagePage } from "../../../model/message.ts";
import type { PageSize } from "../../store.ts";
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from "../rows.ts";

/**
 * Rows read at a time. A page of the longest messages ends within the first few, so not all rows of the limit
 * are read; and no cursor is ever left open, which would keep the WAL from being checkpointed.
 */
const CHUNK_ROWS = 64;

/** `place`: what the next rows come after. */
export type PageRow = MessageRow & { bytes: number; place: number };

/** For `chats c JOIN users u`; `place` is the statement's own. */
export const PAGE_COLUMNS = `${MESSAGE_COLUMNS},
  CASE WHEN c.deleted_at IS NULL THEN octet_length(c.message) ELSE 0 END AS bytes`;

/**
 * Messages until there are no more, or the page is full; `place` is then the last one's, else `start`.
 * @param next the next rows after a place, so many at most
 */
export function readPage(
  next: (place: number, rows: number) => PageRow[],
  start: number,
  { limit, bytes }: PageSize,
): MessagePage & { place: number } {
  const page = { messages: [], more: false, place: start } as ReturnType<typeof readPage>;
  let total = 0;
  while (true) {
    // One beyond the limit tells whether there are others.
    const wanted = Math.min(CHUNK_ROWS, limit + 1 - page.messages.length);
    const rows = next(page.place, wanted);
    for (const row of rows) {
      total += row.bytes;
      if (page.messages.length === limit || (total > bytes && page.messages.length > 0)) {
        page.more = true;
        return page;
      }
      page.messages.push(toMessage(row));
      page.place = row.place;
    }
    if (rows.length < wanted) return page;
  }
}
