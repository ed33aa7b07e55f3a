import assert from "node:assert/strict";
import fc from "fast-check";
import { Arguments, parseRequest, unescapeText } from "../../lib/protocol/request.ts";

Deno.test("parseRequest takes a line apart when its head is well-formed", () => {
  const cases: [string, { tag: string | null; action: string; rest: string } | null][] = [
    ["ping", { tag: null, action: "ping", rest: "" }],
    ["PiNG", { tag: null, action: "ping", rest: "" }],
    ["  ping\t", { tag: null, action: "ping", rest: "" }],
    ["reg alice mat khau ", { tag: null, action: "reg", rest: "alice mat khau " }],
    ["@t1 chat  tok\t1 hi", { tag: "t1", action: "chat", rest: "tok\t1 hi" }],
    ["@A.b_c-9   ping", { tag: "A.b_c-9", action: "ping", rest: "" }],
    [`@${"x".repeat(64)} ping`, { tag: "x".repeat(64), action: "ping", rest: "" }],
    [`@${"x".repeat(65)} ping`, null],
    ["@ ping", null],
    ["@a@b ping", null],
    ["@ạ ping", null],
    ["@t1", { tag: "t1", action: "", rest: "" }],
    [" \t ", { tag: null, action: "", rest: "" }],
    ["ping @t1", { tag: null, action: "ping", rest: "@t1" }],
  ];
  for (const [line, expected] of cases) assert.deepEqual(parseRequest(line), expected, line);
});

Deno.test("Arguments gives words, then what is left, when spaces and TABs stand between", () => {
  const args = new Arguments("one \t two   the rest\tof it  ");
  assert.equal(args.word(), "one");
  assert.equal(args.word(), "two");
  assert.equal(args.empty, false);
  assert.equal(args.remainder(), "the rest\tof it");
  assert.equal(args.empty, true);
  assert.equal(args.word(), null);
  assert.equal(args.remainder(), "");
});

Deno.test("unescapeText knows three escapes when others stay as they are", () => {
  const cases: [string, string][] = [
    [String.raw`a\nb`, "a\nb"],
    [String.raw`a\tb`, "a\tb"],
    [String.raw`a\\nb`, String.raw`a\nb`],
    [String.raw`a\\\nb`, "a\\\nb"],
    [String.raw`C:\dir\x`, String.raw`C:\dir\x`],
    ["ends in \\", "ends in \\"],
    ["no escape", "no escape"],
  ];
  for (const [written, meant] of cases) assert.equal(unescapeText(written), meant, written);
});

Deno.test("unescapeText gives back any text when it was escaped", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("\\", "n", "t", "\n", "\t", "ạ") }), (text) => {
      const escaped = text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
      assert.equal(unescapeText(escaped), text);
    }),
  );
});
