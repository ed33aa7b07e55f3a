import assert from "node:assert/strict";
import fc from "fast-check";
import { FairBatchQueue } from "../../lib/queues/fair_batch_queue.ts";

type Step = { push: number | undefined } | { take: { all: number; others: number } };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ push: fc.option(fc.nat(4), { nil: undefined }) }),
  fc.record({
    take: fc.record({
      all: fc.integer({ min: 1, max: 6 }),
      others: fc.integer({ min: 1, max: 6 }),
    }),
  }),
);

Deno.test("FairBatchQueue gives everything once, each lane in its order, and who was not waiting first", () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
    const queue = new FairBatchQueue<{ lane: number | undefined; place: number }>();
    const given = new Map<number | undefined, number[]>();
    const waiting = (lane: number) => pushed(lane) - (given.get(lane)?.length ?? 0);
    const counts = new Map<number | undefined, number>();
    const pushed = (lane: number | undefined) => counts.get(lane) ?? 0;
    const take = (most: { all: number; others: number }) => {
      const taken = queue.take({ ...most, size: Infinity }, () => 1);
      assert(taken.length <= most.all);
      for (const { lane, place } of taken) given.set(lane, [...given.get(lane) ?? [], place]);
      return taken;
    };
    for (const step of steps) {
      if ("push" in step) {
        const lane = step.push;
        queue.push({ lane, place: pushed(lane) }, lane);
        counts.set(lane, pushed(lane) + 1);
      } else take(step.take);
      for (let lane = 0; lane <= 4; lane++) assert.equal(queue.count(lane), waiting(lane));
    }
    while (queue.length > 0) assert(take({ all: 3, others: 2 }).length > 0, "it goes on");
    for (const [lane, places] of given) {
      assert.deepEqual(places, Array.from({ length: pushed(lane) }, (_, place) => place));
    }
    assert.deepEqual([...given.keys()].sort(), [...counts.keys()].sort());
    assert.equal(queue.flooded, false);
  }));
});

Deno.test("FairBatchQueue is flooded while more than 32 of one lane wait", () => {
  const queue = new FairBatchQueue<number>();
  for (let i = 0; i < 100; i++) queue.push(i);
  for (let i = 0; i < 32; i++) queue.push(i, 1);
  assert.equal(queue.flooded, false);
  queue.push(32, 1);
  assert.equal(queue.flooded, true);
  queue.take({ all: 100, others: 1, size: Infinity }, () => 1);
  assert.equal(queue.flooded, true);
  queue.take({ all: 1, others: 1, size: Infinity }, () => 1);
  assert.equal(queue.flooded, false);
});

Deno.test("FairBatchQueue stops at what is too much, and gives it next time", () => {
  const queue = new FairBatchQueue<number>();
  for (const size of [4, 4, 9, 1]) queue.push(size);
  const take = () => queue.take({ all: 9, others: 9, size: 10 }, (size) => size);
  assert.deepEqual([take(), take()], [[4, 4], [9, 1]]);
});

// Guard (floods): neither floods nor quiet writes keep the other out, by number or by size
Deno.test("FairBatchQueue lets neither kind keep the other out, by number or by size", () => {
  for (const [lanes, size] of [[12, 1], [40, 1], [3, 900], [3, 5_000]]) {
    const queue = new FairBatchQueue<{ lane?: number; size: number }>();
    // Each lane always has something waiting: after one item is taken, others go before its next.
    const take = () => {
      const taken = queue.take({ all: 10, others: 10, size: 1_000 }, (item) => item.size);
      for (let lane = 0; lane < lanes; lane++) {
        while (queue.count(lane) < 3) queue.push({ lane, size }, lane);
      }
      return taken.map(({ lane }) => lane);
    };
    for (let i = 0; i <= lanes; i++) take();
    for (let i = 0; i < 20; i++) {
      queue.push({ size: 1 });
      assert(take().includes(undefined), `a quiet one beside ${lanes} lanes of ${size}`);
    }
    for (let i = 0; i < 20; i++) {
      for (let each = 0; each < 10; each++) queue.push({ size });
      const taken = take();
      assert(taken.some((lane) => lane !== undefined), `a lane of ${lanes} beside fresh ones`);
    }
  }
});

Deno.test("FairBatchQueue gives each kind half of the size when both want more", () => {
  const queue = new FairBatchQueue<string>();
  for (let i = 0; i < 9; i++) queue.push(`lane ${i}`, 1);
  queue.take({ all: 1, others: 1, size: 1_000 }, () => 100);
  for (let i = 0; i < 9; i++) queue.push(`fresh ${i}`);
  const sizes = (item: string) => item.startsWith("fresh") ? 200 : 100;
  const taken = queue.take({ all: 100, others: 100, size: 1_000 }, sizes);
  const fresh = taken.filter((item) => item.startsWith("fresh"));
  assert.deepEqual([fresh.length, taken.length - fresh.length], [2, 6]);
});
