import assert from "node:assert/strict";
import { isGrowing, trendOf } from "./trend.ts";

const BOUND = { part: 0.05, atLeast: 1 };

/** The same numbers in each run. */
function random(seed: number): () => number {
  return () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

/** A series of 100 points with `noise` up and down, relative to the level. */
function series(value: (part: number) => number, noise: number, seed: number): [number, number][] {
  const next = random(seed);
  return Array.from({ length: 100 }, (_, i) => {
    const level = value(i / 99);
    return [i * 2, level + (next() * 2 - 1) * noise * 100];
  });
}

const CASES: [name: string, value: (part: number) => number, noise: number, grows: boolean][] = [
  ["flat", () => 100, 0, false],
  ["flat, with noise", () => 100, 0.3, false],
  ["falling", (part) => 120 - 40 * part, 0.05, false],
  ["a tooth of a saw", (part) => 100 + 20 * ((part * 10) % 1), 0.02, false],
  ["one step by less than the bound", (part) => part < 0.5 ? 100 : 103, 0.01, false],
  ["one outlier at the end", (part) => part < 1 ? 100 : 1_000, 0.01, false],
  ["growing by 2 %", (part) => 100 + 2 * part, 0.005, false],
  ["growing by 10 %", (part) => 100 + 10 * part, 0.02, true],
  ["growing by 30 % in noise", (part) => 100 + 30 * part, 0.1, true],
  ["growing on a saw", (part) => 100 + 40 * part + 20 * ((part * 10) % 1), 0.02, true],
];

for (const [name, value, noise, grows] of CASES) {
  // Guard (floods): the soak's verdict can fail
  Deno.test(`a series that is ${name} is ${grows ? "told to grow" : "not told to grow"}`, () => {
    for (let seed = 1; seed <= 20; seed++) {
      const trend = trendOf(series(value, noise, seed));
      assert.equal(isGrowing(trend, BOUND), grows, `${seed}: ${JSON.stringify(trend)}`);
    }
  });
}

Deno.test("a trend tells its level and growth in the values' unit", () => {
  const trend = trendOf([[0, 10], [1, 12], [2, 14], [3, 16], [4, 18]]);
  assert.deepEqual([trend.level, trend.growth], [14, 8]);
});

Deno.test("what is small may grow by its least bound", () => {
  const trend = trendOf(Array.from({ length: 50 }, (_, i) => [i, i / 10]));
  assert.equal(isGrowing(trend, { part: 0.05, atLeast: 1 }), true);
  assert.equal(isGrowing(trend, { part: 0.05, atLeast: 10 }), false);
});
