import type { DatabaseSync, StatementSync } from "node:sqlite";
import { ChungError } from "../../../errors.ts";
import type { User } from "../../../model/user.ts";
import type { NewSession, NewUser, SessionEnd } from "../../writes.ts";
import { toUser, type UserRow } from "../rows.ts";

/** Writes users and their sessions, inside the writer's transaction. */
export class AccountWrites {
  readonly #findUser: StatementSync;
  readonly #insertUser: StatementSync;
  readonly #insertSession: StatementSync;
  readonly #endSession: StatementSync;
  readonly #deleteExpired: StatementSync;
  readonly #deleteEnded: StatementSync;

  constructor(database: DatabaseSync) {
    this.#findUser = database.prepare("SELECT id FROM users WHERE username = ?");
    this.#insertUser = database.prepare(
      "INSERT INTO users (username, password, created_at) VALUES (?, ?, ?) RETURNING id, username, role",
    );
    this.#insertSession = database.prepare(
      "INSERT INTO sessions (id, user_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
    );
    this.#endSession = database.prepare(
      "UPDATE sessions SET ended_at = ? WHERE id = ? AND ended_at IS NULL",
    );
    this.#deleteExpired = database.prepare(
      "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at < ? LIMIT ?)",
    );
    this.#deleteEnded = database.prepare(
      "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE ended_at < ? LIMIT ?)",
    );
  }

  createUser({ username, passwordHash, at }: NewUser): User {
    if (this.#findUser.get(username) !== undefined) {
      throw new ChungError("username_taken", `the username ${username} is taken: choose another`);
    }
    return toUser(this.#insertUser.get(username, passwordHash, at) as unknown as UserRow);
  }

  createSession({ id, userId, at, expiresAt }: NewSession): void {
    this.#insertSession.run(id, userId, at, expiresAt);
  }

  endSession({ id, at }: SessionEnd): boolean {
    return this.#endSession.run(at, id).changes > 0;
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
