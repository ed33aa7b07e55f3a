import { Fifo } from "./fifo.ts";

/**
 * A queue of lanes that take turns strictly, one item at a time, first in, first out within a lane. However many items
 * a lane holds, an item of another lane waits for at most one of them per item of its own lane.
 *
 * `FairBatchQueue` favors items pushed to an empty lane, and is taken from in batches.
 */
export class FairQueue<T> {
  /** In turn order, the next lane first; no lane is empty. */
  readonly #lanes = new Map<string, Fifo<T>>();
  #length = 0;

  /** The total number of items in all lanes. */
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
   * Removes the last item of the longest lane, to make room for one more item in `lane`.
   * @returns the item, or undefined when no lane is longer than `lane` would be with one more item
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

  /** Removes and returns all items. */
  drain(): T[] {
    const items = [...this.#lanes.values()].flatMap((lane) => lane.drain());
    this.#lanes.clear();
    this.#length = 0;
    return items;
  }
}
