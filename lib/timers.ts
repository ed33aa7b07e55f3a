import { type Clock, systemClock } from "./clock.ts";

/** Covers the types of both runtimes, Deno and browser. */
export type Timer = ReturnType<typeof setTimeout> | number;

/** A clock for durations, and timers that follow it; injected so that tests need not wait. */
export interface Timers extends Pick<Clock, "monotonic"> {
  set(run: () => void, ms: number): Timer;
  clear(timer: Timer | undefined): void;
}

export const systemTimers: Timers = {
  monotonic: systemClock.monotonic,
  set: (run, ms) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer as number),
};

/**
 * Calls `run` every so many milliseconds.
 * @returns stops it
 */
export function repeat(timers: Timers, run: () => void, ms: number): () => void {
  let timer: Timer;
  const next = () => {
    timer = timers.set(() => {
      next();
      run();
    }, ms);
  };
  next();
  return () => timers.clear(timer);
}
