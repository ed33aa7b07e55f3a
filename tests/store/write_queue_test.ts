import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import {
  type BatchRunner,
  WriteQueue,
  type WriteRequest,
  type WriteResult,
} from "../../lib/store/write_queue.ts";
import type { Writes } from "../../lib/store/writes.ts";
import { refusal } from "./each_store.ts";

/** A runner whose answers the test gives. */
class ManualRunner implements BatchRunner<Writes> {
  readonly batches: WriteRequest<Writes>[][] = [];
  closed = false;
  readonly #inHand: {
    batch: WriteRequest<Writes>[];
    done: (results: WriteResult[]) => void;
    failed: (error: Error) => void;
  }[] = [];

  run(
    batch: WriteRequest<Writes>[],
    done: (results: WriteResult[]) => void,
    failed: (error: Error) => void,
  ): void {
    this.batches.push(batch);
    this.#inHand.push({ batch, done, failed });
    assert(this.#inHand.length <= 2, "two batches at a time at most");
  }

  get inHand(): number {
    return this.#inHand.length;
  }

  answer(): void {
    const { batch, done } = this.#inHand.shift()!;
    done(batch.map((_, i) => ({ ok: true, value: i % 2 === 0 })));
  }

  fail(error: Error): void {
    this.#inHand.shift()!.failed(error);
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }
}

function setup(maxWaiting?: number, now?: () => number) {
  const runner = new ManualRunner();
  const reports: string[] = [];
  const queue = new WriteQueue<Writes>(runner, (line) => reports.push(line), maxWaiting, now);
  const add = (id: string, lane?: number) => queue.add("endSession", { id, at: 0 }, { lane });
  const ids = () =>
    runner.batches.map((batch) => batch.map(({ input }) => (input as { id: string }).id));
  return { runner, reports, queue, add, ids };
}

Deno.test("WriteQueue puts the writes of one loop turn into one batch, and those that come meanwhile into the next", async () => {
  const { runner, add, ids } = setup();
  for (const id of ["a", "b"]) add(id);
  await Promise.resolve();
  add("c");
  await setImmediate();
  add("d");
  await setImmediate();
  add("e");
  assert.deepEqual(ids(), [["a", "b", "c"]]);
  runner.answer();
  await setImmediate();
  assert.deepEqual(ids(), [["a", "b", "c"], ["d", "e"]]);
  runner.answer();
});

Deno.test("WriteQueue splits what is too much for one transaction, in order", async () => {
  const { runner, add, ids } = setup();
  const all = Array.from({ length: 2_500 }, (_, i) => `${i}`);
  for (const id of all) add(id);
  while (ids().flat().length < all.length || runner.inHand > 0) {
    await setImmediate();
    runner.answer();
  }
  assert.deepEqual(ids().map((batch) => batch.length), Array(10).fill(250));
  assert.deepEqual(ids().flat(), all);
});

Deno.test("WriteQueue hands a full batch over while the one before is committed, and before its steps are run", async () => {
  const { runner, add, ids } = setup();
  const settled: number[] = [];
  let batchesAtFirstStep = 0;
  const step = (i: number) => {
    batchesAtFirstStep ||= runner.batches.length;
    settled.push(i);
  };
  const addOne = (i: number) => add(`${i}`).settle(() => step(i), () => {});
  for (let i = 0; i < 1_000; i++) addOne(i);
  await setImmediate();
  assert.equal(runner.inHand, 1);
  addOne(1_000);
  await setImmediate();
  assert.equal(runner.inHand, 2);
  addOne(1_001);
  runner.answer();
  assert.equal(batchesAtFirstStep, 3);
  while (runner.inHand > 0) {
    runner.answer();
    await setImmediate();
  }
  assert.deepEqual(settled, Array.from({ length: 1_002 }, (_, i) => i));
  assert.deepEqual(ids().map((batch) => batch.length), [250, 250, 250, 250, 2]);
});

Deno.test("WriteQueue settles in order when the runner answers at once", async () => {
  const settled: number[] = [];
  const runner: BatchRunner<Writes> = {
    run: (batch, done) => done(batch.map(() => ({ ok: true, value: true }))),
    close: () => Promise.resolve(),
  };
  const queue = new WriteQueue<Writes>(runner, () => {});
  const all = Array.from({ length: 1_000 }, (_, i) => i);
  const last = all.map((i) => {
    const commit = queue.add("endSession", { id: `${i}`, at: 0 });
    commit.settle(() => settled.push(i), () => {});
    return commit.promise();
  });
  await Promise.all(last);
  assert.deepEqual(settled, all);
});

