import assert from "node:assert/strict";
import {
  mentionOptions,
  mentionPrefix,
} from "../../../../client/components/completion/mention_list.ts";

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
    ["https://medium.com/@bo|", null],
    ["see example.com/@bo|", null],
    ["mailto:@bo|", null],
    [`http://a.vn/${"x".repeat(300)}/@bo|`, null],
    ["http://a.vn/ @bo|", [13, "bo"]],
    ["http://a.vn。@bo|", [12, "bo"]],
    ["and/@bo|", [4, "bo"]],
    ["❤️@bo|", [2, "bo"]],
    ["1️⃣@bo|", [3, "bo"]],
    ["𝐚@bo|", null],
    [`${"x ".repeat(9_000)}@b|`, [18_000, "b"]],
  ];
  for (const [written, expected] of cases) {
    const caret = written.indexOf("|");
    const typed = mentionPrefix(written.replace("|", ""), caret);
    assert.deepEqual(typed && [typed.from, typed.prefix], expected, written.slice(-20));
  }
});

const options = (prefix: string, names: readonly string[], me = "") =>
  mentionOptions(prefix, names, me).options;

Deno.test("mentionOptions offers names that begin so, whatever their case, and not what is written already", () => {
  const names = ["Bob", "bobby", "Carol", "an"];
  assert.deepEqual(options("", names), names);
  assert.deepEqual(options("", names, "an"), ["Bob", "bobby", "Carol"]);
  assert.deepEqual(options("BO", names), ["Bob", "bobby"]);
  assert.deepEqual(options("bob", names), ["Bob", "bobby"]);
  assert.deepEqual(options("carol", names), []);
  assert.deepEqual(options("ob", names), []);
  const many = Array.from({ length: 50 }, (_, at) => `user${at}`);
  assert.equal(options("user", many).length, 8);
  assert.deepEqual(options("user", [...many, "user"])[0], "user");
});

Deno.test("mentionOptions lets Enter change no name that is fully written", () => {
  const names = ["anh", "an.nguyen", "an-binh", "an", "do.", "do.van", "vy_", "vy_lan", "le"];
  // What Enter takes; null where it sends the message as it is.
  const cases: [string, string | null, string?][] = [
    ["a", "anh"],
    ["an", "an"],
    ["An", "an"],
    ["an.", null],
    ["AN.", null],
    ["an.n", "an.nguyen"],
    ["an-", null],
    ["an-b", "an-binh"],
    ["an..", null],
    ["an._-", null],
    ["an_", null],
    ["le", null],
    ["le.", null],
    // Names of old accounts may end in punctuation.
    ["do", "do."],
    ["do.", "do."],
    ["do..", null],
    ["vy", "vy_"],
    ["vy_", "vy_"],
    ["vy_-", null],
    // The user's own name is a name too.
    ["an", null, "an"],
    ["an.", null, "an"],
    ["nobody.", null],
  ];
  for (const [prefix, taken, me = ""] of cases) {
    const { options, active } = mentionOptions(prefix, names, me);
    assert.equal(options[active] ?? null, taken, prefix);
    if (taken !== null) assert.equal(active, 0, prefix);
  }
  assert.deepEqual(options("an", names), ["an", "anh", "an.nguyen", "an-binh"]);
  assert.deepEqual(options("an.", names), ["an.nguyen"], "Tab still completes");
});
