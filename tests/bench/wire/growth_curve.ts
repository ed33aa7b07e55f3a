import { milliseconds, perSecond } from "../report/quantities.ts";
import type { Chart, Figure } from "../report/report.ts";
import { type Load, measureLoad, medianResult, type StartTarget } from "./measure_load.ts";
import type { LoadResult } from "./plan.ts";
import type { Shape } from "./targets.ts";

/** A point of a curve: `x` on its axis, and its label in a table. */
export interface Point {
  name: string;
  x: number;
  shape: Shape;
}

/** The targets measured at each point; the first is the baseline. */
export type Lines = [name: string, start: StartTarget][];

/** `results[line][point]`: medians over the rounds. */
export interface Curve {
  points: Point[];
  names: string[];
  results: LoadResult[][];
}

/** In turns, so that other activity on the machine affects all alike. */
export async function measureCurve(
  points: Point[],
  lines: Lines,
  { rounds, window, seconds }: Omit<Load, "shape"> & { rounds: number },
): Promise<Curve> {
  const results = lines.map((): LoadResult[] => []);
  for (const { shape } of points) {
    const rows = lines.map((): LoadResult[] => []);
    for (let round = 0; round < rounds; round++) {
      for (const [line, [name, start]] of lines.entries()) {
        const result = await measureLoad(start, { shape, window, seconds });
        if (result === null) throw new Error(`${name} can't be started here`);
        rows[line].push(result);
      }
    }
    rows.forEach((row, line) => results[line].push(medianResult(row)));
  }
  return { points, names: lines.map(([name]) => name), results };
}

/** Returns a figure per point for every line except the first, compared with the first. */
export function curveFigures({ points, names, results: [baseline, ...others] }: Curve): Figure[] {
  return points.flatMap(({ name }, point) =>
    others.map((results, line): Figure => ({
      name: `${name}: ${names[line + 1]}`,
      value: delivered(results[point]),
      ratio: results[point].deliveredPerSecond / baseline[point].deliveredPerSecond,
      against: `${names[0]}, ${perSecond(baseline[point].deliveredPerSecond)}`,
    }))
  );
}

/** Deliveries per second and their 99th percentile, formatted for tables. */
export function delivered({ deliveredPerSecond, p99Ms }: LoadResult): string {
  return `${perSecond(deliveredPerSecond)}, p99 ${milliseconds(p99Ms)}`;
}

export function curveChart(
  curve: Curve,
  { x, y, ...named }: Pick<Chart, "name" | "title" | "x"> & { y: Chart["y"]["scale"] },
): Chart {
  return {
    ...named,
    x,
    y: { label: "deliveries a second", scale: y },
    series: curve.names.map((name, line) => ({
      name,
      points: curve.points.map(({ x }, point): [number, number] => [
        x,
        curve.results[line][point].deliveredPerSecond,
      ]),
    })),
  };
}
