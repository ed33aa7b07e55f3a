/** How many times as long as a drawing took the page is left alone after it. */
const REST = 2;

/**
 * Hands on together what comes in one turn, and then what comes soon after it: each change of a long room is drawn
 * anew, and a thousand drawings would freeze the tab. The longer one takes, the longer the pause before the next.
 */
export class Batch<Item> {
  #waiting: Item[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #closed = false;
  readonly #apply: (items: readonly Item[]) => void;
  readonly #pause: number;

  /** @param pause milliseconds between two calls of `apply`, at least */
  constructor(apply: (items: readonly Item[]) => void, pause = 8) {
    this.#apply = apply;
    this.#pause = pause;
  }

  add(item: Item): void {
    if (this.#closed) return;
    this.#waiting.push(item);
    if (this.#busy) return;
    this.#busy = true;
    queueMicrotask(() => this.#next());
  }

  /** Drops what waits and what follows. */
  close(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
    this.#closed = true;
  }

  /** Hands on what waits, now. */
  flush(): void {
    if (this.#waiting.length > 0) this.#apply(this.#waiting.splice(0));
  }

  #next(): void {
    this.#busy = this.#waiting.length > 0;
    if (!this.#busy) return;
    const start = performance.now();
    this.flush();
    // Preact draws in a microtask, which was queued before this one.
    queueMicrotask(() => {
      if (this.#closed) return;
      const rest = REST * (performance.now() - start);
      // Not a frame: tabs that are not looked at have none.
      this.#timer = setTimeout(() => this.#next(), Math.max(this.#pause, rest));
    });
  }
}
