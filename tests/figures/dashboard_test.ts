import assert from "node:assert/strict";
import { METRICS } from "../../lib/figures/metrics.ts";

interface Panel {
  id: number;
  type: string;
  title: string;
  gridPos: { h: number; w: number; x: number; y: number };
  targets?: { expr: string }[];
}

const dashboard: { panels: Panel[] } = JSON.parse(
  Deno.readTextFileSync(new URL("../../packaging/grafana/chung.json", import.meta.url)),
);

Deno.test("the dashboard shows every metric, and none that there isn't", () => {
  const exported = METRICS.map(({ name }) => name);
  const shown = dashboard.panels.flatMap(({ targets = [] }) => targets).flatMap(({ expr }) =>
    expr.match(/\b(chung|process)_[a-z_]+/g)!
  ).map((name) => name.replace(/_(bucket|count|sum)$/, ""));
  assert.deepEqual([...new Set(shown)].sort(), exported.toSorted());
});

Deno.test("the dashboard's panels lie beside each other, with ids of their own", () => {
  const { panels } = dashboard;
  assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length);
  for (const { title, gridPos: a, id } of panels) {
    assert(a.x + a.w <= 24, title);
    for (const { gridPos: b, id: other } of panels) {
      const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
      assert(id === other || apart, title);
    }
  }
});
