import type { Clock } from "../../clock.ts";

/** Tracks since when each of many has been silent, the longest first, at a cost that doesn't grow with their number. */
export class SilenceTracker<T> {
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #since = new Map<T, number>();
  constructor(clock: Pick<Clock, "monotonic">) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#since.size;
  }

  /** Starts the silence now, or anew. */
  begin(one: T): void {
    this.#since.delete(one);
    this.#since.set(one, this.#clock.monotonic());
  }

  has(one: T): boolean {
    return this.#since.has(one);
  }

  end(one: T): void {
    this.#since.delete(one);
  }

  /** Yields those silent for at least so many milliseconds; any may begin anew or end during the iteration. */
  *since(milliseconds: number): Generator<T> {
    const before = this.#clock.monotonic() - milliseconds;
    for (const [one, at] of this.#since) {
      if (at > before) return;
      yield one;
    }
  }
}
