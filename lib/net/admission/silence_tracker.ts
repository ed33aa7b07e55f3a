import type { Clock } from "../../clock.ts";

/** Who has been waiting since when, the longest first, at the same cost however many wait. */
export class SilenceTracker<T> {
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #since = new Map<T, number>();
  constructor(clock: Pick<Clock, "monotonic">) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#since.size;
  }

  /** Begins now, also where it has been waiting already. */
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

  /** Those that have been waiting for so many milliseconds; they may begin again or end meanwhile. */
  *since(milliseconds: number): Generator<T> {
    const before = this.#clock.monotonic() - milliseconds;
    for (const [one, at] of this.#since) {
      if (at > before) return;
      yield one;
    }
  }
}
