import type { Clock } from "../clock.ts";
import type { ChungError } from "../errors.ts";
import { invalidToken } from "../model/accounts/refusals.ts";
import { storedSecret } from "../model/accounts/stored_secret.ts";
import type { Session } from "../model/session.ts";
import type { StoredSession, User } from "../model/user.ts";
import { EndedSessions } from "./ended_sessions.ts";
import { tokenExpired, type Tokens } from "./token.ts";

export interface AuthenticatorOptions {
  tokens: Pick<Tokens, "verify">;
  /** Looks a session up in the store by what is stored of the token's `jti`. */
  findSession: (id: string) => Promise<StoredSession | null>;
  clock: Pick<Clock, "wall">;
  /** Valid tokens kept at most, the least recently used evicted first; as many ended sessions are remembered. */
  capacity?: number;
}

/**
 * Resolves a token to its session.
 *
 * Valid tokens are cached: only the first use of one has its signature checked and asks the store. The cache answers
 * nothing else. Whether a session has ended is told by the ends themselves, whatever the cache has evicted.
 */
export class Authenticator {
  readonly #tokens: Pick<Tokens, "verify">;
  readonly #findSession: (id: string) => Promise<StoredSession | null>;
  readonly #clock: Pick<Clock, "wall">;
  readonly #capacity: number;
  /** By token, the least recently used first. */
  readonly #sessions = new Map<string, Session>();
  /** By session id, for `end`; the same tokens as in `#sessions`. */
  readonly #tokensById = new Map<string, string>();
  readonly #checks = new Map<string, Promise<Session>>();
  readonly #ended: EndedSessions;
  /** How often a user was changed. */
  #usersChanged = 0;
  /** How many sessions had ended when one that still was good was evicted. */
  readonly #evictedAt = new WeakMap<Session, number>();

  constructor(options: AuthenticatorOptions) {
    this.#tokens = options.tokens;
    this.#findSession = options.findSession;
    this.#clock = options.clock;
    this.#capacity = options.capacity ?? 10_000;
    this.#ended = new EndedSessions(this.#capacity);
  }

  /**
   * The session of a token, at once when the token is cached.
   * @throws ChungError `invalid_token`, `token_expired`: thrown for a cached token, rejected for another
   */
  authenticate(token: string): Session | Promise<Session> {
    const session = this.#sessions.get(token);
    if (session === undefined) return this.#checkOnce(token);
    this.#sessions.delete(token);
    if (isExpired(session, this.#clock.wall())) {
      this.#tokensById.delete(session.id);
      throw tokenExpired();
    }
    this.#sessions.set(token, session);
    return session;
  }

  /**
   * Ends a session: a check of it that is under way fails, and the next use of its token asks the store.
   *
   * To be called once the store has committed the end.
   */
  end(sessionId: string): void {
    this.#ended.add(sessionId);
    const token = this.#tokensById.get(sessionId);
    if (token === undefined) return;
    this.#tokensById.delete(sessionId);
    this.#sessions.delete(token);
  }

  /** To be called once the store has committed a change of a user: the sessions go on with it. */
  userChanged(user: User): void {
    this.#usersChanged++;
    for (const session of this.#sessions.values()) {
      if (session.user.id === user.id) session.user = user;
    }
  }

  /**
   * Whether a session that `authenticate` gave has been logged out or has expired since.
   *
   * True as well where that can't be told any more: for an evicted session, after more logouts than are remembered.
   */
  hasEnded(session: Session): boolean {
    if (isExpired(session, this.#clock.wall())) return true;
    if (this.#tokensById.has(session.id)) return false;
    const evictedAt = this.#evictedAt.get(session);
    return evictedAt === undefined || this.#ended.mayHaveEndedSince(evictedAt, session.id);
  }

  /** Returns the error that a session which has ended is refused with; null while it is good. */
  endOf(session: Session): ChungError | null {
    if (!this.hasEnded(session)) return null;
    return isExpired(session, this.#clock.wall()) ? tokenExpired() : invalidToken();
  }

  #checkOnce(token: string): Promise<Session> {
    const running = this.#checks.get(token);
    if (running !== undefined) return running;
    const check = this.#check(token).finally(() => this.#checks.delete(token));
    this.#checks.set(token, check);
    return check;
  }

  async #check(token: string): Promise<Session> {
    const claims = await this.#tokens.verify(token, this.#clock.wall());
    const { username, expiresAt } = claims;
    const id = storedSecret(claims.id);
    const endedBefore = this.#ended.count;
    let stored: StoredSession | null;
    let changedBefore: number;
    do {
      // The store may have been read before a change.
      changedBefore = this.#usersChanged;
      stored = await this.#findSession(id);
    } while (changedBefore !== this.#usersChanged);
    if (
      stored === null || stored.ended || stored.disabled ||
      stored.user.username !== username || stored.expiresAt !== expiresAt ||
      // The store may have been read before the end.
      this.#ended.mayHaveEndedSince(endedBefore, id)
    ) {
      throw invalidToken();
    }
    const session: Session = { id, user: stored.user, expiresAt };
    // The lookup may have taken it past its time.
    if (isExpired(session, this.#clock.wall())) throw tokenExpired();
    this.#keep(token, session);
    return session;
  }

  #keep(token: string, session: Session): void {
    this.#sessions.set(token, session);
    this.#tokensById.set(session.id, token);
    if (this.#sessions.size <= this.#capacity) return;
    for (const [oldest, evicted] of this.#sessions) {
      this.#sessions.delete(oldest);
      this.#tokensById.delete(evicted.id);
      this.#evictedAt.set(evicted, this.#ended.count);
      break;
    }
  }
}

function isExpired(session: Session, now: number): boolean {
  return now >= session.expiresAt * 1000;
}
