import { Fifo } from "./fifo.ts";

/**
 * Lanes that take turns strictly, one item at a time, and within a lane first in, first out. However many items a lane
 * has, an item of another lane waits for at most one of them for each item of its own lane.
 *
 * `FairBatchQueue` lets items that find their lane empty go first; it is taken from in batches.
 */
export class FairQueue<T> {
  /** None is empty; the one whose turn it is comes first. */
  readonly #lanes = new Map<string, Fifo<T>>();
  #length = 0;

  /** The length of all lanes together. */
  get length(): number {
    return this.#length;
  }

  push(lane: string, item: T): void {
    let items = this.#lanes.get(lane);
    if (items === undefined) this.#lanes.set(lane, items = new Fifo());
    items.push(item);
    this.#length++;
  }

  shift(): T | undefined {
    for (const [lane, items] of this.#lanes) {
      this.#lanes.delete(lane);
      const item = items.shift();
      if (items.length > 0) this.#lanes.set(lane, items);
      this.#length--;
      return item;
    }
    return undefined;
  }

  /**
   * Removes the last item of the longest lane, to make room for one more of another.
   * @returns the item, or undefined when no lane is longer than `lane` with one more would be
   */
  yieldTo(lane: string): T | undefined {
    let longest = "";
    let length = 0;
    for (const [name, items] of this.#lanes) {
      if (items.length > length) [longest, length] = [name, items.length];
    }
    if (length <= (this.#lanes.get(lane)?.length ?? 0) + 1) return undefined;
    this.#length--;
    return this.#lanes.get(longest)!.pop();
  }

  /** Takes everything. */
  drain(): T[] {
    const items = [...this.#lanes.values()].flatMap((lane) => lane.drain());
    this.#lanes.clear();
    this.#length = 0;
    return items;
  }
}
