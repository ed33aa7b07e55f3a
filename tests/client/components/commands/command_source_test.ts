import assert from "node:assert/strict";
import { commandSource } from "../../../../client/components/commands/command_source.ts";

const names = (text: string, language = "en", caret = text.length) => {
  const source = commandSource("Commands", { task: "create", help: "show" }, language);
  return source.suggest(text, caret, () => {})?.options.map(({ name }) => name) ?? null;
};

Deno.test("commands are offered after a slash at the beginning, in the page's language first", () => {
  assert.deepEqual(names("/"), ["/task", "/help"]);
  assert.deepEqual(names("/", "vi"), ["/việc", "/giúp"]);
  assert.deepEqual(names("/t", "vi"), ["/task"]);
  assert.deepEqual(names("/vie"), ["/việc"]);
  assert.deepEqual(names("/H"), ["/help"]);
  // What is written in full is entered.
  assert.deepEqual(names("/task"), []);
  assert.deepEqual(names("/viec", "vi"), []);
  assert.deepEqual(names("/etc"), []);
  for (const text of ["", "a/", " /t", "/task ", "//t", "/etc/"]) {
    assert.equal(names(text), null, text);
  }
  assert.equal(names("/task", "en", 2), null);
});
