import { UpstreamSession } from "./upstream_session.ts";
import type { ServerAddress } from "../shared/server_address.ts";
import type { ServerTrust } from "../upstream/server_trust.ts";
import { ServerUnreachable } from "../upstream/server_unreachable.ts";
import { systemTimers, type Timer, type Timers } from "../../lib/timers.ts";
import { tokenIsGone } from "../upstream/token_is_gone.ts";

export interface SessionStoreOptions {
  /** Read for each new session: it may be replaced, but a session keeps the server it began with. */
  server: ServerAddress;
  trust?: ServerTrust;
  /** Called with a server that has accepted a token. */
  remember?: (server: ServerAddress) => void;
  timers?: Timers;
  random?: () => number;
  /** Maximum connections to the server at once; a new one replaces the least recently used. */
  most?: number;
}

const MOST_SESSIONS = 256;
/** Fraction of sessions whose tokens the server may not have confirmed yet, so that forged tokens can't take all. */
const MOST_UNKNOWN = 0.5;
const IDLE_MS = 5 * 60_000;
const SWEEP_MS = 60_000;

interface Entry {
  readonly token: string;
  readonly opening: Promise<UpstreamSession>;
  /** Null until the server has accepted the token. */
  session: UpstreamSession | null;
  /** Time of the last use in milliseconds, as of `Timers.now`. */
  usedAt: number;
  readonly closing: AbortController;
}

/** Holds the logged-in browser sessions by token, each with its own connection to the server. */
export class SessionStore {
  readonly #options: SessionStoreOptions;
  readonly #timers: Timers;
  readonly #entries = new Map<string, Entry>();
  #sweeping: Timer | undefined;
  #closed = false;

  constructor(options: SessionStoreOptions) {
    this.#options = options;
    this.#timers = options.timers ?? systemTimers;
  }

  get size(): number {
    return this.#entries.size;
  }

  /**
   * Resolves a token to its session, or to null if the token is invalid or has expired.
   * @throws {ServerUnreachable} if a new token can't be checked with the server, too many sessions are open, or the store is closed
   */
  async find(token: string): Promise<UpstreamSession | null> {
    if (this.#closed) throw new ServerUnreachable("the client is stopping");
    const entry = this.#entries.get(token) ?? this.#open(token);
    this.#used(token);
    try {
      return await entry.opening;
    } catch (error) {
      if (tokenIsGone(error)) return null;
      throw error;
    }
  }

  close(): void {
    this.#closed = true;
    this.#timers.clear(this.#sweeping);
    this.closeAll();
  }

  /** Ends every session; later calls of `find` open new ones. */
  closeAll(): void {
    for (const entry of [...this.#entries.values()]) this.#end(entry);
  }

  #open(token: string): Entry {
    const { server, trust, random, most = MOST_SESSIONS } = this.#options;
    const unknown = [...this.#entries.values()].filter(({ session }) => session === null).length;
    if (unknown >= most * MOST_UNKNOWN) throw new ServerUnreachable("too many people at once");
    if (this.#entries.size >= most) this.#makeRoom();
    const closing = new AbortController();
    const opening = UpstreamSession.open({
      server,
      trust,
      token,
      random,
      timers: this.#timers,
      signal: closing.signal,
      used: () => this.#used(token),
      ended: () => this.#forget(entry),
    });
    const entry: Entry = {
      token,
      opening,
      session: null,
      usedAt: this.#timers.monotonic(),
      closing,
    };
    this.#entries.set(token, entry);
    opening.then((session) => {
      entry.session = session;
      if (this.#options.server === server) this.#options.remember?.(server);
    }, () => this.#forget(entry));
    if (this.#entries.size === 1) this.#sweepLater();
    return entry;
  }

  #used(token: string): void {
    const entry = this.#entries.get(token);
    if (entry !== undefined) entry.usedAt = this.#timers.monotonic();
  }

  #end(entry: Entry): void {
    this.#forget(entry);
    entry.closing.abort();
  }

  #forget(entry: Entry): void {
    if (this.#entries.get(entry.token) !== entry) return;
    this.#entries.delete(entry.token);
    if (this.#entries.size === 0) this.#timers.clear(this.#sweeping);
  }

  /** Ends the session unused for longest; if all are in use, one of the account with the most. */
  #makeRoom(): void {
    const longestUnused = [...this.#entries.values()].sort((a, b) => a.usedAt - b.usedAt);
    const one = longestUnused.find((entry) => !isBusy(entry)) ?? oneOfMany(longestUnused);
    if (one === undefined) throw new ServerUnreachable("too many people at once");
    this.#end(one);
  }

  #sweepLater(): void {
    this.#sweeping = this.#timers.set(() => {
      const limit = this.#timers.monotonic() - IDLE_MS;
      for (const entry of [...this.#entries.values()]) {
        if (!isBusy(entry) && entry.usedAt <= limit) this.#end(entry);
      }
      if (this.#entries.size > 0) this.#sweepLater();
    }, SWEEP_MS);
  }
}

function isBusy({ session }: Entry): boolean {
  return session?.busy ?? false;
}

/** The first session of the account that has the most of them, at least two. */
function oneOfMany(entries: Entry[]): Entry | undefined {
  const byAccount = Map.groupBy(entries, ({ session }) => session?.user.username);
  const [most] = [...byAccount.values()].sort((a, b) => b.length - a.length);
  return most.length > 1 ? most[0] : undefined;
}
