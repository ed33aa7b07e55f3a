import assert from "node:assert/strict";
import { chartScale } from "./chart_scale.ts";
import { chartSvg, FRAME } from "./chart_svg.ts";
import type { Chart } from "./report.ts";

const CHART: Chart = {
  name: "growth",
  title: "Messages & <members>",
  x: { label: "members", scale: "log" },
  y: { label: "deliveries a second", scale: "linear" },
  series: [
    { name: "relay", points: [[16, 1_150_000], [128, 1_060_000], [16_000, 139_000]] },
    { name: "chung", points: [[16, 230_000], [128, 200_000], [16_000, 30_000]] },
  ],
};

Deno.test("a chart has every point inside its frame, and the higher value higher", () => {
  const circles = [...chartSvg(CHART).matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="4"/g)];
  const points = circles.map(([, left, top]) => ({ left: Number(left), top: Number(top) }));
  assert.equal(points.length, 6);
  for (const { left, top } of points) {
    assert(left >= FRAME.left && left <= FRAME.right, `${left} across`);
    assert(top >= FRAME.top && top <= FRAME.bottom, `${top} down`);
  }
  assert(points[0].top < points[3].top, "the relay's first point stands above chung's");
  assert(points[0].left < points[1].left && points[1].left < points[2].left);
});

Deno.test("a chart has its own ground, and its texts escaped", () => {
  const svg = chartSvg(CHART);
  assert.match(svg, /<rect width="720" height="400" rx="8" fill="#ffffff"\/>/);
  assert.match(svg, /Messages &amp; &lt;members></);
  assert.match(svg, />relay<\/text>[^]*>chung<\/text>/);
});

const TICKS: [values: number[], kind: "log" | "linear", ticks: number[]][] = [
  [[100, 1_000, 5_000], "log", [100, 200, 500, 1_000, 2_000, 5_000]],
  [[16, 16_000], "log", [10, 100, 1_000, 10_000, 20_000]],
  [[7], "log", [5, 10]],
  [[100], "log", [100, 200]],
  [[0.3, 40], "log", [0.2, 0.5, 1, 2, 5, 10, 20, 50]],
  [[22_000, 1_150_000], "log", [20_000, 50_000, 100_000, 200_000, 500_000, 1e6, 2e6]],
  [[0, 10_000_000], "linear", [0, 2e6, 4e6, 6e6, 8e6, 1e7]],
  [[3, 15], "linear", [0, 5, 10, 15]],
  [[0], "linear", [0, 0.2, 0.4, 0.6, 0.8, 1]],
];

for (const [values, kind, ticks] of TICKS) {
  Deno.test(`the ${kind} ticks around ${values.join(", ")}`, () => {
    const scale = chartScale(kind, values);
    const near = scale.ticks.map((tick) => Number(tick.toPrecision(9)));
    assert.deepEqual(near, ticks);
    for (const value of values) assert(scale.place(value) >= 0 && scale.place(value) <= 1);
    assert.equal(scale.place(scale.ticks[0]), 0);
    assert.equal(scale.place(scale.ticks.at(-1)!), 1);
  });
}

Deno.test("a log axis has no place for 0", () => {
  assert.throws(() => chartScale("log", [0, 10]), /0 has no place/);
});
