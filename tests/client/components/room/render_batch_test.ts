import assert from "node:assert/strict";
import { RenderBatch } from "../../../../client/components/room/render_batch.ts";

Deno.test("RenderBatch hands on together what comes in one turn, and a burst behind it", async () => {
  const calls: number[][] = [];
  let done = Promise.withResolvers<void>();
  const batch = new RenderBatch<number>((items) => {
    calls.push([...items]);
    done.resolve();
  }, 1);
  batch.add(0);
  batch.add(1);
  assert.deepEqual(calls, []);
  await done.promise;
  assert.deepEqual(calls, [[0, 1]]);
  done = Promise.withResolvers();
  for (let item = 2; item <= 1_000; item++) batch.add(item);
  assert.equal(calls.length, 1);
  await done.promise;
  assert.equal(calls.length, 2);
  assert.deepEqual(calls.flat(), Array.from({ length: 1_001 }, (_, item) => item));
  batch.add(1_001);
  batch.close();
  batch.add(1_002);
  await Promise.resolve();
  assert.equal(calls.length, 2);
});

Deno.test("RenderBatch hands on at once what can't wait, with what came before it", async () => {
  const calls: string[][] = [];
  const batch = new RenderBatch<string>((items) => calls.push([...items]), 1);
  batch.add("first");
  batch.add("second");
  batch.flush();
  assert.deepEqual(calls, [["first", "second"]]);
  await Promise.resolve();
  assert.equal(calls.length, 1, "nothing is handed on twice");
  batch.close();
});
