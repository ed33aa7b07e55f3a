/** Counts what each visitor's address has in hand, and refuses more than its share. */
export class Places {
  readonly #most: number;
  readonly #taken = new Map<string, number>();

  /** @param most of one address at once */
  constructor(most: number) {
    this.#most = most;
  }

  /** Addresses that have something in hand. */
  get size(): number {
    return this.#taken.size;
  }

  /** Takes a place, to be given back by the function returned; null if the address has all that it may have. */
  take(address: string): (() => void) | null {
    const taken = this.#taken.get(address) ?? 0;
    if (taken >= this.#most) return null;
    this.#taken.set(address, taken + 1);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const left = this.#taken.get(address)! - 1;
      if (left === 0) this.#taken.delete(address);
      else this.#taken.set(address, left);
    };
  }
}
