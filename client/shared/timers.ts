/** Covers the types of both runtimes, Deno and browser. */
export type Timer = ReturnType<typeof setTimeout> | number;

/** The clock and timers, injected so that tests need not wait. */
export interface Timers {
  /** Milliseconds on a clock that is never set, only for durations. */
  now(): number;
  set(run: () => void, ms: number): Timer;
  clear(timer: Timer | undefined): void;
}

export const realTimers: Timers = {
  now: () => performance.now(),
  set: (run, ms) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer as number),
};
