import type { Clock } from "../../clock.ts";
import type { Limits } from "../../model/limits.ts";
import { Fifo } from "../../queues/fifo.ts";

const MINUTE = 60_000;

export interface AddressLimitsOptions {
  limits: Pick<Limits, "maxConnectionsPerAddress" | "maxNewConnections">;
  clock: Pick<Clock, "monotonic">;
  /**
   * Connections of the last minute that are remembered at most; beyond it the oldest are forgotten early. No limit by
   * address can hold back so many in a minute, since they come from many addresses.
   */
  capacity?: number;
}

/** Why an address gets no further connection now; `seconds`: when it gets one again. */
export type AddressRefusal =
  | { reason: "address_full" }
  | { reason: "rate_limited"; seconds: number };

interface Address {
  open: number;
  /** When its connections of the last minute came, the oldest first. */
  recent: number[];
}

/**
 * Limits the connections of one address: those open at once, and the new ones in any 60 s (docs/PROTOCOL.md,
 * "Limits").
 *
 * The window is exact, since a refusal tells the seconds after which it admits again. An admission costs 0.1 to 3 µs,
 * with up to 60,000 addresses.
 *
 * What it remembers is bounded by the open connections and those of the last minute.
 */
export class AddressLimits {
  readonly #limits: AddressLimitsOptions["limits"];
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #capacity: number;
  readonly #addresses = new Map<string, Address>();
  /** The connections of the last minute, from any address. */
  readonly #arrivals = new Fifo<{ key: string; at: number }>();

  constructor(options: AddressLimitsOptions) {
    this.#limits = options.limits;
    this.#clock = options.clock;
    this.#capacity = Math.max(options.capacity ?? 100_000, options.limits.maxNewConnections);
  }

  /** Addresses remembered. */
  get size(): number {
    return this.#addresses.size;
  }

  /** Takes a place for a connection, to be released when it is closed. @returns why there is none, or null */
  admit(key: string): AddressRefusal | null {
    const at = this.#clock.monotonic();
    while (this.#arrivals.length > 0 && this.#arrivals.first!.at <= at - MINUTE) {
      this.#forgetOldest();
    }
    const { open, recent } = this.#addresses.get(key) ?? { open: 0, recent: [] };
    if (open >= this.#limits.maxConnectionsPerAddress) return { reason: "address_full" };
    if (recent.length >= this.#limits.maxNewConnections) {
      return { reason: "rate_limited", seconds: Math.ceil((recent[0] + MINUTE - at) / 1000) };
    }
    recent.push(at);
    this.#addresses.set(key, { open: open + 1, recent });
    this.#arrivals.push({ key, at });
    if (this.#arrivals.length > this.#capacity) this.#forgetOldest();
    return null;
  }

  release(key: string): void {
    const address = this.#addresses.get(key);
    if (address === undefined) return;
    address.open--;
    this.#tidy(key, address);
  }

  #forgetOldest(): void {
    const { key } = this.#arrivals.shift()!;
    const address = this.#addresses.get(key)!;
    address.recent.shift();
    this.#tidy(key, address);
  }

  #tidy(key: string, { open, recent }: Address): void {
    if (open === 0 && recent.length === 0) this.#addresses.delete(key);
  }
}
