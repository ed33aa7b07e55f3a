import assert from "node:assert/strict";
import fc from "fast-check";
import { steadyClock } from "../../lib/net/steady_clock.ts";

Deno.test("steadyClock goes on with the clock, and takes nothing from what has passed when that is set back", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100_000, max: 100_000 })), (steps) => {
      let at = 1_000_000;
      const clock = steadyClock(() => at);
      let passed = 0;
      for (const step of steps) {
        at += step;
        passed += Math.max(step, 0);
        assert.equal(clock(), passed);
      }
    }),
  );
});
