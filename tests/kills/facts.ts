import assert from "node:assert/strict";

/**
 * Something that the server says or keeps, such as what a message says, and that one connection alone changes, one
 * change after another.
 */
interface Fact {
  /** What an `ok` line told last. */
  acknowledged: unknown;
  /** What was asked for since, and has no answer. */
  asked: unknown[];
}

/** What has to hold after a kill: each fact as it was acknowledged last, or as an unanswered request would make it. */
export class Facts {
  readonly #facts = new Map<string, Fact>();
  acknowledgements = 0;

  ask(name: string, value: unknown): void {
    const fact = this.#facts.get(name);
    if (fact === undefined) this.#facts.set(name, { acknowledged: undefined, asked: [value] });
    else fact.asked.push(value);
  }

  /** The oldest change that was asked for has been made. */
  acknowledge(name: string): void {
    this.acknowledgements++;
    const fact = this.#facts.get(name)!;
    fact.acknowledged = fact.asked.shift();
  }

  /** The oldest change that was asked for was refused. */
  refuse(name: string): void {
    this.#facts.get(name)!.asked.shift();
  }

  /** Checks every fact; from now on what is there holds. */
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
