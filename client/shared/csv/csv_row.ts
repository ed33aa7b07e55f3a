import { harmlessCell } from "./harmless_cell.ts";

/** The sign between two cells. A spreadsheet expects the semicolon where a comma stands in its numbers. */
export type Separator = "," | ";" | "\t";

/** A row of a CSV file (RFC 4180) with its CR LF, which no spreadsheet runs as a formula. */
export function csvRow(cells: readonly string[], separator: Separator = ","): string {
  return cells.map((text) => quoted(harmlessCell(text))).join(separator) + "\r\n";
}

/** Quoted for every separator, so that a reader that takes another one finds the same cells of text. */
function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
