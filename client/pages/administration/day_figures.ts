import type { MinuteLists } from "../../../lib/model/figures/stats.ts";
import {
  combined,
  type DayFigures,
  PLOTTED,
  type Plotted,
  type Series,
} from "../../shared/administration/day_figures.ts";

const MINUTE_MS = 60_000;
/** Minutes of a place of a plot: a day has 288, about as many as a plot has pixels. */
const STEP = 5;
const PLACES = 24 * 60 / STEP;

/** Puts the minutes that a server tells into the places of its last 24 hours. @param now Unix milliseconds */
export function dayFigures(lists: MinuteLists, now: number): DayFigures {
  const told = toldMinutes(lists);
  const first = Math.round(Date.parse(lists.since) / MINUTE_MS);
  const over = Number.isFinite(first) && told > 0 ? first + told : Math.floor(now / MINUTE_MS);
  const end = Math.ceil(over / STEP) * STEP;
  const start = end - PLACES * STEP;
  const minutesOf = (figure: Plotted, place: number): Series => {
    const from = start + place * STEP - first;
    return lists[figure].slice(Math.max(0, from), Math.max(0, Math.min(from + STEP, told)));
  };
  const series = PLOTTED.map((figure) => [
    figure,
    Array.from({ length: PLACES }, (_, place) => combined(figure, minutesOf(figure, place))),
  ]);
  return {
    since: new Date(start * MINUTE_MS).toISOString(),
    step: STEP,
    series: Object.fromEntries(series),
  };
}

/** The minutes to show: the last one may be asked for just before the server has counted it. */
function toldMinutes({ connections }: MinuteLists): number {
  const uncounted = connections.at(-1) === null && (connections.at(-2) ?? null) !== null;
  return connections.length - (uncounted ? 1 : 0);
}
