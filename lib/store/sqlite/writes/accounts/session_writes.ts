import type { DatabaseSync, StatementSync } from "node:sqlite";
import { ChungError } from "../../../../errors.ts";
import {
  accountDisabled,
  badCredentials,
  invalidToken,
} from "../../../../model/accounts/refusals.ts";
import type { NewSession, SessionEnd, SessionUse } from "../../../account_writes.ts";

/** Writes sessions, inside the writer's transaction. */
export class SessionWrites {
  readonly #account: StatementSync;
  readonly #insert: StatementSync;
  readonly #seen: StatementSync;
  readonly #good: StatementSync;
  readonly #end: StatementSync;
  readonly #find: StatementSync;
  readonly #endAll: StatementSync;
  readonly #use: StatementSync;
  readonly #userSeen: StatementSync;
  readonly #deleteExpired: StatementSync;
  readonly #deleteEnded: StatementSync;

  constructor(database: DatabaseSync) {
    this.#account = database.prepare("SELECT password, disabled_at FROM users WHERE id = ?");
    this.#insert = database.prepare(
      `INSERT INTO sessions (id, user_id, created_at, expires_at, last_used_at, address)
       VALUES (?1, ?2, ?3, ?4, ?3, ?5)`,
    );
    this.#seen = database.prepare(
      "UPDATE users SET last_seen_at = max(coalesce(last_seen_at, 0), ?) WHERE id = ?",
    );
    this.#good = database.prepare("SELECT 1 FROM sessions WHERE id = ? AND ended_at IS NULL");
    this.#end = database.prepare(
      "UPDATE sessions SET ended_at = ? WHERE id = ? AND ended_at IS NULL",
    );
    this.#find = database.prepare(
      `SELECT id FROM sessions WHERE user_id = ? AND substr(id, 1, length(?2)) = ?2
       AND ended_at IS NULL AND expires_at > ?`,
    );
    this.#endAll = database.prepare(
      `UPDATE sessions SET ended_at = ?1
       WHERE user_id = ?2 AND ended_at IS NULL AND expires_at > ?1 / 1000 AND id IS NOT ?3
       RETURNING id`,
    );
    this.#use = database.prepare(
      `UPDATE sessions SET last_used_at = ?2, address = ?3
       WHERE id = ?1 AND coalesce(last_used_at, 0) < ?2`,
    );
    this.#userSeen = database.prepare(
      `UPDATE users SET last_seen_at = ?2
       WHERE id = (SELECT user_id FROM sessions WHERE id = ?1) AND coalesce(last_seen_at, 0) < ?2`,
    );
    this.#deleteExpired = database.prepare(
      "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at < ? LIMIT ?)",
    );
    this.#deleteEnded = database.prepare(
      "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE ended_at < ? LIMIT ?)",
    );
  }

  createSession({ id, userId, passwordHash, address = "", at, expiresAt }: NewSession): void {
    const account = this.#account.get(userId) as unknown as
      | { password: string; disabled_at: number | null }
      | undefined;
    // Both may have changed while the password was compared.
    if (account && account.disabled_at !== null) throw accountDisabled();
    if (account && passwordHash !== undefined && account.password !== passwordHash) {
      throw badCredentials();
    }
    this.#insert.run(id, userId, at, expiresAt, address);
    this.#seen.run(at, userId);
  }

  /** @throws {ChungError} `invalid_token` */
  assertGood(id: string): void {
    if (this.#good.get(id) === undefined) throw invalidToken();
  }

  endSession({ id, at }: SessionEnd): boolean {
    return this.#end.run(at, id).changes > 0;
  }

  endUserSession({ userId, prefix, at }: { userId: number; prefix: string; at: number }): string {
    const found = this.#find.all(userId, prefix, at / 1000) as unknown as { id: string }[];
    if (found.length !== 1) {
      throw new ChungError(
        "session_not_found",
        `you have no login ${prefix}: sessions <token> lists yours`,
      );
    }
    const [{ id }] = found;
    this.#end.run(at, id);
    return id;
  }

  /** Ends every session of a user but one. @returns their ids */
  endAll(userId: number, except: string | null, at: number): string[] {
    return (this.#endAll.all(at, userId, except) as unknown as { id: string }[])
      .map(({ id }) => id);
  }

  noteUses({ uses }: { uses: SessionUse[] }): void {
    for (const { id, address, at } of uses) {
      this.#use.run(id, at, address);
      this.#userSeen.run(id, at);
    }
  }

  /**
   * Deletes sessions that expired or ended before `before` (Unix ms), up to `limit` of each kind.
   * @returns the number of sessions deleted
   */
  deleteSessions(before: number, limit: number): number {
    return Number(this.#deleteExpired.run(before / 1000, limit).changes) +
      Number(this.#deleteEnded.run(before, limit).changes);
  }
}
