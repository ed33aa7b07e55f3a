import assert from "node:assert/strict";
import { collectGuards, guardsOf, readSecurityDocument, withGuards } from "./security_guards.ts";

/** How many guards there are at least: a test that goes takes its guard to another one. */
const LEAST = 86;

Deno.test("docs/SECURITY.md lists the guards that the tests name", () => {
  const guards = collectGuards();
  const document = readSecurityDocument();
  assert.equal(withGuards(document, guards), document, "not up to date: run deno task guards");
  assert(guards.length >= LEAST, `${guards.length} guards, ${LEAST} at least`);
});

Deno.test("a guard's test is the one below its tag, with its cases left open", () => {
  const source = [
    "// Guard (tokens): a first",
    "// line and a second",
    "// Guard (web): another of the same test",
    'for_test("a \\"name\\"", () => {});',
    "  // Guard (tls): in a loop",
    "  Deno.test({",
    "    name: `ends after ${seconds} s`,",
  ].join("\n");
  assert.deepEqual(guardsOf("a_test.ts", source), [
    { topic: "tokens", guard: "a first line and a second", file: "a_test.ts", test: 'a "name"' },
    { topic: "web", guard: "another of the same test", file: "a_test.ts", test: 'a "name"' },
    { topic: "tls", guard: "in a loop", file: "a_test.ts", test: "ends after … s" },
  ]);
});

const WRONG: [title: string, source: string, message: RegExp][] = [
  ["an unknown topic", '// Guard (weather): x\nDeno.test("y")', /:1: no topic weather/],
  ["no test below it", "// Guard (web): x\n\nconst y = 1;", /:1: a guard above no test/],
  ["the file's end below it", "// Guard (web): x", /:1: a guard above no test/],
];

for (const [title, source, message] of WRONG) {
  Deno.test(`a tag with ${title} is refused`, () => {
    assert.throws(() => guardsOf("a_test.ts", source), message);
  });
}
