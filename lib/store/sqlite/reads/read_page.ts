import type { MessagePage } from "../../../model/message.ts";
import type { PageSize } from "../../store.ts";
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from "../rows.ts";

/**
 * The number of rows read at a time. A page of the longest messages ends within the first few rows, so reading up to
 * the limit would be wasteful; and no cursor stays open, which would keep the WAL from being checkpointed.
 */
const CHUNK_ROWS = 64;

/** A message row; `place`: the position after which the next rows follow. */
export type PageRow = MessageRow & { bytes: number; place: number };

/** The columns of a PageRow, for `chats c JOIN users u`; each statement adds its own `place`. */
export const PAGE_COLUMNS = `${MESSAGE_COLUMNS},
  CASE WHEN c.deleted_at IS NULL
    THEN octet_length(c.message) + coalesce(octet_length(c.activity), 0) ELSE 0 END AS bytes`;

/**
 * Reads messages until there are no more or the page is full. The `place` returned is that of the last message, or
 * `start` if there is none.
 * @param next returns the next rows after a place, at most the given number
 */
export function readPage(
  next: (place: number, rows: number) => PageRow[],
  start: number,
  { limit, bytes }: PageSize,
): MessagePage & { place: number } {
  const page = { messages: [], more: false, place: start } as ReturnType<typeof readPage>;
  let total = 0;
  while (true) {
    // One row beyond the limit shows whether there are more.
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
