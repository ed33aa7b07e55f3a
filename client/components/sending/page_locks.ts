/** Locks that a page holds at most as long as it lives, each of them one page at a time. */
export interface PageLocks {
  /**
   * Takes a lock.
   * @param patience how long to wait for it, in milliseconds
   * @returns releases it; null if another page has it
   */
  take(name: string, patience?: number): Promise<(() => void) | null>;
}

/** The browser's locks, or a substitute: they exist in secure contexts only. */
export function pageLocks(): PageLocks {
  if (navigator.locks !== undefined) return new WebLocks(navigator.locks);
  // Safari before 15.4 has neither.
  if (typeof BroadcastChannel === "undefined") return { take: () => Promise.resolve(() => {}) };
  return new AskingLocks();
}

class WebLocks implements PageLocks {
  readonly #locks: LockManager;

  constructor(locks: LockManager) {
    this.#locks = locks;
  }

  take(name: string, patience = 0): Promise<(() => void) | null> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patience);
    const options = patience === 0 ? { ifAvailable: true } : { signal: stop.signal };
    return new Promise((resolve) => {
      const taken = (lock: Lock | null) => {
        clearTimeout(timer);
        if (lock === null) return resolve(null);
        return new Promise<void>((release) => resolve(release));
      };
      this.#locks.request(name, options, taken).catch(() => resolve(null));
    });
  }
}

/** The time that other pages have to object, in milliseconds. */
const OBJECT_WITHIN_MS = 200;

/** `ask` for a lock, or `deny` it to the page that asked. */
type Word = { ask: string; by: number } | { deny: number };

/** Asks the other pages of this origin whether one of them has the lock. A page that is frozen can't object. */
class AskingLocks implements PageLocks {
  readonly #channel = new BroadcastChannel("chung locks");
  /** The locks of this page with what it asked by; negative once it has them. */
  readonly #mine = new Map<string, number>();
  readonly #denied = new Set<number>();

  constructor() {
    this.#channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if ("deny" in data) this.#denied.add(data.deny);
      // Of pages that ask at once, the one with the lowest number gets it.
      else if ((this.#mine.get(data.ask) ?? Infinity) < data.by) this.#say({ deny: data.by });
    };
  }

  async take(name: string): Promise<(() => void) | null> {
    const by = Math.random();
    this.#mine.set(name, by);
    this.#say({ ask: name, by });
    await new Promise((over) => setTimeout(over, OBJECT_WITHIN_MS));
    if (this.#denied.delete(by)) {
      this.#mine.delete(name);
      return null;
    }
    this.#mine.set(name, -1);
    return () => void this.#mine.delete(name);
  }

  #say(word: Word): void {
    this.#channel.postMessage(word);
  }
}
