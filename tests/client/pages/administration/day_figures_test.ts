import assert from "node:assert/strict";
import type { MinuteLists } from "../../../../lib/model/figures/stats.ts";
import { dayFigures } from "../../../../client/pages/administration/day_figures.ts";
import {
  hoursOf,
  placeTime,
  type Plotted,
} from "../../../../client/shared/administration/day_figures.ts";

const START = Date.parse("2026-11-23T08:00:00.000Z");
const MINUTE = 60_000;

/** Minutes from `since` on whose figures are all these; null for those in which the server wasn't running. */
function minutes(since: number, values: (number | null)[]): MinuteLists {
  const all = [...values];
  return {
    since: new Date(since).toISOString(),
    ...{ connections: all, messages: all, requests: all, delivery_p50_ms: all },
    ...{ delivery_p99_ms: all, store_bytes: all, log_bytes: all },
  };
}

Deno.test("a place of a plot has its minutes' sum, most, median or last value", () => {
  const day = dayFigures(minutes(START, [5, null, 1, 9, 2, 7]), START + 6 * MINUTE);
  assert.equal(day.series.connections.length, 288);
  const expected: [Plotted, first: number, last: number][] = [
    ["connections", 9, 7],
    ["messages", 17, 7],
    ["delivery_p50_ms", 2, 7],
    ["delivery_p99_ms", 9, 7],
    ["store_bytes", 2, 7],
    ["log_bytes", 2, 7],
  ];
  for (const [figure, first, last] of expected) {
    assert.deepEqual(day.series[figure].slice(-3), [null, first, last], figure);
  }
  assert.equal(placeTime(day, 286), START);
});

Deno.test("a day ends with the last minute that is over, and gaps are where the server wasn't running", () => {
  const five = (value: number | null) => Array<number | null>(5).fill(value);
  const ago = (minutes: number) => START - minutes * MINUTE;
  const cases: [what: string, MinuteLists, last: (number | null)[]][] = [
    ["more than a day", minutes(ago(1_500), Array(1_500).fill(3)), [3, 3, 3]],
    ["a gap", minutes(ago(15), [...five(3), ...five(null), ...five(3)]), [3, null, 3]],
    ["a minute to be counted", minutes(ago(15), [...five(3), ...five(3), ...five(3), null]), [
      3,
      3,
      3,
    ]],
    ["a server away", minutes(ago(15), [...five(3), 3, 3, null, null, null, ...five(null)]), [
      3,
      3,
      null,
    ]],
    ["a first minute", minutes(START, []), [null, null, null]],
    ["no time at all", { ...minutes(START, [1, 2]), since: "yesterday" }, [null, null, null]],
  ];
  for (const [what, lists, last] of cases) {
    const { series } = dayFigures(lists, START);
    assert.equal(series.connections.length, 288, what);
    assert.deepEqual(series.connections.slice(-3), last, what);
  }
});

Deno.test("the hours of a day are those of the clock, and add up to it", () => {
  const day = dayFigures(minutes(START - 1_440 * MINUTE, Array(1_430).fill(1)), START);
  const hours = hoursOf(day);
  assert.equal(hours.reduce((sum, { values }) => sum + (values.messages ?? 0), 0), 1_430);
  assert.equal(hours[0].from, placeTime(day, 0));
  assert.equal(hours.at(-1)!.until, placeTime(day, 288));
  for (const { from } of hours.slice(1)) assert.equal(new Date(from).getMinutes(), 0);
});
