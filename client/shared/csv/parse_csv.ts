import type { Separator } from "./csv_row.ts";

/** A row of a CSV file, and the line of the file on which it begins, from 1. */
export interface CsvLine {
  cells: string[];
  line: number;
}

/** Thrown for a quote that nothing closes, which would make the rest of the file one cell. */
export class OpenQuote extends Error {
  override readonly name = "OpenQuote";

  constructor(readonly line: number) {
    super(`the quote of line ${line} is not closed`);
  }
}

/** Cells of a row that are read: no table has as many, while a file of nothing but separators would fill the memory. */
const MOST_CELLS = 1_000;

const LF = 10;
const CR = 13;
const QUOTE = 34;

/**
 * Reads CSV (RFC 4180) with any ends of lines; a quote within an unquoted cell is text, and so is what stands behind a
 * closed one. Leaves out rows without any text, and cells beyond the thousandth of a row.
 * @throws {OpenQuote}
 */
export function* parseCsv(text: string, separator: Separator): Generator<CsvLine> {
  const parting = separator.charCodeAt(0);
  let [at, line] = [0, 1];
  for (let sign; at < text.length;) {
    sign = text.charCodeAt(at);
    if (sign === LF || sign === CR) {
      at += sign === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
      line++;
      continue;
    }
    const began = line;
    const cells: string[] = [];
    let empty = true;
    for (;;) {
      let cell = "";
      if (text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1);
        if (close < 0) throw new OpenQuote(line);
        cell = text.slice(at + 1, close).split('""').join('"');
        line += linesIn(text, at, close);
        at = close + 1;
      }
      const from = at;
      for (; at < text.length; at++) {
        sign = text.charCodeAt(at);
        if (sign === parting || sign === LF || sign === CR) break;
      }
      if (cells.length < MOST_CELLS) {
        if (at > from) cell += text.slice(from, at);
        empty &&= cell.trim() === "";
        cells.push(cell);
      }
      if (text.charCodeAt(at) !== parting) break;
      at++;
    }
    if (text.charCodeAt(at) === CR) at++;
    if (text.charCodeAt(at) === LF) at++;
    line++;
    if (!empty) yield { cells, line: began };
  }
}

/** The place of the quote that closes a cell: one that isn't doubled. -1 if there is none. */
function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text.charCodeAt(at) !== QUOTE) continue;
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
    at++;
  }
  return -1;
}

/** The ends of lines within a part of the text. */
function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const sign = text.charCodeAt(at);
    if (sign === LF ? text.charCodeAt(at - 1) !== CR : sign === CR) lines++;
  }
  return lines;
}
