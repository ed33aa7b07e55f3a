import type { Series } from "../../shared/administration/day_figures.ts";

/** The height of a plot in its own units; a place is one wide. */
export const PLOT_HEIGHT = 100;

/** Consecutive places with a value, from the first to before the end. */
interface Run {
  start: number;
  end: number;
}

/** The runs of places for which `is` holds. */
export function runs(series: Series, is: (value: number | null) => boolean): Run[] {
  const found: Run[] = [];
  for (let start = 0, end = 0; start < series.length; start = end) {
    while (end < series.length && is(series[end]) === is(series[start])) end++;
    if (is(series[start])) found.push({ start, end });
  }
  return found;
}

/** The strokes of a line through the middle of each place, broken where there is no value. */
export function linePath(series: Series, top: number): string {
  return runs(series, isKnown).map(({ start, end }) => {
    const points = series.slice(start, end).map((value, at) =>
      `${start + at + .5} ${y(value, top)}`
    );
    // A line of one point is drawn as a dot.
    return `M${points.length === 1 ? [...points, points[0]].join("L") : points.join("L")}`;
  }).join("");
}

/** The area below such a line, as steps. */
export function areaPath(series: Series, top: number): string {
  return runs(series, (value) => value !== null && value > 0).map(({ start, end }) => {
    const steps = series.slice(start, end).map((value) => `V${y(value, top)}h1`);
    return `M${start} ${PLOT_HEIGHT}${steps.join("")}V${PLOT_HEIGHT}z`;
  }).join("");
}

export function y(value: number | null, top: number): number {
  return Math.round((1 - (value ?? 0) / top) * PLOT_HEIGHT * 100) / 100;
}

const isKnown = (value: number | null) => value !== null;

/** A round number that is at least the largest value: 1, 2 or 5 times a power of ten, of `base` for sizes. */
export function topOf(series: readonly Series[], base = 1): number {
  const largest = Math.min(Math.max(0, ...series.flat().map((value) => value ?? 0)), 1e18);
  let unit = 1;
  while (base > 1 && unit * base <= largest) unit *= base;
  const power = 10 ** Math.floor(Math.log10(Math.max(largest / unit, Number.MIN_VALUE)));
  const top = [1, 2, 5, 10].map((times) => times * power * unit).find((top) => top >= largest);
  return largest > 0 && top !== undefined ? top : 1;
}
