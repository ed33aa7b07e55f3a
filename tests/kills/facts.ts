import assert from "node:assert/strict";

/**
 * A value that the server reports or stores, such as the text of a message, and that only one connection changes, one
 * change at a time.
 */
interface Fact {
  /** The value in the last `ok` line. */
  acknowledged: unknown;
  /** Values requested since and not acknowledged. */
  asked: unknown[];
}

/** The facts that have to hold after a kill: each has its last acknowledged value, or that of a pending request. */
export class Facts {
  readonly #facts = new Map<string, Fact>();
  acknowledgements = 0;

  ask(name: string, value: unknown): void {
    const fact = this.#facts.get(name);
    if (fact === undefined) this.#facts.set(name, { acknowledged: undefined, asked: [value] });
    else fact.asked.push(value);
  }

  /** The oldest pending change was made. */
  acknowledge(name: string): void {
    this.acknowledgements++;
    const fact = this.#facts.get(name)!;
    fact.acknowledged = fact.asked.shift();
  }

  /** The oldest pending change was refused. */
  refuse(name: string): void {
    this.#facts.get(name)!.asked.shift();
  }

  /** Checks every fact, and takes the actual values as acknowledged. */
  settle(actual: (name: string) => unknown): void {
    for (const [name, fact] of this.#facts) {
      const found = actual(name);
      const allowed = [fact.acknowledged, ...fact.asked];
      assert(
        allowed.includes(found),
        `${name} is ${JSON.stringify(found)}: neither acknowledged nor asked for: ${
          JSON.stringify(allowed)
        }`,
      );
      fact.acknowledged = found;
      fact.asked.length = 0;
    }
  }

  get size(): number {
    return this.#facts.size;
  }
}
