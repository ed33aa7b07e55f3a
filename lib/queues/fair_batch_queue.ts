interface Lane<T> {
  key: number | undefined;
  items: T[];
}

/** Number of items above which a lane counts as long. */
const LONG = 32;

/**
 * A queue of lanes that take turns, first in, first out within a lane. Items are taken in batches, limited by number
 * and size.
 *
 * An item pushed to an empty lane goes ahead of items queued behind others of their lane, so that heavy users don't
 * delay light ones. Each batch reserves a share for the queued items; taken one at a time, they could starve.
 * `FairQueue` rotates its lanes strictly instead.
 */
export class FairBatchQueue<T> {
  readonly #lanes = new Map<number, Lane<T>>();
  /** Both in turn order. From a fresh lane nothing was taken since it was last empty; the others are the rest. */
  readonly #fresh: Lane<T>[] = [];
  readonly #others: Lane<T>[] = [];
  #length = 0;
  #long = 0;

  get length(): number {
    return this.#length;
  }

  /** Whether any lane is long. */
  get flooded(): boolean {
    return this.#long > 0;
  }

  /** Whether an item that satisfies `fits` was pushed to an empty lane and is still alone in it. */
  someAlone(fits: (item: T) => boolean): boolean {
    return this.#fresh.some(({ items }) => items.length === 1 && fits(items[0]));
  }

  /** Returns the length of one lane. */
  count(key: number | undefined): number {
    return key === undefined ? 0 : this.#lanes.get(key)?.items.length ?? 0;
  }

  /** @param key identifies the item's lane; an item without a key gets a lane of its own */
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
   * Takes the next items, in turn order. Items pushed to an empty lane and items queued behind others of their lane
   * are each entitled to half of the places and of the size. The first item of each kind is taken whatever its size.
   * @param most.others limits the number of items that were queued behind others of their lane
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

  /** @returns the total size of the items taken */
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
