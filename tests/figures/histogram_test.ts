import assert from "node:assert/strict";
import fc from "fast-check";
import { BOUNDS, Histogram, quantile } from "../../lib/figures/histogram.ts";

Deno.test("a histogram counts each duration in the first class whose bound it doesn't pass", () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 20_000, noNaN: true })), (durations) => {
    const histogram = new Histogram();
    for (const duration of durations) histogram.observe(duration);
    const expected = new Float64Array(BOUNDS.length + 1);
    for (const duration of durations) {
      const place = BOUNDS.findIndex((bound) => duration <= bound);
      expected[place < 0 ? BOUNDS.length : place]++;
    }
    assert.deepEqual(histogram.counts, expected);
    assert.equal(histogram.sum, durations.reduce((sum, duration) => sum + duration, 0));
  }));
});

Deno.test("a quantile lies in the class of the duration of that rank", () => {
  const durations = fc.array(fc.double({ min: 0.001, max: 9_000, noNaN: true }), { minLength: 1 });
  fc.assert(fc.property(durations, fc.constantFrom(0.5, 0.9, 0.99, 1), (some, fraction) => {
    const histogram = new Histogram();
    for (const duration of some) histogram.observe(duration);
    const exact = some.toSorted((a, b) => a - b)[Math.ceil(fraction * some.length) - 1];
    const estimate = quantile(histogram.counts, fraction)!;
    const place = BOUNDS.findIndex((bound) => exact <= bound);
    assert(estimate >= (BOUNDS[place - 1] ?? 0) && estimate <= BOUNDS[place], `${estimate}`);
  }));
});

Deno.test("there is no quantile of nothing, and none beyond the last bound", () => {
  const histogram = new Histogram();
  assert.equal(quantile(histogram.counts, 0.5), null);
  histogram.observe(1_000_000);
  assert.equal(quantile(histogram.counts, 0.5), BOUNDS.at(-1));
});