Deno.test("WriteQueue ends a transaction at 512 Ki of text, of new messages and edits alike", async () => {
  const { runner, queue } = setup();
  const text = "x".repeat(200 * 1024);
  for (let i = 0; i < 3; i++) {
    queue.add("addMessage", { projectId: 1, userId: 1, text, at: 0, tag: null });
    queue.add("editMessage", { messageId: 1, userId: 1, text, at: 0 });
  }
  for (let i = 0; i < 3; i++) {
    await setImmediate();
    runner.answer();
  }
  assert.deepEqual(runner.batches.map((batch) => batch.length), [2, 2, 2]);
});

Deno.test("WriteQueue.add fails with unavailable when too many wait, and takes more when they don't", async () => {
  const { runner, add } = setup(2);
  const first = [add("a"), add("b")].map((commit) => commit.promise());
  await assert.rejects(add("c").promise(), refusal("unavailable"));
  await setImmediate();
  const later = add("d").promise();
  runner.answer();
  assert.deepEqual(await Promise.all(first), [true, false]);
  await setImmediate();
  runner.answer();
  assert.equal(await later, true);
});

Deno.test("WriteQueue lets lanes take turns, and keeps the order of each", async () => {
  const { runner, add, ids } = setup();
  for (let i = 0; i < 3; i++) {
    for (const lane of [1, 2]) add(`${lane}.${i}`, lane);
  }
  add("alone");
  add("3.0", 3);
  await setImmediate();
  assert.deepEqual(ids(), [["1.0", "2.0", "alone", "3.0", "1.1", "2.1", "1.2", "2.2"]]);
  runner.answer();
});

Deno.test("WriteQueue takes what others write into the next transaction, and little of who floods beside them", async () => {
  let now = 0;
  const { runner, queue, add, ids } = setup(undefined, () => now);
  const [flood, sizes] = [250, () => ids().map((batch) => batch.length)];
  for (const lane of [1, 2]) {
    for (let i = 0; i < flood; i++) add(`flood ${i}`, lane);
  }
  // What nobody waits for is no reason to keep a flood back.
  queue.add("endSession", { id: "background", at: 0 }, { background: true });
  await setImmediate();
  assert.deepEqual(sizes(), [250]);
  for (const name of ["quiet", "none's"]) add(name, name === "quiet" ? 3 : undefined);
  await setImmediate();
  assert.equal(runner.inHand, 1, "nothing is handed over ahead of those who don't flood");
  for (const pause of [0, 1_499, 1]) {
    now += pause;
    runner.answer();
    await setImmediate();
  }
  assert.deepEqual(ids()[1].slice(0, 2), ["quiet", "none's"]);
  // When nobody else has written for a while, it continues at full rate.
  assert.deepEqual(sizes(), [250, 18, 16, 219]);
  while (runner.inHand > 0) {
    runner.answer();
    await setImmediate();
  }
  const flooded = ids().flat().filter((id) => id?.startsWith("flood"));
  assert.deepEqual(flooded, Array.from({ length: 2 * flood }, (_, i) => `flood ${i >> 1}`));
});

Deno.test("WriteQueue takes something of who floods however many others write", async () => {
  const { runner, add, ids } = setup();
  for (let i = 0; i < 300; i++) add(`flood ${i}`, 1);
  await setImmediate();
  for (let i = 0; i < 300; i++) add(`other ${i}`);
  runner.answer();
  await setImmediate();
  assert.equal(ids()[1].filter((id) => id.startsWith("flood")).length, 1);
  runner.answer();
});

Deno.test("WriteQueue.ready lets a lane wait that has much waiting, and no other", async () => {
  const { runner, queue, add } = setup();
  for (let i = 0; i < 64; i++) {
    assert.equal(queue.ready(1), undefined);
    add(`${i}`, 1);
  }
  const ready = queue.ready(1);
  assert(ready !== undefined);
  assert.equal(queue.ready(2), undefined);
  assert.equal(queue.ready(), undefined);
  await setImmediate();
  await ready;
  runner.answer();
});

