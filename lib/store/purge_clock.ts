/**
 * Provides the current time for permanent deletions. It returns the earlier of the last two readings of the clock: a
 * clock that jumps ahead, as on a machine that has just started, and is corrected before the next reading causes
 * nothing to be deleted early.
 */
export class PurgeClock {
  #before = 0;

  /**
   * @param now Unix ms
   * @returns Unix ms; 0, at which nothing is old, on the first call, which has no earlier reading to compare with
   */
  look(now: number): number {
    const before = this.#before;
    this.#before = now;
    return Math.min(before, now);
  }
}
