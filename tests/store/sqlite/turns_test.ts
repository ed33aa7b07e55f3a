import assert from "node:assert/strict";
import fc from "fast-check";
import { Turns } from "../../../lib/store/sqlite/turns.ts";

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

Deno.test("Turns gives everything once, each lane in its order, and who was not waiting first", () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
    const turns = new Turns<{ lane: number | undefined; place: number }>();
    const given = new Map<number | undefined, number[]>();
    const waiting = (lane: number) => pushed(lane) - (given.get(lane)?.length ?? 0);
    const counts = new Map<number | undefined, number>();
    const pushed = (lane: number | undefined) => counts.get(lane) ?? 0;
    const take = (most: { all: number; others: number }) => {
      const taken = turns.take(most, () => true);
      assert(taken.length <= most.all);
      for (const { lane, place } of taken) given.set(lane, [...given.get(lane) ?? [], place]);
      return taken;
    };
    for (const step of steps) {
      if ("push" in step) {
        const lane = step.push;
        turns.push({ lane, place: pushed(lane) }, lane);
        counts.set(lane, pushed(lane) + 1);
      } else take(step.take);
      for (let lane = 0; lane <= 4; lane++) assert.equal(turns.count(lane), waiting(lane));
    }
    while (turns.length > 0) assert(take({ all: 3, others: 2 }).length > 0, "it goes on");
    for (const [lane, places] of given) {
      assert.deepEqual(places, Array.from({ length: pushed(lane) }, (_, place) => place));
    }
    assert.deepEqual([...given.keys()].sort(), [...counts.keys()].sort());
    assert.equal(turns.flooded, false);
  }));
});

Deno.test("Turns is flooded while more than 32 of one lane wait", () => {
  const turns = new Turns<number>();
  for (let i = 0; i < 100; i++) turns.push(i);
  for (let i = 0; i < 32; i++) turns.push(i, 1);
  assert.equal(turns.flooded, false);
  turns.push(32, 1);
  assert.equal(turns.flooded, true);
  turns.take({ all: 100, others: 1 }, () => true);
  assert.equal(turns.flooded, true);
  turns.take({ all: 1, others: 1 }, () => true);
  assert.equal(turns.flooded, false);
});

Deno.test("Turns stops at what doesn't fit, and gives it next time", () => {
  const turns = new Turns<string>();
  for (const item of ["a", "large", "b"]) turns.push(item);
  assert.deepEqual(turns.take({ all: 9, others: 9 }, (item) => item !== "large"), ["a"]);
  assert.deepEqual(turns.take({ all: 9, others: 9 }, () => true), ["large", "b"]);
});
