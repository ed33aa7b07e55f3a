const FIRST_MS = 250;
const LONGEST_MS = 10_000;

/** Exponential backoff with full jitter, so that many clients don't reconnect at once. */
export class Backoff {
  readonly #random: () => number;
  #failures = 0;

  /** @param random returns a number from 0 (inclusive) to 1 (exclusive) */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** Counts a failure and returns the pause that follows it, in milliseconds. */
  next(): number {
    const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#failures);
    this.#failures++;
    return this.#random() * longest;
  }

  reset(): void {
    this.#failures = 0;
  }
}
