/** A first in, first out queue whose cost per item doesn't grow with its length. */
export class Fifo<T> {
  #items: T[] = [];
  /** Items before this index are already taken. Array's own `shift` would move all the others each time. */
  #taken = 0;

  get length(): number {
    return this.#items.length - this.#taken;
  }

  /** The item that `shift` returns next. */
  get first(): T | undefined {
    return this.#items[this.#taken];
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    if (this.length === 0) return undefined;
    const item = this.#items[this.#taken++];
    if (this.#taken * 2 >= this.#items.length) this.#forgetTaken();
    return item;
  }

  /** Removes and returns the last item. */
  pop(): T | undefined {
    return this.length === 0 ? undefined : this.#items.pop();
  }

  /** Removes and returns all items. */
  drain(): T[] {
    this.#forgetTaken();
    return this.#items.splice(0);
  }

  #forgetTaken(): void {
    this.#items = this.#items.slice(this.#taken);
    this.#taken = 0;
  }
}
