import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { type BatchRunner, WriteQueue } from "../../../lib/store/sqlite/write_queue.ts";
import type { WriteRequest, WriteResult } from "../../../lib/store/sqlite/writes.ts";
import { refusal } from "../each_store.ts";

/** A runner whose answers the test gives. */
class ManualRunner implements BatchRunner {
  readonly batches: WriteRequest[][] = [];
  closed = false;
  #done: ((results: WriteResult[]) => void) | null = null;
  #failed: ((error: Error) => void) | null = null;

  run(
    batch: WriteRequest[],
    done: (results: WriteResult[]) => void,
    failed: (error: Error) => void,
  ): void {
    assert.equal(this.#done, null, "one batch at a time");
    this.batches.push(batch);
    [this.#done, this.#failed] = [done, failed];
  }

  answer(): void {
    const done = this.#done!;
    [this.#done, this.#failed] = [null, null];
    done(this.batches.at(-1)!.map((_, i) => ({ ok: true, value: i % 2 === 0 })));
  }

  fail(error: Error): void {
    const failed = this.#failed!;
    [this.#done, this.#failed] = [null, null];
    failed(error);
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }
}

function setup(maxWaiting?: number) {
  const runner = new ManualRunner();
  const reports: string[] = [];
  const queue = new WriteQueue(runner, (line) => reports.push(line), maxWaiting);
  const add = (id: string) => queue.add("endSession", { id, at: 0 });
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
  for (let i = 0; i < 3; i++) {
    await setImmediate();
    runner.answer();
  }
  assert.deepEqual(ids().map((batch) => batch.length), [1_000, 1_000, 500]);
  assert.deepEqual(ids().flat(), all);
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
