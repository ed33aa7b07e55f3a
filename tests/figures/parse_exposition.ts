import assert from "node:assert/strict";

/** A metric as it was exposed: its type, and the values by series, `name{labels}`. */
export interface Exposed {
  type: string;
  series: Map<string, number>;
}

const SERIES = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?:[a-z_]+="[^"\\\n]*",?)+\})? (\S+)$/;

/** Reads Prometheus' text format, version 0.0.4, and refuses what Prometheus would refuse or its linter complain of. */
export function parseExposition(text: string): Map<string, Exposed> {
  assert(text.endsWith("\n"), "the last line ends");
  const metrics = new Map<string, Exposed>();
  let name = "";
  let helped = "";
  for (const line of text.slice(0, -1).split("\n")) {
    const [, help] = /^# HELP (\S+) \S.*\.$/.exec(line) ?? [];
    const [, typed, type] = /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(line) ?? [];
    if (help !== undefined) helped = help;
    else if (typed !== undefined) {
      assert.equal(typed, helped, "HELP stands before TYPE");
      assert(!metrics.has(typed), `${typed} comes once`);
      assert.equal(typed.endsWith("_total"), type === "counter", `${typed} is a ${type}`);
      metrics.set(name = typed, { type, series: new Map() });
    } else {
      const [, sampled, labels = "", value] = SERIES.exec(line) ?? [];
      assert(sampled !== undefined, line);
      const metric = metrics.get(name)!;
      const suffix = metric.type === "histogram" ? "(_bucket|_sum|_count)" : "";
      assert.match(sampled, new RegExp(`^${name}${suffix}$`), line);
      assert(Number.isFinite(Number(value)), line);
      assert(!metric.series.has(sampled + labels), `${line} comes once`);
      metric.series.set(sampled + labels, Number(value));
    }
  }
  for (const [name, { type, series }] of metrics) {
    if (type === "histogram") assertHistogram(name, series);
  }
  return metrics;
}

/** Classes hold what those below them hold, and the last holds all. */
function assertHistogram(name: string, series: Map<string, number>): void {
  const buckets = [...series].filter(([key]) => key.startsWith(`${name}_bucket`));
  const bounds = buckets.map(([key]) => /le="(.*)"/.exec(key)![1]);
  const numbers = bounds.map((bound) => bound === "+Inf" ? Infinity : Number(bound));
  assert.deepEqual(numbers, numbers.toSorted((a, b) => a - b), `${name}: bounds in order`);
  const counts = buckets.map(([, count]) => count);
  assert.deepEqual(
    counts,
    counts.toSorted((a, b) => a - b),
    `${name}: classes include those below`,
  );
  assert.equal(bounds.at(-1), "+Inf");
  assert.equal(series.get(`${name}_count`), counts.at(-1));
  assert(series.has(`${name}_sum`));
}
