import assert from "node:assert/strict";
import fc from "fast-check";
import { cursorText, NOTHING, parseCursor } from "../../../client/shared/cursor.ts";

Deno.test("parseCursor reads what cursorText wrote", () => {
  const id = fc.nat({ max: 999_999_999_999_999 });
  fc.assert(fc.property(id, id, (message, change) => {
    assert.deepEqual(parseCursor(cursorText({ message, change })), { message, change });
  }));
});

Deno.test("parseCursor knows nothing when a browser sends anything else", () => {
  const junk = [
    "",
    "17",
    "17.",
    ".5",
    "17.5.1",
    "-1.0",
    "1e3.0",
    " 1.2",
    "1.2\n",
    "١.٢",
    "0x1.1",
    "1.NaN",
    `${"9".repeat(16)}.1`,
    "1.2; enter 3",
  ];
  for (const text of junk) assert.deepEqual(parseCursor(text), NOTHING, JSON.stringify(text));
});
