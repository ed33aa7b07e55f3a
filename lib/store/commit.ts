// Methods, so that a commit of a narrower type is one of a wider type too.
interface Listener<T> {
  done(value: T): void;
  failed(error: unknown): void;
}

/**
 * What a write has done, handed over when it is durable.
 *
 * A promise would hand it over some microtasks later, how many depending on each handler's code, and two
 * writes could overtake each other on their way to the room. Here the steps of one write run to their end
 * before those of the next begin, so that replies and events are queued in commit order.
 */
export class Commit<T> {
  #outcome: { ok: true; value: T } | { ok: false; error: unknown } | null = null;
  readonly #listeners: Listener<T>[] = [];

  /** For the store, once: the write is durable. */
  resolve(value: T): void {
    if (this.#outcome !== null) throw new Error("a commit is settled once");
    this.#outcome = { ok: true, value };
    for (const listener of this.#listeners) listener.done(value);
    this.#listeners.length = 0;
  }

  /** For the store, once: nothing was changed. */
  reject(error: unknown): void {
    if (this.#outcome !== null) throw new Error("a commit is settled once");
    this.#outcome = { ok: false, error };
    for (const listener of this.#listeners) listener.failed(error);
    this.#listeners.length = 0;
  }

  /** Calls one of the two when the write is settled, at once if it is already. */
  settle(done: (value: T) => void, failed: (error: unknown) => void): void {
    if (this.#outcome === null) this.#listeners.push({ done, failed });
    else if (this.#outcome.ok) done(this.#outcome.value);
    else failed(this.#outcome.error);
  }

  /** A further step; what it throws settles the returned commit as failed. */
  map<U>(step: (value: T) => U): Commit<U> {
    const next = new Commit<U>();
    this.settle((value) => {
      let result: U;
      try {
        result = step(value);
      } catch (error) {
        next.reject(error);
        return;
      }
      next.resolve(result);
    }, (error) => next.reject(error));
    return next;
  }

  /** The same, with another error where it failed. */
  mapError(step: (error: unknown) => unknown): Commit<T> {
    const next = new Commit<T>();
    this.settle((value) => next.resolve(value), (error) => next.reject(step(error)));
    return next;
  }

  /** For callers to whom order doesn't matter. */
  promise(): Promise<T> {
    return new Promise((resolve, reject) => this.settle(resolve, reject));
  }
}
