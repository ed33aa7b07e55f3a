/**
 * Hands the first item on at once, and what comes soon after it together: each change of a long room is drawn
 * anew, and a thousand drawings would freeze the tab.
 */
export class Batch<Item> {
  #waiting: Item[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #apply: (items: readonly Item[]) => void;
  readonly #pause: number;

  /** @param pause milliseconds between two calls of `apply` */
  constructor(apply: (items: readonly Item[]) => void, pause = 30) {
    this.#apply = apply;
    this.#pause = pause;
  }

  add(item: Item): void {
    this.#waiting.push(item);
    if (this.#timer === undefined) this.#next();
  }

  /** Drops what waits. */
  close(): void {
    clearTimeout(this.#timer);
  }

  /** Hands on what waits, now. */
  flush(): void {
    if (this.#waiting.length > 0) this.#apply(this.#waiting.splice(0));
  }

  #next(): void {
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
    // Not a frame: tabs that are not looked at have none.
    this.#timer = setTimeout(() => this.#next(), this.#pause);
    this.flush();
  }
}
