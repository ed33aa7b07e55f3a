/** After a render, the page rests for this multiple of the render's duration. */
const REST_FACTOR = 2;

/**
 * Batches items: everything added in one turn is applied together, then whatever arrives during the following pause.
 * Each change renders a long room anew, and a thousand renders would freeze the tab; the longer a render takes, the
 * longer the pause that follows.
 */
export class RenderBatch<Item> {
  #pending: Item[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #closed = false;
  readonly #apply: (items: readonly Item[]) => void;
  readonly #minPause: number;

  /** @param minPause minimum time between two calls of `apply`, in milliseconds */
  constructor(apply: (items: readonly Item[]) => void, minPause = 8) {
    this.#apply = apply;
    this.#minPause = minPause;
  }

  add(item: Item): void {
    if (this.#closed) return;
    this.#pending.push(item);
    if (this.#busy) return;
    this.#busy = true;
    queueMicrotask(() => this.#next());
  }

  /** Drops pending items and ignores further ones. */
  close(): void {
    clearTimeout(this.#timer);
    this.#pending = [];
    this.#closed = true;
  }

  /** Applies pending items immediately. */
  flush(): void {
    if (this.#pending.length > 0) this.#apply(this.#pending.splice(0));
  }

  #next(): void {
    this.#busy = this.#pending.length > 0;
    if (!this.#busy) return;
    const start = performance.now();
    this.flush();
    // Runs after Preact's render, whose microtask was queued earlier.
    queueMicrotask(() => {
      if (this.#closed) return;
      const rest = REST_FACTOR * (performance.now() - start);
      // A timer, not an animation frame: hidden tabs have no frames.
      this.#timer = setTimeout(() => this.#next(), Math.max(this.#minPause, rest));
    });
  }
}
