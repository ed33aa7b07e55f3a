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

/**
 * Reads CSV (RFC 4180) with any ends of lines; a quote within an unquoted cell is text, and so is what stands behind a
 * closed one. Leaves out rows without any text.
 * @throws {OpenQuote}
 */
export function* parseCsv(text: string, separator: Separator): Generator<CsvLine> {
  const plain = new RegExp(`[${separator}\\r\\n]`, "g");
  let [at, line] = [0, 1];
  while (at < text.length) {
    const began = line;
    const cells: string[] = [];
    for (;;) {
      let cell = "";
      if (text[at] === '"') {
        const from = line;
        at++;
        for (;;) {
          const close = text.indexOf('"', at);
          if (close < 0) throw new OpenQuote(from);
          cell += text.slice(at, close);
          at = close + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at++;
        }
        line += cell.match(/\r\n?|\n/g)?.length ?? 0;
      }
      plain.lastIndex = at;
      const end = plain.exec(text)?.index ?? text.length;
      cells.push(cell + text.slice(at, end));
      at = end;
      if (text[at] !== separator) break;
      at++;
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    line++;
    if (cells.some((cell) => cell.trim() !== "")) yield { cells, line: began };
  }
}
