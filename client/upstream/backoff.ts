const FIRST_MS = 250;
const LONGEST_MS = 10_000;

/** Pauses between attempts that grow with each failure, jittered so that many clients don't return at once. */
export class Backoff {
  readonly #random: () => number;
  #failures = 0;

  /** @param random from 0 to 1, 1 excluded */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** Counts a failure and gives the pause after it, in ms. */
  next(): number {
    const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#failures);
    this.#failures++;
    return this.#random() * longest;
  }

  reset(): void {
    this.#failures = 0;
  }
}
