import { ChungError } from "../../errors.ts";
import type { Store } from "../../store/store.ts";
import type { Timers } from "../../timers.ts";

/** Milliseconds for which a result holds: whoever asks often makes no more writes. */
const FRESH = 5_000;
/** Milliseconds after which a store that hasn't answered counts as unusable. */
const PATIENCE = 5_000;

/** Finds out whether the server can do its work: whether its store can be read and written. */
export class Readiness {
  readonly #store: Pick<Store, "check">;
  readonly #timers: Timers;
  #closing = false;
  /** The check in progress, or the last one. */
  #check: Promise<string | null> | null = null;
  /** When the last check was answered; null while one is in progress. */
  #answeredAt: number | null = -Infinity;

  constructor(store: Pick<Store, "check">, timers: Timers) {
    this.#store = store;
    this.#timers = timers;
  }

  /** From now on the server isn't ready any more. */
  close(): void {
    this.#closing = true;
  }

  /** Resolves to what keeps the server from its work, in a sentence, or to null. */
  async problem(): Promise<string | null> {
    if (this.#closing) return "the server is shutting down";
    let timer;
    const late = new Promise<string>((resolve) => {
      const text = `the database has not answered for ${PATIENCE / 1_000} s`;
      timer = this.#timers.set(() => resolve(text), PATIENCE);
    });
    try {
      return await Promise.race([this.answered(), late]);
    } finally {
      this.#timers.clear(timer);
    }
  }

  /** Resolves when the store has answered a check, to its problem or null. It may never do. */
  answered(): Promise<string | null> {
    if (this.#check !== null) {
      if (this.#answeredAt === null || this.#timers.monotonic() - this.#answeredAt < FRESH) {
        return this.#check;
      }
    }
    this.#answeredAt = null;
    return this.#check = this.#ask().finally(() => this.#answeredAt = this.#timers.monotonic());
  }

  async #ask(): Promise<string | null> {
    try {
      await this.#store.check();
      return null;
    } catch (error) {
      return error instanceof ChungError
        ? error.message
        : "the database can't be used: see the log";
    }
  }
}
