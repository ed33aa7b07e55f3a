import assert from "node:assert/strict";
import {
  mentionOptions,
  mentionPrefix,
} from "../../../../client/components/sending/mention_list.ts";

Deno.test("mentionPrefix finds what is begun at the caret, written as `|`", () => {
  const cases: [string, [number, string] | null][] = [
    ["@|", [0, ""]],
    ["hi @Bo|", [3, "Bo"]],
    ["hi @bo| there", [3, "bo"]],
    ["(@an.b-c_d|", [1, "an.b-c_d"]],
    ["line\n@b|", [5, "b"]],
    ["hi @bob |", null],
    ["hi |@bob", null],
    ["mail@bo|", null],
    ["chào@bo|", null],
    ["@@bo|", null],
    ["@đ|", null],
    ["|", null],
    [`${"x ".repeat(9_000)}@b|`, [18_000, "b"]],
  ];
  for (const [written, expected] of cases) {
    const caret = written.indexOf("|");
    const typed = mentionPrefix(written.replace("|", ""), caret);
    assert.deepEqual(typed && [typed.from, typed.prefix], expected, written.slice(-20));
  }
});

Deno.test("mentionOptions offers names that begin so, whatever their case, and not what is written already", () => {
  const names = ["Bob", "bobby", "Carol", "an"];
  assert.deepEqual(mentionOptions("", names), names);
  assert.deepEqual(mentionOptions("BO", names), ["Bob", "bobby"]);
  assert.deepEqual(mentionOptions("bob", names), ["Bob", "bobby"]);
  assert.deepEqual(mentionOptions("carol", names), []);
  assert.deepEqual(mentionOptions("ob", names), []);
  const many = Array.from({ length: 50 }, (_, at) => `user${at}`);
  assert.equal(mentionOptions("user", many).length, 8);
});
