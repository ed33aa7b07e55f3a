import type { MessagePage } from "../../../model/message.ts";
import type { PageSize } from "../../store.ts";
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from "../rows.ts";
import { readRows } from "./read_rows.ts";

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
  size: PageSize,
): MessagePage & { place: number } {
  const page = readRows<PageRow>((last, rows) => next(last?.place ?? start, rows), size);
  return {
    messages: page.rows.map(toMessage),
    more: page.more,
    place: page.rows.at(-1)?.place ?? start,
  };
}
