import assert from "node:assert/strict";
import settings from "../deno.json" with { type: "json" };

Deno.test("the two halves of all tests leave nothing out", () => {
  const { "test:side-by-side": beside, "test:one-by-one": apart } = settings.tasks;
  const [, ignored] = /--ignore=(\S+)/.exec(beside.command)!;
  const alone = apart.command.split(" ").filter((word) => /^tests\//.test(word));
  assert(alone.length > 0);
  assert.deepEqual(alone, ignored.split(","));
});
