interface Lane<T> {
  key: number | undefined;
  items: T[];
}

/** A lane of more items than this is long. */
const LONG = 32;

/**
 * Lanes that take turns, and within a lane first in, first out; taken in batches of limited number and size.
 *
 * `FairQueue` has its lanes take turns strictly. Here an item that finds its lane empty goes before those that have
 * others of their lane before them, so that whoever asks for little isn't kept waiting by whoever asks for much; the
 * batch is what keeps these from being kept out in turn. With one item at a time they could be, for ever.
 */
export class FairBatchQueue<T> {
  readonly #lanes = new Map<number, Lane<T>>();
  /** In the order of their turns: lanes from which nothing was taken since they were empty, and the others. */
  readonly #fresh: Lane<T>[] = [];
  readonly #others: Lane<T>[] = [];
  #length = 0;
  #long = 0;

  get length(): number {
    return this.#length;
  }

  /** Whether there is a long lane. */
  get flooded(): boolean {
    return this.#long > 0;
  }

  /** Whether an item that fits is alone in its lane, and found that empty. */
  someAlone(fits: (item: T) => boolean): boolean {
    return this.#fresh.some(({ items }) => items.length === 1 && fits(items[0]));
  }

  /** The length of one lane. */
  count(key: number | undefined): number {
    return key === undefined ? 0 : this.#lanes.get(key)?.items.length ?? 0;
  }

  /** @param key of the item's lane; an item without one has a lane of its own */
  push(item: T, key?: number): void {
    this.#length++;
    const lane = key === undefined ? undefined : this.#lanes.get(key);
    if (lane !== undefined) {
      if (lane.items.push(item) === LONG + 1) this.#long++;
      return;
    }
    const made = { key, items: [item] };
    if (key !== undefined) this.#lanes.set(key, made);
    this.#fresh.push(made);
  }

  /**
   * Takes the next items, in the order of the turns. Items that found their lane empty and items that have others of
   * their lane before them are each entitled to half of the places and of the size, and the first of each is taken
   * whatever its size.
   * @param most.others limits the items that have others of their lane before them
   */
  take(most: { all: number; others: number; size: number }, sizeOf: (item: T) => number): T[] {
    const taken: T[] = [];
    const reserved = Math.min(most.others, this.#others.length, most.all >> 1);
    const share = reserved > 0 ? most.size / 2 : most.size;
    const size = this.#takeFrom(this.#fresh, most.all - reserved, share, sizeOf, taken);
    const others = Math.min(most.others, most.all - taken.length);
    this.#takeFrom(this.#others, others, most.size - size, sizeOf, taken);
    return taken;
  }

  /** @returns the size of what was taken */
  #takeFrom(
    lanes: Lane<T>[],
    most: number,
    maxSize: number,
    sizeOf: (item: T) => number,
    taken: T[],
  ): number {
    let size = 0;
    for (let count = 0; count < most && lanes.length > 0; count++) {
      const lane = lanes[0];
      const next = sizeOf(lane.items[0]);
      if (count > 0 && size + next > maxSize) break;
      size += next;
      lanes.shift();
      taken.push(lane.items.shift()!);
      this.#length--;
      if (lane.items.length === LONG) this.#long--;
      if (lane.items.length > 0) this.#others.push(lane);
      else if (lane.key !== undefined) this.#lanes.delete(lane.key);
    }
    return size;
  }
}
