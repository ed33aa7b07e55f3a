/** Of whichever runtime's types are in force. */
export type Timer = ReturnType<typeof setTimeout> | number;

/** The clock and its timers, given to what waits, so that tests need not. */
export interface Timers {
  /** Unix time in ms. */
  now(): number;
  set(run: () => void, ms: number): Timer;
  clear(timer: Timer | undefined): void;
}

export const realTimers: Timers = {
  now: () => Date.now(),
  set: (run, ms) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer as number),
};
