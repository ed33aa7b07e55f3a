/**
 * Reads a list again when it is out of date, one time after another. What is read while the person changes something may
 * be older than that: it is dropped, and read again afterwards.
 */
export class ListReader<List> {
  readonly #read: () => Promise<List | null>;
  readonly #take: (list: List) => void;
  #stale = false;
  #reading = false;
  #changes = 0;
  #disturbed = false;

  /** @param read resolves to null if it fails; it is then read again with the next `refresh` */
  constructor(read: () => Promise<List | null>, take: (list: List) => void) {
    this.#read = read;
    this.#take = take;
  }

  refresh(): void {
    this.#stale = true;
    void this.#run();
  }

  /** Runs a change of the person's, and reads nothing meanwhile. */
  async during<Answer>(change: Promise<Answer>): Promise<Answer> {
    this.#changes++;
    this.#disturbed = true;
    try {
      return await change;
    } finally {
      this.#changes--;
      // After the answer was taken.
      setTimeout(() => void this.#run());
    }
  }

  async #run(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    while (this.#stale && this.#changes === 0) {
      this.#stale = this.#disturbed = false;
      const list = await this.#read();
      if (this.#disturbed) this.#stale = true;
      else if (list !== null) this.#take(list);
    }
    this.#reading = false;
  }
}
