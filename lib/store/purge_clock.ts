/**
 * The time by which something is deleted for good. Of two looks at the clock it takes the earlier one: a clock that
 * jumps ahead, as one of a machine that has just started may, and is set right before the next look, deletes nothing
 * that would have been kept.
 */
export class PurgeClock {
  #before = 0;

  /**
   * @param now Unix ms
   * @returns 0, by which nothing is old, at the first look: there is none to compare it with
   */
  look(now: number): number {
    const before = this.#before;
    this.#before = now;
    return Math.min(before, now);
  }
}
