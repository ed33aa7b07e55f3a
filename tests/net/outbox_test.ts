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

/** Queues lines behind a write that never completes, each from a chunk of its own. */
function spread(outbox: Outbox, count: number): number {
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const line = encodeLine(`event chat ${i}`);
    bytes += line.length;
    outbox.push(line);
    // Lines for other connections, which are taken meanwhile.
    for (let other = 0; other < 5; other++) encodeLine("x".repeat(5_000));
  }
  return bytes;
}

// Guard (connections): unread output keeps hardly more memory than its bytes
Deno.test("what waits in an Outbox keeps hardly more memory than its bytes, whatever it was cut from", async () => {
  const outbox = new Outbox({
    write: () => new Promise(() => {}),
    maxBytes: 1024 * 1024,
    onFull: () => assert.fail("not full"),
    onError: () => assert.fail("no error"),
  });
  outbox.push(encodeLine("event chat first"));
  await setImmediate();
  let bytes = 0;
  for (let i = 0; i < 20; i++) {
    bytes += spread(outbox, 10);
    assert(outbox.keptBytes <= bytes + 256 * 1024, `${outbox.keptBytes} for ${bytes}`);
  }
  assert.equal(outbox.waiting, bytes + "event chat first\n".length);
});

Deno.test("an Outbox at its cap lets go of all that waited", async () => {
  let full = 0;
  const outbox = new Outbox({
    write: () => new Promise(() => {}),
    maxBytes: 1_000,
    onFull: () => full++,
    onError: () => assert.fail("no error"),
  });
  const line = encodeLine("x".repeat(99));
  outbox.push(line);
  await setImmediate();
  for (let i = 1; i < 10; i++) outbox.push(line);
  assert.deepEqual([full, outbox.waiting], [0, 1_000], "the cap itself is allowed");
  for (let i = 0; i < 3; i++) outbox.push(line);
  assert.deepEqual([full, outbox.waiting, outbox.keptBytes], [1, 100, 0]);
});
