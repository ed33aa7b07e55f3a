import assert from "node:assert/strict";
import fc from "fast-check";
import { csvRow, type Separator } from "../../../../client/shared/csv/csv_row.ts";
import { cellText, harmlessCell } from "../../../../client/shared/csv/harmless_cell.ts";
import { OpenQuote, parseCsv } from "../../../../client/shared/csv/parse_csv.ts";

const read = (text: string, separator: Separator = ",") =>
  [...parseCsv(text, separator)].map(({ cells, line }) => [line, ...cells]);

Deno.test("rows are read with quotes, any ends of lines, and the lines where they begin", () => {
  const cases: [text: string, rows: (string | number)[][], separator?: Separator][] = [
    ["", []],
    ["a", [[1, "a"]]],
    ["a,b\r\nc,d\r\n", [[1, "a", "b"], [2, "c", "d"]]],
    ["a\nb\rc", [[1, "a"], [2, "b"], [3, "c"]]],
    ["a,", [[1, "a", ""]]],
    [",a", [[1, "", "a"]]],
    ["a\n\n , \nb", [[1, "a"], [4, "b"]]],
    ['"a,b",c', [[1, "a,b", "c"]]],
    ['"say ""x""",""', [[1, 'say "x"', ""]]],
    ['"a\nb\r\nc",d\ne', [[1, "a\nb\r\nc", "d"], [4, "e"]]],
    ['a "b" c,d"', [[1, 'a "b" c', 'd"']]],
    ['"a"b,c', [[1, "ab", "c"]]],
    ['"""a"""', [[1, '"a"']]],
    ["a;b,c\td", [[1, "a", "b,c\td"]], ";"],
    ["a;b,c\td", [[1, "a;b,c", "d"]], "\t"],
  ];
  for (const [text, rows, separator] of cases) assert.deepEqual(read(text, separator), rows, text);
  for (const [text, line] of [['a\nb,"c\nd', 2], ['"', 1], ['"a""', 1]] as const) {
    assert.throws(() => read(text), (error) => error instanceof OpenQuote && error.line === line);
  }
});

Deno.test("what is written as CSV is read as it was", () => {
  const piece = fc.constantFrom(..."\"',;\t\r\n =+-@aạ🎉1\u00a0\u200b＝");
  const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
  fc.assert(fc.property(rows, fc.constantFrom<Separator>(",", ";", "\t"), (rows, separator) => {
    const text = rows.map((row) => csvRow(row, separator)).join("");
    const found = [...parseCsv(text, separator)].map(({ cells }) => cells.map(cellText));
    assert.deepEqual(
      found,
      rows.filter((row) => row.some((cell) => harmlessCell(cell).trim() !== "")),
    );
  }));
});
