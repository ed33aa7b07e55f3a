import type { Axis } from "./report.ts";

/** Positions of values along an axis, from 0 at its start to 1 at its end. */
export interface ChartScale {
  /** Values with a tick, ascending; the first and last are the ends of the axis. */
  ticks: number[];
  place(value: number): number;
}

const MOST_TICKS = 8;
/** Tolerance for rounding errors. */
const ROUNDING = 1e-9;

/**
 * Creates a scale that covers all values. A linear scale starts at 0, so that lengths are proportional.
 * @throws {Error} on a logarithmic scale, if a value is not above 0
 */
export function chartScale(kind: Axis["scale"], values: number[]): ChartScale {
  const ticks = kind === "log" ? logTicks(values) : linearTicks(values);
  const along = kind === "log" ? Math.log : (value: number) => value;
  const [first, last] = [along(ticks[0]), along(ticks.at(-1)!)];
  return { ticks, place: (value) => (along(value) - first) / (last - first) };
}

/** Ticks at 1, 2 and 5 times powers of ten; only at powers of ten when there would be too many. */
function logTicks(values: number[]): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!(least > 0)) throw new Error(`${least} has no place on a logarithmic axis`);
  const [from, to] = [Math.floor(Math.log10(least)), Math.floor(Math.log10(most)) + 1];
  const powers = Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
  const all = powers.flatMap((power) => [power, 2 * power, 5 * power]);
  const begin = all.findLastIndex((tick) => tick <= least * (1 + ROUNDING));
  const end = all.findIndex((tick, i) => i > begin && tick >= most * (1 - ROUNDING));
  const ticks = all.slice(begin, end + 1);
  if (ticks.length <= MOST_TICKS) return ticks;
  return ticks.filter((tick) =>
    tick === ticks[0] || tick === ticks.at(-1) || powers.includes(tick)
  );
}

/** Ticks at multiples of 1, 2 or 5 times a power of ten. */
function linearTicks(values: number[]): number[] {
  const most = Math.max(...values, 0) || 1;
  const rough = most / (MOST_TICKS - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power)
    .find((step) => step >= rough * (1 - ROUNDING))!;
  return Array.from({ length: Math.ceil(most / step - ROUNDING) + 1 }, (_, i) => i * step);
}
