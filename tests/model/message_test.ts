import assert from "node:assert/strict";
import fc from "fast-check";
import { trimMessage } from "../../lib/model/message.ts";

Deno.test("trimMessage keeps the indentation of the first of several lines, and nothing else at the ends", () => {
  const cases: [text: string, trimmed: string][] = [
    ["", ""],
    [" \n\t ", ""],
    ["  one line  ", "one line"],
    ["\n  one line\n", "one line"],
    ["  if x:\n    y", "  if x:\n    y"],
    ["\n\n  if x:\n    y\n\n", "  if x:\n    y"],
    ["  \n\t \n\tif x:\n\t\ty  ", "\tif x:\n\t\ty"],
    ["a\n  b", "a\n  b"],
    ["\u3000một\nhai\u00a0", "\u3000một\nhai"],
  ];
  for (const [text, trimmed] of cases) {
    assert.equal(trimMessage(text), trimmed, JSON.stringify(text));
  }
});

Deno.test("trimMessage changes only the space around a text, and nothing the second time", () => {
  const text = fc.string({ unit: fc.constantFrom(" ", "\t", "\n", "\u3000", "a", "đ") });
  fc.assert(fc.property(text, (text) => {
    const trimmed = trimMessage(text);
    assert.equal(trimmed.trim(), text.trim());
    assert.equal(trimMessage(trimmed), trimmed);
    assert(!/^\s*\n|\s$/.test(trimmed));
    assert(text.includes(trimmed));
  }));
});
