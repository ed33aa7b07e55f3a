// Declared as methods so that a Commit of a narrower type is assignable to one of a wider type.
interface Listener<T> {
  done(value: T): void;
  failed(error: unknown): void;
}

/**
 * The result of a write, delivered once the write is durable.
 *
 * A promise would deliver it some microtasks later, how many depending on each handler's code, so two writes could
 * overtake each other on their way to the room. The steps of a Commit run synchronously: those of one write finish
 * before those of the next begin, so replies and events are queued in commit order.
 */
export class Commit<T> {
  #outcome: { ok: true; value: T } | { ok: false; error: unknown } | null = null;
  readonly #listeners: Listener<T>[] = [];

  /**
   * Settles the commit: the write is durable. Only the store calls it.
   * @throws {Error} if the commit is already settled
   */
  resolve(value: T): void {
    if (this.#outcome !== null) throw new Error("a commit is settled once");
    this.#outcome = { ok: true, value };
    for (const listener of this.#listeners) listener.done(value);
    this.#listeners.length = 0;
  }

  /**
   * Settles the commit as failed: nothing was changed. Only the store calls it.
   * @throws {Error} if the commit is already settled
   */
  reject(error: unknown): void {
    if (this.#outcome !== null) throw new Error("a commit is settled once");
    this.#outcome = { ok: false, error };
    for (const listener of this.#listeners) listener.failed(error);
    this.#listeners.length = 0;
  }

  /** Calls `done` or `failed` when the write is settled, immediately if it already is. */
  settle(done: (value: T) => void, failed: (error: unknown) => void): void {
    if (this.#outcome === null) this.#listeners.push({ done, failed });
    else if (this.#outcome.ok) done(this.#outcome.value);
    else failed(this.#outcome.error);
  }

  /** Returns a commit of the step's result; an error thrown by the step settles that commit as failed. */
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

  /** Returns a commit of the same value, whose error, if it fails, is replaced by the step's result. */
  mapError(step: (error: unknown) => unknown): Commit<T> {
    const next = new Commit<T>();
    this.settle((value) => next.resolve(value), (error) => next.reject(step(error)));
    return next;
  }

  /** Converts the commit to a promise, for callers that don't depend on commit order. */
  promise(): Promise<T> {
    return new Promise((resolve, reject) => this.settle(resolve, reject));
  }
}
