const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** The browser's timers, or a test's. */
export interface RetryTimers {
  set(run: () => void, ms: number): unknown;
  clear(timer: unknown): void;
}

/** The browser's own timers: its functions may not be called as the methods of another object. */
export const BROWSER_TIMERS: RetryTimers = {
  set: (run, ms) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer as number),
};

/** The pause after a failure, which grows with each failure in a row. */
export class RetryTimer {
  #on = false;
  #failures = 0;
  #timer: unknown;
  readonly #timers: RetryTimers;
  readonly #random: () => number;
  readonly #retry: () => void;

  /** @param retry called when a pause has lasted long enough */
  constructor(timers: RetryTimers, random: () => number, retry: () => void) {
    this.#timers = timers;
    this.#random = random;
    this.#retry = retry;
  }

  /** Whether a pause has begun and not ended. */
  get on(): boolean {
    return this.#on;
  }

  /** @param ends whether it ends by itself */
  begin(ends: boolean): void {
    this.#on = true;
    const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#failures++);
    if (ends) this.#timer = this.#timers.set(this.#retry, longest * (0.5 + this.#random() / 2));
  }

  end(): void {
    this.#on = false;
    this.#timers.clear(this.#timer);
  }

  /** Makes the next pause a short one. */
  reset(): void {
    this.#failures = 0;
  }
}
