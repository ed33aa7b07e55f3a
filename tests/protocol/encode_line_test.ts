import assert from "node:assert/strict";
import fc from "fast-check";
import { encodeLine } from "../../lib/protocol/encode_line.ts";

const decoder = new TextDecoder();

Deno.test("encodeLine gives the line's UTF-8 with its LF, and leaves the lines before as they were", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.integer({ min: 0, max: 30_000 }).map((length) => "ệ".repeat(length)),
  );
  fc.assert(fc.property(fc.array(text, { maxLength: 40 }), (lines) => {
    const encoded = lines.map(encodeLine);
    assert.deepEqual(
      encoded.map((bytes) => decoder.decode(bytes)),
      lines.map((line) => `${line}\n`),
    );
  }));
});
