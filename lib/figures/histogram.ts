/** Upper bounds of the classes, in milliseconds. */
export const BOUNDS: readonly number[] = [
  ...[0.2, 0.5, 1, 2, 3, 5, 7.5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500],
  ...[1_000, 2_000, 5_000, 10_000],
];

/** The place of the sum behind the classes, of which the last has no bound. */
const SUM = BOUNDS.length + 1;
const bounds = Float64Array.from(BOUNDS);

/** Counts durations by classes. Its numbers are allocated once: counting makes no objects. */
export class Histogram {
  readonly #numbers = new Float64Array(SUM + 1);

  /** @param duration in milliseconds */
  observe(duration: number): void {
    let place = 0;
    while (place < bounds.length && duration > bounds[place]) place++;
    this.#numbers[place]++;
    this.#numbers[SUM] += duration;
  }

  /** The durations counted so far, by class. */
  get counts(): Float64Array {
    return this.#numbers.slice(0, SUM);
  }

  /** The sum of all durations in milliseconds. */
  get sum(): number {
    return this.#numbers[SUM];
  }
}

/**
 * Estimates a quantile of the durations in milliseconds, as Prometheus does: evenly spread within its class. Null if
 * there are none; the last bound if it lies beyond.
 * @param counts by class, as in a Histogram
 */
export function quantile(counts: Float64Array, fraction: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let rank = fraction * total;
  for (const [place, bound] of BOUNDS.entries()) {
    if (rank <= counts[place]) {
      const below = BOUNDS[place - 1] ?? 0;
      return Math.min(bound, below + (bound - below) * rank / counts[place]);
    }
    rank -= counts[place];
  }
  return BOUNDS[BOUNDS.length - 1];
}
