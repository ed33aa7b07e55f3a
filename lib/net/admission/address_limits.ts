import type { Limits } from "../../model/limits.ts";

const MINUTE = 60_000;

export interface AddressLimitsOptions {
  limits: Pick<Limits, "maxConnectionsPerAddress" | "maxNewConnections">;
  /** Milliseconds that never go back. */
  now: () => number;
  /**
   * Connections of the last minute remembered at most; past it the oldest are forgotten before their time. So many in
   * a minute, from more addresses than could be refused, no limit an address can hold back.
   */
  capacity?: number;
}

/** Why an address gets no further connection now; `seconds`: when it gets one again. */
export type AddressRefusal =
  | { reason: "address_full" }
  | { reason: "rate_limited"; seconds: number };

interface Address {
  key: string;
  open: number;
  /** Those of the last minute, closed ones too, and the first and last of them. */
  recent: number;
  oldest: Arrival | null;
  newest: Arrival | null;
}

interface Arrival {
  address: Address;
  at: number;
  nextOfAddress: Arrival | null;
  next: Arrival | null;
}

/**
 * Connections of one address at once, and new ones in any 60 s (docs/PROTOCOL.md, "Limits").
 *
 * What it remembers is bounded by the connections that are open and those of the last minute.
 */
export class AddressLimits {
  readonly #limits: AddressLimitsOptions["limits"];
  readonly #now: () => number;
  readonly #capacity: number;
  readonly #addresses = new Map<string, Address>();
  /** Every address's, in the order in which they came. */
  #oldest: Arrival | null = null;
  #newest: Arrival | null = null;
  #arrivals = 0;

  constructor(options: AddressLimitsOptions) {
    this.#limits = options.limits;
    this.#now = options.now;
    this.#capacity = Math.max(options.capacity ?? 100_000, options.limits.maxNewConnections);
  }

  /** Addresses remembered. */
  get size(): number {
    return this.#addresses.size;
  }

  /** Takes a place for a connection, to be released when it is closed; null when there is one. */
  admit(key: string): AddressRefusal | null {
    const now = this.#now();
    while (this.#oldest !== null && this.#oldest.at <= now - MINUTE) this.#forgetOldest();
    let address = this.#addresses.get(key);
    if (address === undefined) {
      address = { key, open: 0, recent: 0, oldest: null, newest: null };
      this.#addresses.set(key, address);
    } else if (address.open >= this.#limits.maxConnectionsPerAddress) {
      return { reason: "address_full" };
    } else if (address.recent >= this.#limits.maxNewConnections) {
      return {
        reason: "rate_limited",
        seconds: Math.ceil((address.oldest!.at + MINUTE - now) / 1000),
      };
    }
    address.open++;
    this.#remember(address, now);
    return null;
  }

  release(key: string): void {
    const address = this.#addresses.get(key);
    if (address === undefined) return;
    address.open--;
    this.#tidy(address);
  }

  #remember(address: Address, at: number): void {
    const arrival: Arrival = { address, at, nextOfAddress: null, next: null };
    if (address.newest === null) address.oldest = arrival;
    else address.newest.nextOfAddress = arrival;
    address.newest = arrival;
    address.recent++;
    if (this.#newest === null) this.#oldest = arrival;
    else this.#newest.next = arrival;
    this.#newest = arrival;
    if (++this.#arrivals > this.#capacity) this.#forgetOldest();
  }

  #forgetOldest(): void {
    const { address, next, nextOfAddress } = this.#oldest!;
    this.#oldest = next;
    if (next === null) this.#newest = null;
    this.#arrivals--;
    address.oldest = nextOfAddress;
    if (nextOfAddress === null) address.newest = null;
    address.recent--;
    this.#tidy(address);
  }

  #tidy(address: Address): void {
    if (address.open === 0 && address.recent === 0) this.#addresses.delete(address.key);
  }
}
