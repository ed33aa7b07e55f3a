import type { Session } from "../model/session.ts";
import type { StoredSession } from "../model/user.ts";
import { invalidToken, tokenExpired, type Tokens } from "./token.ts";

export interface AuthenticatorOptions {
  tokens: Pick<Tokens, "verify">;
  /** Looks a session up in the store by the token's `jti`. */
  findSession: (id: string) => Promise<StoredSession | null>;
  /** Unix milliseconds. */
  now: () => number;
  /** Good tokens kept at most; the one that was not used for longest goes first. */
  capacity?: number;
}

/**
 * Tells whose a token is.
 *
 * A good token is kept, so that all but its first use need neither its signature checked nor the store asked.
 */
export class Authenticator {
  readonly #tokens: Pick<Tokens, "verify">;
  readonly #findSession: (id: string) => Promise<StoredSession | null>;
  readonly #now: () => number;
  readonly #capacity: number;
  /** By token, the least lately used first. */
  readonly #sessions = new Map<string, Session>();
  /** By session id, for `end`; the same tokens as in `#sessions`. */
  readonly #tokensById = new Map<string, string>();
  readonly #checks = new Map<string, Promise<Session>>();
  /** Sessions being looked up, by id. */
  readonly #lookups = new Map<string, { ended: boolean }>();

  constructor(options: AuthenticatorOptions) {
    this.#tokens = options.tokens;
    this.#findSession = options.findSession;
    this.#now = options.now;
    this.#capacity = options.capacity ?? 10_000;
  }

  /**
   * The session of a token, at once when the token is known.
   * @throws ChungError `invalid_token`, `token_expired`: thrown for a known token, rejected for another
   */
  authenticate(token: string): Session | Promise<Session> {
    const session = this.#sessions.get(token);
    if (session === undefined) return this.#checkOnce(token);
    this.#sessions.delete(token);
    if (isExpired(session, this.#now())) {
      this.#tokensById.delete(session.id);
      throw tokenExpired();
    }
    this.#sessions.set(token, session);
    return session;
  }

  /**
   * Forgets a session: a check of it that is under way fails, and the next use of its token asks the store.
   *
   * To be called once the store has committed the end.
   */
  end(sessionId: string): void {
    const lookup = this.#lookups.get(sessionId);
    if (lookup !== undefined) lookup.ended = true;
    const token = this.#tokensById.get(sessionId);
    if (token === undefined) return;
    this.#tokensById.delete(sessionId);
    this.#sessions.delete(token);
  }

  /** Whether a session that was good a moment ago has not been ended since. */
  knows(session: Session): boolean {
    return this.#tokensById.has(session.id);
  }

  #checkOnce(token: string): Promise<Session> {
    const running = this.#checks.get(token);
    if (running !== undefined) return running;
    const check = this.#check(token).finally(() => this.#checks.delete(token));
    this.#checks.set(token, check);
    return check;
  }

  async #check(token: string): Promise<Session> {
    const { id, username, expiresAt } = await this.#tokens.verify(token, this.#now());
    // From here on, and not before, `end` may come after the store was asked.
    const lookup = { ended: false };
    this.#lookups.set(id, lookup);
    let stored: StoredSession | null;
    try {
      stored = await this.#findSession(id);
    } finally {
      this.#lookups.delete(id);
    }
    if (
      stored === null || stored.ended || stored.disabled || lookup.ended ||
      stored.user.username !== username || stored.expiresAt !== expiresAt
    ) {
      throw invalidToken();
    }
    const session: Session = { id, user: stored.user, expiresAt };
    // The lookup may have taken it past its time.
    if (isExpired(session, this.#now())) throw tokenExpired();
    this.#keep(token, session);
    return session;
  }

  #keep(token: string, session: Session): void {
    this.#sessions.set(token, session);
    this.#tokensById.set(session.id, token);
    if (this.#sessions.size <= this.#capacity) return;
    for (const [oldest, { id }] of this.#sessions) {
      this.#sessions.delete(oldest);
      this.#tokensById.delete(id);
      break;
    }
  }
}

function isExpired(session: Session, now: number): boolean {
  return now >= session.expiresAt * 1000;
}
