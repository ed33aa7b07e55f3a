import type { DatabaseSync, StatementSync } from "node:sqlite";
import { ChungError } from "../../../../errors.ts";
import { nameKey } from "../../../../model/accounts/name_key.ts";
import { usernameTaken, userNotFound } from "../../../../model/accounts/refusals.ts";
import type { User, UserRole } from "../../../../model/user.ts";
import type {
  AccountWrites,
  Admin,
  ChangedUser,
  NewPassword,
  NewUser,
} from "../../../account_writes.ts";
import { toUser, type UserRow } from "../../rows.ts";
import type { AdminCheck } from "./admin_check.ts";
import type { InvitationWrites } from "./invitation_writes.ts";
import type { SessionWrites } from "./session_writes.ts";

interface AccountRow extends UserRow {
  disabled_at: number | null;
}

const COLUMNS = "id, username, role, name";

/** Writes users, inside the writer's transaction. */
export class UserWrites {
  readonly #checked: AdminCheck;
  readonly #sessions: SessionWrites;
  readonly #invitations: InvitationWrites;
  readonly #find: StatementSync;
  readonly #findById: StatementSync;
  readonly #named: StatementSync;
  readonly #looksAlike: StatementSync;
  readonly #insert: StatementSync;
  readonly #setName: StatementSync;
  readonly #projects: StatementSync;
  readonly #setPassword: StatementSync;
  readonly #otherAdmin: StatementSync;
  readonly #setRole: StatementSync;
  readonly #setDisabled: StatementSync;

  constructor(
    database: DatabaseSync,
    { admins, sessions, invitations }: {
      admins: AdminCheck;
      sessions: SessionWrites;
      invitations: InvitationWrites;
    },
  ) {
    this.#checked = admins;
    this.#sessions = sessions;
    this.#invitations = invitations;
    this.#find = database.prepare(`SELECT ${COLUMNS}, disabled_at FROM users WHERE username = ?`);
    this.#findById = database.prepare(`SELECT ${COLUMNS} FROM users WHERE id = ?`);
    this.#named = database.prepare("SELECT 1 FROM users WHERE name_key = ?");
    this.#looksAlike = database.prepare(
      "SELECT 1 FROM users WHERE id <> ?1 AND (name_key = ?2 OR username_key = ?2)",
    );
    this.#insert = database.prepare(
      `INSERT INTO users (username, password, created_at, username_key) VALUES (?, ?, ?, ?)
       RETURNING ${COLUMNS}`,
    );
    this.#setName = database.prepare("UPDATE users SET name = ?, name_key = ? WHERE id = ?");
    this.#projects = database.prepare(
      "SELECT project_id FROM members WHERE user_id = ? ORDER BY project_id",
    );
    this.#setPassword = database.prepare("UPDATE users SET password = ? WHERE id = ?");
    this.#otherAdmin = database.prepare(
      "SELECT 1 FROM users WHERE role = 'admin' AND disabled_at IS NULL AND id <> ?",
    );
    this.#setRole = database.prepare("UPDATE users SET role = ? WHERE id = ?");
    this.#setDisabled = database.prepare("UPDATE users SET disabled_at = ? WHERE id = ?");
  }

  createUser({ username, passwordHash, invitation, at }: NewUser): User {
    if (invitation !== undefined) this.#invitations.assertGood(invitation, at);
    const key = nameKey(username);
    if (this.#find.get(username) !== undefined || this.#named.get(key) !== undefined) {
      throw usernameTaken(username);
    }
    if (invitation !== undefined) this.#invitations.use(invitation);
    return toUser(this.#insert.get(username, passwordHash, at, key) as unknown as UserRow);
  }

  setName({ userId, name }: { userId: number; name: string | null }) {
    const row = this.#findById.get(userId) as unknown as UserRow;
    const key = name === null ? null : nameKey(name);
    if (key !== null && this.#looksAlike.get(userId, key) !== undefined) {
      throw new ChungError(
        "name_taken",
        `the name ${name} looks like another user's: choose one that can't be taken for it`,
      );
    }
    const changed = row.name !== name;
    if (changed) this.#setName.run(name, key, userId);
    const projects = this.#projects.all(userId) as unknown as { project_id: number }[];
    return {
      user: toUser({ ...row, name }),
      changed,
      projects: projects.map(({ project_id }) => project_id),
    };
  }

  setPassword({ username, passwordHash, by, at }: NewPassword): ChangedUser {
    if ("session" in by) this.#sessions.assertGood(by.session);
    else this.#checked.assert(by.admin);
    const row = this.#account(username);
    const except = "session" in by ? by.session : null;
    this.#setPassword.run(passwordHash, row.id);
    return { user: toUser(row), ended: this.#sessions.endAll(row.id, except, at) };
  }

  setRole(
    { username, role, admin }: { username: string; role: UserRole; admin: Admin },
  ): User {
    this.#checked.assert(admin);
    const row = this.#account(username);
    if (role !== "admin") this.#assertOtherAdmin(row, "give another the role first");
    this.#setRole.run(role, row.id);
    return toUser({ ...row, role });
  }

  setDisabled(
    { username, disabled, admin, at }: AccountWrites["setDisabled"]["input"],
  ): ChangedUser {
    this.#checked.assert(admin);
    const row = this.#account(username);
    if (disabled) this.#assertOtherAdmin(row, "make another one first");
    // The time of an earlier disabling stays.
    if (disabled !== (row.disabled_at !== null)) {
      this.#setDisabled.run(disabled ? at : null, row.id);
    }
    return { user: toUser(row), ended: disabled ? this.#sessions.endAll(row.id, null, at) : [] };
  }

  #account(username: string): AccountRow {
    const row = this.#find.get(username) as unknown as AccountRow | undefined;
    if (row === undefined) throw userNotFound(username);
    return row;
  }

  /** @throws {ChungError} `last_admin` */
  #assertOtherAdmin({ id, role, disabled_at, username }: AccountRow, advice: string): void {
    if (role !== "admin" || disabled_at !== null || this.#otherAdmin.get(id) !== undefined) return;
    throw new ChungError("last_admin", `${username} is the last admin: ${advice}`);
  }
}
