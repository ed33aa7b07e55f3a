/** Tracks since when each item has been waiting, longest first, at a constant cost per operation. */
export class SilenceTracker<T> {
  readonly #now: () => number;
  readonly #since = new Map<T, number>();

  /** @param now a monotonic clock in milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  get size(): number {
    return this.#since.size;
  }

  /** Starts the item's wait now, also when it is already waiting. */
  begin(one: T): void {
    this.#since.delete(one);
    this.#since.set(one, this.#now());
  }

  has(one: T): boolean {
    return this.#since.has(one);
  }

  end(one: T): void {
    this.#since.delete(one);
  }

  /** Yields the items that have been waiting for at least `milliseconds`. They may begin or end during iteration. */
  *since(milliseconds: number): Generator<T> {
    const before = this.#now() - milliseconds;
    for (const [one, at] of this.#since) {
      if (at > before) return;
      yield one;
    }
  }
}
