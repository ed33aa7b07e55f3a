import { Fifo } from "./fifo.ts";

/**
 * Who waits in lines, each for somebody: the lines have their turns one after another, and within a line who came first
 * goes first. However many one of them sends, another waits for at most one of theirs for each of its own.
 */
export class FairQueue<T> {
  /** None is empty; the one whose turn is next comes first. */
  readonly #lines = new Map<string, Fifo<T>>();
  #length = 0;

  /** Of all lines together. */
  get length(): number {
    return this.#length;
  }

  push(line: string, item: T): void {
    let items = this.#lines.get(line);
    if (items === undefined) this.#lines.set(line, items = new Fifo());
    items.push(item);
    this.#length++;
  }

  shift(): T | undefined {
    for (const [line, items] of this.#lines) {
      this.#lines.delete(line);
      const item = items.shift();
      if (items.length > 0) this.#lines.set(line, items);
      this.#length--;
      return item;
    }
    return undefined;
  }

  /**
   * Sends away the one that came last to the longest line, for another who comes to `line`.
   * @returns it; undefined where that line isn't longer than `line` would be
   */
  yieldTo(line: string): T | undefined {
    let longest = "";
    let length = 0;
    for (const [name, items] of this.#lines) {
      if (items.length > length) [longest, length] = [name, items.length];
    }
    if (length <= (this.#lines.get(line)?.length ?? 0) + 1) return undefined;
    this.#length--;
    return this.#lines.get(longest)!.pop();
  }

  /** Takes all. */
  drain(): T[] {
    const items = [...this.#lines.values()].flatMap((line) => line.drain());
    this.#lines.clear();
    this.#length = 0;
    return items;
  }
}
