import assert from "node:assert/strict";
import {
  isJournal,
  type MessageSetup,
  operatorMessages,
} from "../../lib/server/operator_messages.ts";
import type { MessageLevel } from "../../lib/report.ts";

const LEVELS: MessageLevel[] = ["debug", "info", "warning", "error"];

/** What messages become, one written text each. */
function written(setup: Partial<MessageSetup>, messages: [string, MessageLevel?][]): string[] {
  const texts: string[] = [];
  const report = operatorMessages({
    ...{ format: "text", level: "debug", journal: false },
    ...setup,
    write: (text) => texts.push(text),
  });
  for (const [message, level] of messages) report(message, level);
  return texts;
}

Deno.test("a message stays as it is, whatever is in it", () => {
  const messages = ["plain", "{a} {{b}} {*} %s", "two\nlines", "đĩa đầy", "", '\\u0041 "x"'];
  assert.deepEqual(
    written({}, messages.map((message) => [message])),
    messages.map((message) => `${message}\n`),
  );
  const lines = written({ format: "json" }, messages.map((message) => [message]));
  assert.deepEqual(lines.map((line) => JSON.parse(line).message), messages);
  for (const line of lines) assert.match(line, /^[^\n]+\n$/);
});

Deno.test("only messages of the level and above are written; without a level they are warnings", () => {
  const messages = LEVELS.map((level): [string, MessageLevel] => [level, level]);
  for (const [index, level] of LEVELS.entries()) {
    assert.deepEqual(
      written({ level }, messages),
      LEVELS.slice(index).map((each) => `${each}\n`),
    );
  }
  assert.deepEqual(written({ level: "warning" }, [["x"]]), ["x\n"]);
  assert.deepEqual(written({ level: "error" }, [["x"]]), []);
});

Deno.test("JSON tells time, level, message and program", () => {
  const entries = written({ format: "json" }, LEVELS.map((level) => ["x", level]))
    .map((line) => JSON.parse(line));
  assert.deepEqual(entries.map(({ level }) => level), ["DEBUG", "INFO", "WARN", "ERROR"]);
  for (const entry of entries) {
    assert.deepEqual(Object.keys(entry), ["@timestamp", "level", "message", "logger"]);
    assert.equal(entry.logger, "chung-server");
    assert(Math.abs(Date.parse(entry["@timestamp"]) - Date.now()) < 60_000);
  }
});

Deno.test("each line for journald begins with its priority", () => {
  const messages = LEVELS.map((level): [string, MessageLevel] => ["a\n  b", level]);
  assert.deepEqual(
    written({ journal: true }, messages),
    [7, 6, 4, 3].map((priority) => `<${priority}>a\n<${priority}>  b\n`),
  );
  assert.match(written({ journal: true, format: "json" }, [["x"]])[0], /^<4>\{[^\n]*\}\n$/);
});

Deno.test("standard error is journald's only if it is the very file that systemd names", () => {
  for (const stream of ["", "x", "0:0", "1:2:3"]) assert(!isJournal(stream), stream);
});
