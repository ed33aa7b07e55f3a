import type { PageSize } from "../../store.ts";

/**
 * The number of rows read at a time. A page of the longest texts ends within the first few rows, so reading up to the
 * limit would be wasteful; and no cursor stays open, which would keep the WAL from being checkpointed.
 */
const CHUNK_ROWS = 64;

/**
 * Reads rows until there are no more or the page is full; it has at least one row if there is one.
 * @param next returns the next rows after one (null: the first), at most the given number
 */
export function readRows<Row extends { bytes: number }>(
  next: (last: Row | null, rows: number) => Row[],
  { limit, bytes }: PageSize,
): { rows: Row[]; more: boolean } {
  const page: Row[] = [];
  let total = 0;
  while (true) {
    // One row beyond the limit shows whether there are more.
    const wanted = Math.min(CHUNK_ROWS, limit + 1 - page.length);
    const rows = next(page.at(-1) ?? null, wanted);
    for (const row of rows) {
      total += row.bytes;
      if (page.length === limit || (total > bytes && page.length > 0)) {
        return { rows: page, more: true };
      }
      page.push(row);
    }
    if (rows.length < wanted) return { rows: page, more: false };
  }
}
