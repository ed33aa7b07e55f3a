import assert from "node:assert/strict";
import fc from "fast-check";
import { Fifo } from "../../lib/queues/fifo.ts";

Deno.test("Fifo gives what an array would, whatever is done in whatever order", () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.constant("push" as const) },
    { weight: 4, arbitrary: fc.constant("shift" as const) },
    { weight: 2, arbitrary: fc.constant("pop" as const) },
    { weight: 1, arbitrary: fc.constant("drain" as const) },
  );
  fc.assert(fc.property(fc.array(step, { maxLength: 200, size: "max" }), (steps) => {
    const fifo = new Fifo<number>();
    const array: number[] = [];
    for (const [place, step] of steps.entries()) {
      if (step === "push") {
        fifo.push(place);
        array.push(place);
      } else if (step === "shift") assert.equal(fifo.shift(), array.shift());
      else if (step === "pop") assert.equal(fifo.pop(), array.pop());
      else assert.deepEqual(fifo.drain(), array.splice(0));
      assert.equal(fifo.length, array.length);
    }
  }));
});
