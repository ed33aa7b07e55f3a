import type { PacedResult } from "../logins/logins_paced_load.ts";
import { median } from "./median.ts";
import { milliseconds, perSecond } from "./quantities.ts";
import type { Figure } from "./report.ts";

/** A quiet room's delivery times, and what others were answered a second beside it. */
export interface QuietRoom {
  quiet: PacedResult;
  answeredPerSecond?: number;
}

/**
 * The median and p99 of a quiet room beside something, against the room alone.
 * @param goal how many times as long the p99 may be
 */
export function quietRoomFigures(
  name: string,
  beside: readonly QuietRoom[],
  alone: readonly QuietRoom[],
  goal: number,
): Figure[] {
  const of = (key: "medianMs" | "p99Ms", from: readonly QuietRoom[]) =>
    median(from.map(({ quiet }) => quiet[key]));
  const rates = beside.flatMap(({ answeredPerSecond }) => answeredPerSecond ?? []);
  const rate = rates.length === 0 ? "" : ` (${perSecond(median(rates))})`;
  const figure = (part: string, key: "medianMs" | "p99Ms", goal?: Figure["goal"]): Figure => ({
    name: `${part} while ${name}${rate}`,
    value: milliseconds(of(key, beside)),
    ratio: of(key, beside) / of(key, alone),
    against: `alone, ${milliseconds(of(key, alone))}`,
    goal,
  });
  return [figure("p50", "medianMs"), figure("p99", "p99Ms", { most: goal })];
}
