import type { ClosingReason } from "../end_reason.ts";
import { GIVE_WAY_AFTER } from "./silence_limits.ts";

/** The view of a connection that the limit has. */
interface HeldConnection {
  /** When the client was heard last, in milliseconds of the monotonic clock. */
  readonly lastHeard: number;
  end(reason: ClosingReason): unknown;
}

/**
 * Limits the connections that have shown a token of one account (docs/PROTOCOL.md, "Limits"). One that has long been
 * silent gives way: it may be the rest of a network that its client has left.
 */
export class AccountConnections<T extends HeldConnection> {
  readonly #most: number;
  readonly #byAccount = new Map<number, Set<T>>();
  readonly #accountsOf = new Map<T, Set<number>>();

  /** @param most connections of one account */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Counts a connection among those of an account, once.
   * @returns false when the account has as many as it may, and none that gives way
   */
  admit(connection: T, accountId: number, now: number): boolean {
    const held = this.#byAccount.get(accountId) ?? new Set();
    if (held.has(connection)) return true;
    if (held.size >= this.#most && !this.#makePlace(held, accountId, now)) return false;
    this.#byAccount.set(accountId, held.add(connection));
    const accounts = this.#accountsOf.get(connection) ?? new Set();
    this.#accountsOf.set(connection, accounts.add(accountId));
    return true;
  }

  /** Forgets a closed connection. */
  release(connection: T): void {
    for (const accountId of this.#accountsOf.get(connection) ?? []) {
      this.#drop(connection, accountId);
    }
    this.#accountsOf.delete(connection);
  }

  #makePlace(held: ReadonlySet<T>, accountId: number, now: number): boolean {
    let silent: T | null = null;
    for (const each of held) {
      if (silent === null || each.lastHeard < silent.lastHeard) silent = each;
    }
    if (silent === null || now - silent.lastHeard < GIVE_WAY_AFTER) return false;
    this.#drop(silent, accountId);
    this.#accountsOf.get(silent)?.delete(accountId);
    silent.end("gave_way");
    return true;
  }

  #drop(connection: T, accountId: number): void {
    const held = this.#byAccount.get(accountId);
    if (held?.delete(connection) && held.size === 0) this.#byAccount.delete(accountId);
  }
}
