import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { Outbox } from "../../lib/net/outbox.ts";
import { encodeLine } from "../../lib/protocol/encode_line.ts";

Deno.test("Outbox sends all in order, however long a write takes and however much waits behind it", async () => {
  const sent: string[] = [];
  const decoder = new TextDecoder();
  let taken = Promise.withResolvers<void>();
  const outbox = new Outbox({
    write: async (bytes) => {
      sent.push(decoder.decode(bytes));
      await taken.promise;
      return bytes.length;
    },
    maxBytes: 1024 * 1024,
    onFull: () => assert.fail("not full"),
    onError: () => assert.fail("no error"),
  });
  const expected: string[] = [];
  const push = (count: number) => {
    for (let i = 0; i < count; i++) {
      const line = `event chat ${expected.length}`;
      expected.push(`${line}\n`);
      outbox.push(encodeLine(line));
    }
  };
  push(3);
  await setImmediate();
  push(1_000);
  await setImmediate();
  assert.deepEqual(sent, [expected.slice(0, 3).join("")], "one write at a time");
  const first = taken;
  taken = Promise.withResolvers();
  first.resolve();
  await setImmediate();
  push(5);
  taken.resolve();
  await outbox.drained();
  assert.equal(sent.join(""), expected.join(""));
  assert.equal(sent.length, 3);
});