Deno.test("WriteQueue.ready lets nobody wait for those that fill the queue who has nothing waiting", async () => {
  const { runner, queue, add } = setup(100);
  for (let i = 0; i < 80; i++) add(`${i}`, i % 4);
  const waiting = [0, 1].map((lane) => queue.ready(lane));
  assert(!waiting.includes(undefined), "who has something waiting waits");
  for (let i = 0; i < 10; i++) {
    assert.equal(queue.ready(10 + i), undefined);
    add(`quiet ${i}`, 10 + i);
  }
  const late = queue.ready(30);
  assert(late !== undefined, "some room is left for those who can't wait");
  await setImmediate();
  await Promise.all([...waiting, late]);
  runner.answer();
});

Deno.test("WriteQueue goes on settling when a step throws, and tells the operator", async () => {
  const { runner, reports, add } = setup();
  add("a").settle(() => {
    throw new Error("bad step");
  }, () => {});
  const second = add("b").promise();
  await setImmediate();
  runner.answer();
  assert.equal(await second, false);
  assert.equal(reports.length, 1);
  assert.match(reports[0], /bad step/);
});

Deno.test("WriteQueue rejects each write of a batch when the batch fails as a whole", async () => {
  const { runner, add } = setup();
  const commits = [add("a"), add("b")].map((commit) => commit.promise());
  await setImmediate();
  runner.fail(new Error("thread died"));
  for (const commit of commits) await assert.rejects(commit, /thread died/);
});

Deno.test("WriteQueue.drain waits for what was added, and what comes later is refused", async () => {
  const { runner, queue, add } = setup();
  const inHand = add("a").promise();
  await setImmediate();
  const waiting = add("b").promise();
  let drained = false;
  const draining = queue.drain().then(() => drained = true);
  await assert.rejects(add("c").promise(), refusal("unavailable", /shutting down/));
  runner.answer();
  await inHand;
  assert.equal(drained, false);
  await setImmediate();
  runner.answer();
  await waiting;
  await draining;
  await queue.close();
  assert.equal(runner.closed, true);
});

Deno.test("WriteQueue.between reads at once when nothing is in hand, whatever waits", async () => {
  const { runner, queue, add } = setup();
  const seen: string[] = [];
  add("a").settle(() => seen.push("a"), () => {});
  queue.between(() => "read").settle((value) => seen.push(value), () => {});
  assert.deepEqual(seen, ["read"]);
  await setImmediate();
  runner.answer();
  assert.deepEqual(seen, ["read", "a"]);
  await assert.rejects(
    queue.between(() => {
      throw new Error("unreadable");
    }).promise(),
    /unreadable/,
  );
});

Deno.test("WriteQueue.between reads when all that is in hand is settled, and nothing else is", async () => {
  const { runner, queue, add } = setup();
  const seen: string[] = [];
  const read = (name: string) =>
    queue.between(() => name).settle((value) => seen.push(value), () => {});
  const flood = (batch: number) => {
    for (let i = 0; i < 250; i++) {
      add(`${batch}.${i}`).settle(() => {
        if (i === 0) read(`amid ${batch}`);
        if (i === 249) seen.push(`batch ${batch}`);
      }, () => {});
    }
  };
  for (let batch = 0; batch < 4; batch++) flood(batch);
  await setImmediate();
  runner.answer();
  // The second was handed over before the first was told; the third waits for the read.
  assert.deepEqual([seen, runner.inHand], [["batch 0"], 1]);
  await setImmediate();
  assert.equal(runner.inHand, 1);
  runner.answer();
  assert.deepEqual(seen, ["batch 0", "batch 1", "amid 0", "amid 1"]);
  await setImmediate();
  for (let batch = 2; batch < 4; batch++) {
    runner.answer();
    await setImmediate();
  }
  assert.deepEqual(seen.slice(4).sort(), ["amid 2", "amid 3", "batch 2", "batch 3"]);
});

Deno.test("WriteQueue.between lets writes go on after some reads, however many wait", async () => {
  let now = 0;
  const { runner, queue, add } = setup(undefined, () => now);
  let reads = 0;
  add("a");
  await setImmediate();
  add("b");
  const read = () => {
    now++;
    return reads++;
  };
  const all = Array.from({ length: 100 }, () => queue.between(read).promise());
  runner.answer();
  assert.equal(reads, 5);
  await setImmediate();
  assert.equal(runner.batches.length, 2, "the next batch is handed over");
  const draining = queue.drain();
  runner.answer();
  await Promise.all([draining, ...all]);
  assert.equal(reads, 100);
  await assert.rejects(queue.between(() => 0).promise(), refusal("unavailable"));
});
