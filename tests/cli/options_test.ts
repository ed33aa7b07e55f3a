import assert from "node:assert/strict";
import { OptionError, parseCommandLine, parseOptions } from "../../lib/cli/options.ts";

const TABLE = {
  port: { env: "CHUNG_PORT", default: 7070, help: { en: "", vi: "" } },
  data: { env: "CHUNG_DATA", default: "./data", help: { en: "", vi: "" } },
  json: { default: false, help: { en: "", vi: "" } },
};

const environment = (name: string) => ({ CHUNG_PORT: "1", CHUNG_DATA: "/env" })[name];

Deno.test("an option's value is the command line's, else the environment's, else the default", () => {
  assert.deepEqual(parseOptions(TABLE, ["--data", "/given"], environment), {
    ...{ port: 1, data: "/given", json: false },
  });
  const line = parseCommandLine(TABLE, ["--data", "/given"], environment, { words: false });
  assert.deepEqual((line as { sources: unknown }).sources, {
    ...{ port: "environment", data: "command_line", json: "default" },
  });
});

Deno.test("only a command's line may have words beside the options, in any order", () => {
  assert.throws(() => parseOptions(TABLE, ["extra"], environment), OptionError);
  assert.deepEqual(parseCommandLine(TABLE, ["one", "--json", "two"], () => undefined), {
    options: { port: 7070, data: "./data", json: true },
    sources: { port: "default", data: "default", json: "command_line" },
    words: ["one", "two"],
  });
  assert.equal(parseCommandLine(TABLE, ["one", "--help"], environment), "help");
});
