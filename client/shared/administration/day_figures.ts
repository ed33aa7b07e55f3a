import type { Stats } from "../../../lib/model/figures/stats.ts";

/** The figures of which plots are drawn; those of the protocol's `figures`. */
export const PLOTTED = [
  "connections",
  "messages",
  "delivery_p50_ms",
  "delivery_p99_ms",
  "store_bytes",
  "log_bytes",
] as const;

export type Plotted = typeof PLOTTED[number];

/** A value for each place; null where there is none. */
export type Series = readonly (number | null)[];

/** The last 24 hours of a server in places of some minutes; `connections` is null while it wasn't running. */
export interface DayFigures {
  /** The beginning of the first place, in ISO 8601. */
  since: string;
  /** Minutes of a place. */
  step: number;
  series: Record<Plotted, Series>;
}

/** The state of a server now, and its last day. */
export interface ServerState {
  stats: Stats;
  day: DayFigures;
  /** When the server told it, in ISO 8601. */
  told: string;
}

/** One value for consecutive ones: of messages the sum, of sizes the last, of median times the median, else the most. */
export function combined(figure: Plotted, values: Series): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  switch (figure) {
    case "messages":
      return known.reduce((sum, value) => sum + value, 0);
    case "delivery_p50_ms":
      return [...known].sort((a, b) => a - b)[Math.floor((known.length - 1) / 2)];
    case "store_bytes":
    case "log_bytes":
      return known.at(-1)!;
    default:
      return Math.max(...known);
  }
}

/** The beginning of a place in Unix milliseconds; that of the end is the number of places. */
export function placeTime({ since, step }: DayFigures, place: number): number {
  return Date.parse(since) + place * step * 60_000;
}

/** A part of a day, with one value a figure. */
export interface DayPart {
  /** Unix milliseconds. */
  from: number;
  until: number;
  values: Record<Plotted, number | null>;
}

/** The day by the hours of the clock, of which the first and the last may be cut. */
export function hoursOf(day: DayFigures): DayPart[] {
  const count = day.series.connections.length;
  const hourOf = (place: number) => new Date(placeTime(day, place)).setMinutes(0, 0, 0);
  const parts: DayPart[] = [];
  for (let start = 0, end = 0; start < count; start = end) {
    while (end < count && hourOf(end) === hourOf(start)) end++;
    const values = PLOTTED.map((figure) => [
      figure,
      combined(figure, day.series[figure].slice(start, end)),
    ]);
    parts.push({
      from: placeTime(day, start),
      until: placeTime(day, end),
      values: Object.fromEntries(values),
    });
  }
  return parts;
}
