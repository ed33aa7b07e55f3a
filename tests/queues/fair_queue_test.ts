import assert from "node:assert/strict";
import fc from "fast-check";
import { FairQueue } from "../../lib/queues/fair_queue.ts";

const LINES = ["a", "b", "c", "d"];

Deno.test("FairQueue has the lines take turns, and within a line who came first goes first", () => {
  const queue = new FairQueue<string>();
  for (const item of ["a1", "a2", "a3", "b1", "c1", "c2"]) queue.push(item[0], item);
  const taken = [queue.shift(), queue.shift()];
  queue.push("d", "d1");
  while (queue.length > 0) taken.push(queue.shift());
  assert.deepEqual(taken, ["a1", "b1", "c1", "a2", "d1", "c2", "a3"]);
  assert.equal(queue.shift(), undefined);
});

Deno.test("FairQueue sends away the last of the longest line, for one whose line is shorter still", () => {
  const queue = new FairQueue<string>();
  for (const item of ["a1", "b1", "b2", "b3"]) queue.push(item[0], item);
  assert.equal(queue.yieldTo("b"), undefined, "for itself");
  assert.equal(queue.yieldTo("a"), "b3");
  assert.equal(queue.yieldTo("a"), undefined, "it would be as long");
  assert.equal(queue.yieldTo("c"), "b2");
  assert.equal(queue.yieldTo("c"), undefined);
  assert.equal(queue.length, 2);
});

Deno.test("FairQueue keeps nobody waiting for more than one of each other line, whatever comes", () => {
  const step = fc.oneof(
    fc.record({ push: fc.constantFrom(...LINES) }),
    fc.record({ yieldTo: fc.constantFrom(...LINES) }),
    fc.constant("shift" as const),
    fc.constant("drain" as const),
  );
  fc.assert(fc.property(fc.array(step, { maxLength: 100, size: "max" }), (steps) => {
    const queue = new FairQueue<[line: string, place: number]>();
    const lines = new Map(LINES.map((line): [string, number[]] => [line, []]));
    /** Turns of other lanes since a lane's last turn, or since it began to wait. */
    const passed = new Map<string, string[]>();
    for (const [place, step] of steps.entries()) {
      if (step === "shift") {
        const item = queue.shift();
        if (item === undefined) {
          assert([...lines.values()].every((line) => line.length === 0));
          continue;
        }
        assert.equal(item[1], lines.get(item[0])!.shift());
        passed.delete(item[0]);
        for (const [line, waiting] of lines) {
          if (waiting.length === 0 || line === item[0]) continue;
          const turns: string[] = [...passed.get(line) ?? [], item[0]];
          assert.equal(new Set(turns).size, turns.length, `${line} waits for ${turns}`);
          passed.set(line, turns);
        }
      } else if (step === "drain") {
        const all = [...lines].flatMap(([line, items]) => items.splice(0).map((i) => [line, i]));
        assert.deepEqual(queue.drain().sort(), all.sort());
        passed.clear();
      } else if ("push" in step) {
        queue.push(step.push, [step.push, place]);
        lines.get(step.push)!.push(place);
      } else {
        const longest = Math.max(...[...lines.values()].map(({ length }) => length));
        const item = queue.yieldTo(step.yieldTo);
        assert.equal(item === undefined, longest <= lines.get(step.yieldTo)!.length + 1);
        if (item === undefined) continue;
        assert.equal(lines.get(item[0])!.length, longest);
        assert.equal(item[1], lines.get(item[0])!.pop());
      }
      const waiting = [...lines.values()].reduce((sum, { length }) => sum + length, 0);
      assert.equal(queue.length, waiting);
    }
  }));
});
