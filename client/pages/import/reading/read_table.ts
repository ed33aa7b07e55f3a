import type { Separator } from "../../../shared/csv/csv_row.ts";
import { cellText } from "../../../shared/csv/harmless_cell.ts";
import { OpenQuote, parseCsv } from "../../../shared/csv/parse_csv.ts";
import { type TakenColumns, takenColumns, type TakenField } from "./columns.ts";
import { decodeFile, type Encoding } from "./decode_file.ts";

/** The most tasks of one import. */
export const MOST_ROWS = 5_000;

/** The most columns of which the names are looked at, and characters of a name. */
const MOST_COLUMNS = 1_000;
const LONGEST_NAME = 200;

/** Characters of a cell that can matter, where its text isn't taken as it is: reading more takes long. */
const LONGEST: Partial<Record<TakenField, number>> = {
  ...{ status: 200, done: 50, assignee: 1_000, due: 100, archived: 50 },
};

/** A row: the cells of the columns that are taken. */
export type TableRow = Partial<Record<TakenField, string>> & { line: number };

/** A file's table, of which only what is taken is kept. */
export interface Table {
  encoding: Encoding;
  separator: Separator;
  /** The names of all columns. */
  head: string[];
  taken: TakenColumns;
  rows: TableRow[];
}

/** The reason why a file gives no tasks. */
export type TableProblem =
  | { problem: "no_csv" | "no_rows" | "too_many" }
  | { problem: "open_quote"; line: number }
  | { problem: "no_title"; head: string[] };

const SEPARATORS: readonly Separator[] = [",", ";", "\t"];

/** Reads the table of a file. @param older see `decodeFile` */
export function readTable(bytes: Uint8Array, older: Encoding): Table | TableProblem {
  const decoded = decodeFile(bytes, older);
  if (decoded === null) return { problem: "no_csv" };
  const { encoding } = decoded;
  const [, told, text] = /^(?:sep=([,;\t])\r?\n)?([^]*)$/.exec(decoded.text)!;
  try {
    const separator = (told as Separator | undefined) ?? separatorOf(text);
    const lines = parseCsv(text, separator);
    const first = lines.next();
    if (first.done) return { problem: "no_rows" };
    const head = namesOf(first.value.cells);
    const taken = takenColumns(head);
    if (taken.title === undefined) return { problem: "no_title", head };
    const fields = Object.entries(taken) as [TakenField, number][];
    const rows: TableRow[] = [];
    for (const { cells, line } of lines) {
      if (rows.length === MOST_ROWS) return { problem: "too_many" };
      const row: TableRow = { line };
      for (const [field, place] of fields) {
        row[field] = cellText((cells[place] ?? "").slice(0, LONGEST[field]));
      }
      rows.push(row);
    }
    return rows.length === 0 ? { problem: "no_rows" } : { encoding, separator, head, taken, rows };
  } catch (error) {
    if (error instanceof OpenQuote) return { problem: "open_quote", line: error.line };
    throw error;
  }
}

/** The separator that gives the head the most columns that are known, then the most columns. */
function separatorOf(text: string): Separator {
  let [best, most]: [Separator, number] = [",", -1];
  for (const separator of SEPARATORS) {
    const head = headBy(text, separator);
    const score = 1_000 * Object.keys(takenColumns(head)).length + head.length;
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}

function headBy(text: string, separator: Separator): string[] {
  try {
    const { value } = parseCsv(text, separator).next();
    return namesOf(value?.cells ?? []);
  } catch (error) {
    if (error instanceof OpenQuote) return [];
    throw error;
  }
}

function namesOf(cells: readonly string[]): string[] {
  return cells.slice(0, MOST_COLUMNS).map((cell) => cell.slice(0, LONGEST_NAME).trim());
}
