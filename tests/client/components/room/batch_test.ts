import assert from "node:assert/strict";
import { Batch } from "../../../../client/components/room/batch.ts";

Deno.test("Batch hands the first item on at once, and a burst behind it together", async () => {
  const calls: number[][] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const batch = new Batch<number>((items) => {
    calls.push([...items]);
    if (items.includes(1_000)) resolve();
  }, 1);
  batch.add(0);
  assert.deepEqual(calls, [[0]]);
  for (let item = 1; item <= 1_000; item++) batch.add(item);
  assert.equal(calls.length, 1);
  await promise;
  assert.deepEqual(calls.flat(), Array.from({ length: 1_001 }, (_, item) => item));
  assert.equal(calls.length, 2);
  batch.add(1_001);
  batch.close();
  assert.equal(calls.length, 2);
});
