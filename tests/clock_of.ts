import type { Clock } from "../lib/clock.ts";

/** A clock whose both times are what a test says. */
export function clockOf(now: () => number): Clock {
  return { wall: now, monotonic: now };
}
