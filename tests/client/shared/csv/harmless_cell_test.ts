import assert from "node:assert/strict";
import fc from "fast-check";
import { csvRow } from "../../../../client/shared/csv/csv_row.ts";
import { cellText, harmlessCell } from "../../../../client/shared/csv/harmless_cell.ts";

// Guard (web): no cell of an exported table is run as a formula
Deno.test("a cell that a spreadsheet would run as a formula becomes text, and no other", () => {
  const formulas = [
    ..."=+-@",
    '=HYPERLINK("https://example.com","a")',
    "=1+1",
    "+1+1",
    "-1+cmd|' /C calc'!A0",
    "-A1",
    "+84 912 345 678",
    "@SUM(A1)",
    "\t=1",
    "\tx",
    "\r=1",
    "\rx",
    " =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "\u202e=1",
    "\n=1",
    "＝1",
    "＋1+1",
    "－A",
    "＠SUM(A1)",
    "﹦1",
    "- một việc",
  ];
  for (const text of formulas) assert.equal(harmlessCell(text), `'${text}`, JSON.stringify(text));
  const others = [
    ...["", "-5", "+5", "-1.234,56", "-12%", "+84912345678", "2026-12-01", "1/12/2026"],
    ...["a=b", "a@b.vn", "1-2", "'quoted'", "'", "việc", " x", "|x", "(=1)"],
  ];
  for (const text of others) assert.equal(harmlessCell(text), text);
  // What looks like a cell that was made harmless comes back too.
  for (const text of ["'=1", "''=1", "'-A"]) assert.equal(harmlessCell(text), `'${text}`);
});

Deno.test("every text comes back from its cell", () => {
  const piece = fc.oneof(fc.constantFrom(..."='+-@ \t\r\n\u200b＝5,%"), fc.string());
  fc.assert(fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
    const text = pieces.join("");
    assert.equal(cellText(harmlessCell(text)), text);
  }));
});

Deno.test("cells are quoted where a reader would take them apart", () => {
  assert.equal(
    csvRow(["a", 'say "x"', "b,c", "d;e", "f\tg", "h\ni", " j", "k ", "", "=1,2"]),
    `a,"say ""x""","b,c","d;e","f\tg","h\ni"," j","k ",,"'=1,2"\r\n`,
  );
  assert.equal(csvRow(["a", "b;c"], ";"), 'a;"b;c"\r\n');
});
