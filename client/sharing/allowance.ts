import type { Clock } from "../../lib/clock.ts";
import { ChungError } from "../../lib/errors.ts";

export interface AllowanceOptions {
  /** Uses that an address has from the start, and at most. */
  most: number;
  /** Milliseconds after which it gets another. */
  refillMs: number;
  clock: Pick<Clock, "monotonic">;
  /** Addresses remembered at most; the one whose last use is the oldest is forgotten first. */
  capacity?: number;
}

/** Lets one address do so much at once and, more slowly, from then on (a token bucket). */
export class Allowance {
  readonly #options: AllowanceOptions;
  /** When the allowance of each address is whole again, the least recently used first. */
  readonly #wholeAt = new Map<string, number>();

  constructor(options: AllowanceOptions) {
    this.#options = options;
  }

  /** Addresses remembered. */
  get size(): number {
    return this.#wholeAt.size;
  }

  /**
   * Uses one.
   * @throws ChungError `rate_limited`, whose text ends in `in N s`, if nothing is left
   */
  take(address: string): void {
    const { most, refillMs, clock, capacity = 50_000 } = this.#options;
    const now = clock.monotonic();
    const wholeAt = Math.max(this.#wholeAt.get(address) ?? 0, now) + refillMs;
    const wait = wholeAt - now - most * refillMs;
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1000);
      throw new ChungError("rate_limited", `too many tries: try again in ${seconds} s`);
    }
    this.#wholeAt.delete(address);
    this.#wholeAt.set(address, wholeAt);
    for (const [oldest, at] of this.#wholeAt) {
      if (at > now && this.#wholeAt.size <= capacity) break;
      this.#wholeAt.delete(oldest);
    }
  }

  /** Takes a use back that did no harm. */
  giveBack(address: string): void {
    const wholeAt = this.#wholeAt.get(address);
    if (wholeAt !== undefined) this.#wholeAt.set(address, wholeAt - this.#options.refillMs);
  }
}
