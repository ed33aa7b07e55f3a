import assert from "node:assert/strict";
import fc from "fast-check";
import { foldText, foldToAscii, OTHER } from "../../../lib/audit/reading/fold_text.ts";

const FOLDED: [text: string, folded: string][] = [
  ["Hóa ĐƠN", "hoa don"],
  ["hóa đơn", "hoa don"],
  ["Ｆｕｌｌ ﬁ №", "full fi no"],
  ["ΟΔΟΣ οδοσ", "οδοσ οδοσ"],
  ["İ ẞ", "i ß"],
];

Deno.test("foldText leaves neither accents nor case", () => {
  for (const [text, folded] of FOLDED) assert.equal(foldText(text), folded);
});

Deno.test("foldToAscii folds as foldText does, whatever the text", () => {
  const encoder = new TextEncoder();
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(..."aZ9 -ếĐđợÂ"),
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
    ),
  });
  fc.assert(
    fc.property(text, (text) => {
      // As it comes back from a file.
      const bytes = encoder.encode(text);
      const expected = [...foldText(new TextDecoder().decode(bytes))]
        .map((letter) => letter < "\x80" ? letter : OTHER);
      assert.equal(foldToAscii(bytes), expected.join(""));
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("foldToAscii takes what is no UTF-8", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
    foldToAscii(bytes);
  }));
});
