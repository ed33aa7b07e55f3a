import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { ListedSession, ListedUser } from "../../../model/accounts/account_lists.ts";
import type { Invitation } from "../../../model/accounts/invitation.ts";
import type { Account, StoredSession } from "../../../model/user.ts";
import { isoTime } from "../iso_time.ts";
import {
  type InvitationRow,
  IS_GOOD_INVITATION,
  toInvitation,
  toUser,
  type UserRow,
} from "../rows.ts";

interface SessionRow {
  id: string;
  created_at: number;
  last_used_at: number | null;
  address: string;
}

interface ListedUserRow extends UserRow {
  created_at: number;
  disabled_at: number | null;
  last_seen_at: number | null;
}

/** Reads accounts, their sessions and invitations. */
export class AccountReads {
  readonly #account: StatementSync;
  readonly #session: StatementSync;
  readonly #users: StatementSync;
  readonly #sessions: StatementSync;
  readonly #invitations: StatementSync;
  readonly #invited: StatementSync;

  constructor(database: DatabaseSync) {
    this.#account = database.prepare(
      "SELECT id, username, role, name, password, disabled_at FROM users WHERE username = ?",
    );
    this.#session = database.prepare(
      `SELECT u.id, u.username, u.role, u.name, u.disabled_at, s.expires_at, s.ended_at
       FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = ?`,
    );
    this.#users = database.prepare(
      `SELECT id, username, role, name, created_at, disabled_at, last_seen_at
       FROM users WHERE id > ? ORDER BY id LIMIT ?`,
    );
    this.#sessions = database.prepare(
      `SELECT id, created_at, last_used_at, address FROM sessions
       WHERE user_id = ? AND ended_at IS NULL AND expires_at > ?
       ORDER BY coalesce(last_used_at, created_at) DESC, created_at DESC, id`,
    );
    this.#invitations = database.prepare(
      `SELECT i.id, i.uses, i.used, i.expires_at, u.username AS by
       FROM invitations i LEFT JOIN users u ON u.id = i.created_by
       WHERE i.id < ? AND i.revoked_at IS NULL ORDER BY i.id DESC LIMIT ?`,
    );
    this.#invited = database.prepare(
      `SELECT 1 FROM invitations WHERE ${IS_GOOD_INVITATION}`,
    );
  }

  /** Ignores the case of the username. */
  find(username: string): Account | null {
    const row = this.#account.get(username) as unknown as
      | UserRow & { password: string; disabled_at: number | null }
      | undefined;
    if (row === undefined) return null;
    return { ...toUser(row), passwordHash: row.password, disabled: row.disabled_at !== null };
  }

  findSession(id: string): StoredSession | null {
    const row = this.#session.get(id) as unknown as
      | UserRow & { disabled_at: number | null; expires_at: number; ended_at: number | null }
      | undefined;
    if (row === undefined) return null;
    return {
      id,
      user: toUser(row),
      disabled: row.disabled_at !== null,
      expiresAt: row.expires_at,
      ended: row.ended_at !== null,
    };
  }

  listUsers(limit: number, afterId: number): { users: ListedUser[]; more: boolean } {
    const rows = this.#users.all(afterId, limit + 1) as unknown as ListedUserRow[];
    const users = rows.slice(0, limit).map((row) => ({
      ...toUser(row),
      created_at: isoTime(row.created_at),
      disabled: row.disabled_at !== null,
      last_seen_at: row.last_seen_at === null ? null : isoTime(row.last_seen_at),
    }));
    return { users, more: rows.length > limit };
  }

  listSessions(userId: number, at: number): Omit<ListedSession, "current">[] {
    const rows = this.#sessions.all(userId, at / 1000) as unknown as SessionRow[];
    return rows.map(({ id, created_at, last_used_at, address }) => ({
      id,
      created_at: isoTime(created_at),
      last_used_at: isoTime(last_used_at ?? created_at),
      address,
    }));
  }

  listInvitations(limit: number): Invitation[] {
    return (this.#invitations.all(Number.MAX_SAFE_INTEGER, limit) as unknown as InvitationRow[])
      .map(toInvitation);
  }

  isInvited(code: string, at: number): boolean {
    return this.#invited.get(code, at) !== undefined;
  }
}
