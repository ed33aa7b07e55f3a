import assert from "node:assert/strict";
import fc from "fast-check";
import {
  areaPath,
  linePath,
  runs,
  topOf,
} from "../../../../client/components/administration/plot_paths.ts";
import {
  durationText,
  figureText,
} from "../../../../client/components/administration/figure_text.ts";

Deno.test("a line is broken where there is no value, and one value is a dot", () => {
  assert.equal(
    linePath([10, 5, null, 0, null, null, 10], 10),
    "M0.5 0L1.5 50M3.5 100L3.5 100M6.5 0L6.5 0",
  );
  assert.equal(areaPath([10, 5, null, 0, 2], 10), "M0 100V0h1V50h1V100zM4 100V80h1V100z");
  assert.equal(linePath([null, null], 1) + areaPath([null, null], 1) + linePath([], 1), "");
  assert.deepEqual(runs([1, null, null, 2], (value) => value === null), [{ start: 1, end: 3 }]);
});

Deno.test("the top of a plot is a round number at or above every value", () => {
  const tops: [number[], base: number, top: number][] = [
    [[0], 1, 1],
    [[], 1, 1],
    [[1], 1, 1],
    [[3], 1, 5],
    [[12, 7], 1, 20],
    [[0.3], 1, 0.5],
    [[1_023], 1_024, 2_000],
    [[1_025], 1_024, 2_048],
    [[9 * 1_048_576], 1_024, 10 * 1_048_576],
  ];
  for (const [values, base, top] of tops) assert.equal(topOf([values], base), top, `${values}`);
  fc.assert(fc.property(
    fc.array(fc.option(fc.double({ min: 0, noNaN: true }))),
    fc.constantFrom(1, 1_024),
    (values, base) => {
      const top = topOf([values], base);
      assert(Number.isFinite(top) && top > 0);
      const largest = Math.max(0, ...values.map((value) => value ?? 0));
      // What no server has is drawn anyhow.
      if (largest > 1e-9 && largest < 1e18) assert(top >= largest && top <= 10.1 * largest);
    },
  ));
});

Deno.test("values and durations are told as people read them, in both languages", () => {
  const values: [Parameters<typeof figureText>[0], number, vi: string, en: string][] = [
    ["count", 1_234.4, "1.234", "1,234"],
    ["time", 0.7512, "0,751 ms", "0.751 ms"],
    ["time", 12_345, "12,3 s", "12.3 s"],
    ["size", 0, "0 B", "0 B"],
    ["size", 1_023 * 1_024, "1.023 KiB", "1,023 KiB"],
    ["size", 9_912_345, "9,45 MiB", "9.45 MiB"],
  ];
  for (const [kind, value, vi, en] of values) {
    assert.deepEqual(
      [figureText(kind, value, { language: "vi" }), figureText(kind, value, { language: "en" })],
      [vi, en],
    );
  }
  const durations: [seconds: number, text: string][] = [
    [0, "0 minutes"],
    [59, "0 minutes"],
    [60, "1 minute"],
    [3_600, "1 hour"],
    [3_720, "1 hour 2 minutes"],
    [2 * 86_400 + 3_600 + 60, "2 days 1 hour"],
    [86_400 + 60, "1 day"],
  ];
  for (const [seconds, text] of durations) {
    assert.equal(durationText(seconds, { language: "en" }), text);
  }
});
