/** Remembers which sessions ended of late, and numbers their ends. */
export class EndedSessions {
  readonly #capacity: number;
  /** By id, the earliest end first. */
  readonly #ids = new Set<string>();
  #count = 0;

  /** @param capacity ids remembered at most; the one that ended first is forgotten first */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** How many sessions have ended so far. */
  get count(): number {
    return this.#count;
  }

  add(id: string): void {
    if (this.#ids.has(id)) return;
    this.#ids.add(id);
    this.#count++;
    if (this.#ids.size <= this.#capacity) return;
    for (const earliest of this.#ids) {
      this.#ids.delete(earliest);
      break;
    }
  }

  /**
   * Whether a session that was good when `count` sessions had ended has ended since. When an end since then has been
   * forgotten, the answer is yes: it may have been this session's.
   */
  mayHaveEndedSince(count: number, id: string): boolean {
    const forgotten = this.#count - this.#ids.size;
    return this.#ids.has(id) || count < forgotten;
  }
}
