import assert from "node:assert/strict";
import { ACKNOWLEDGED, DELIVERED, DIALECTS, PASSED, PING, UNEXPECTED } from "./dialect.ts";
import type { LoadPlan } from "./plan.ts";
import { age, StampedLines } from "./stamped_lines.ts";

const LINES: [dialect: LoadPlan["dialect"], line: string, kind: number][] = [
  ["chung", 'ok chat {"message":{}}', ACKNOWLEDGED],
  ["chung", 'event chat {"id":1}', DELIVERED],
  ["chung", 'event enter {"project_id":1,"user":"bob"}', PASSED],
  ["chung", 'event closing {"reason":"slow_consumer"}', UNEXPECTED],
  ["chung", "event leave {}", UNEXPECTED],
  ["chung", "err chat not_a_member you are not in it", UNEXPECTED],
  ["relay", "ok", ACKNOWLEDGED],
  ["relay", "12 ~000000000000~", DELIVERED],
  ["relay", "~000000000000~", UNEXPECTED],
  ["nats", "~000000000000~\r", DELIVERED],
  ["nats", '{"stream":"CHUNG","seq":1}\r', ACKNOWLEDGED],
  ["nats", '{"error":{"code":503}}\r', UNEXPECTED],
  ["nats", "PONG\r", ACKNOWLEDGED],
  ["nats", "PING\r", PING],
  ["nats", "MSG room.1 1 128\r", PASSED],
  ["nats", "-ERR 'Unknown'\r", UNEXPECTED],
];

for (const [dialect, line, kind] of LINES) {
  Deno.test(`of ${dialect}: ${line.trim()}`, () => {
    // At any position in the buffer.
    const bytes = new TextEncoder().encode(`x\n${line}\n`);
    assert.equal(DIALECTS[dialect](bytes, 2), kind);
  });
}

Deno.test("each of the stamped lines has its size and the time of its sending", () => {
  const lines = new StampedLines("chat token 1 %\n", 16, 3);
  const bytes = lines.stamped(2);
  const [first, second, rest] = new TextDecoder().decode(bytes).split("\n");
  assert.match(first, /^chat token 1 ~\d{12}~xx$/);
  assert.equal(second, first);
  assert.equal(rest, "");
  const past = age(bytes, 0);
  assert(past >= 0 && past <= performance.now());
});

Deno.test("a text too short for the time is refused", () => {
  assert.throws(() => new StampedLines("%\n", 13, 1), /at least 14 bytes/);
});
