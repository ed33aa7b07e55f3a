import assert from "node:assert/strict";
import * as fc from "fast-check";
import { sentText } from "../../../client/shared/sent_text.ts";

Deno.test("sentText keeps the indentation of several lines, and trims a single one", () => {
  const cases: [string, string][] = [
    ["  hi  ", "hi"],
    ["\n\n  hi \n", "hi"],
    ["    if (a) {\n      b();\n    }\n\n", "    if (a) {\n      b();\n    }"],
    ["\n  \t\n\ta\n\tb  ", "\ta\n\tb"],
    ["  a\r\n  b\r", "  a\n  b"],
    ["  a\u2028  b", "  a\n  b"],
    ["a\n\n  b", "a\n\n  b"],
    [" \n\t\n ", ""],
    ["", ""],
    ["\u0000a\u0007", "a"],
    ["\u0000\n  a\nb", "  a\nb"],
  ];
  for (const [typed, sent] of cases) assert.equal(sentText(typed), sent, JSON.stringify(typed));
});

Deno.test("sentText changes nothing that it has made", () => {
  const part = fc.constantFrom(" ", "\t", "\n", "\r\n", "a", "\u2028", "\u00a0", "\u0001");
  fc.assert(fc.property(fc.array(part).map((parts) => parts.join("")), (typed) => {
    const sent = sentText(typed);
    assert.equal(sentText(sent), sent);
    assert.equal(sent.trim(), sentText(typed.trim()).trim());
  }));
});

Deno.test("sentText takes no longer for long white space", () => {
  const long = " \n".repeat(200_000);
  assert.equal(sentText(`${long}a\nb`), "a\nb");
  assert.equal(sentText(`${" ".repeat(400_000)}\ta`), "a");
});
