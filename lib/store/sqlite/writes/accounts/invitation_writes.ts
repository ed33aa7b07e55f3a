import type { DatabaseSync, StatementSync } from "node:sqlite";
import { ChungError } from "../../../../errors.ts";
import type { Invitation } from "../../../../model/accounts/invitation.ts";
import { invalidInvitation } from "../../../../model/accounts/refusals.ts";
import type { Admin, NewInvitation } from "../../../account_writes.ts";
import { type InvitationRow, IS_GOOD_INVITATION, toInvitation } from "../../rows.ts";
import type { AdminCheck } from "./admin_check.ts";

/** Writes invitations, inside the writer's transaction. */
export class InvitationWrites {
  readonly #admins: AdminCheck;
  readonly #insert: StatementSync;
  readonly #good: StatementSync;
  readonly #use: StatementSync;
  readonly #revoke: StatementSync;

  constructor(database: DatabaseSync, admins: AdminCheck) {
    this.#admins = admins;
    this.#insert = database.prepare(
      `INSERT INTO invitations (code, uses, created_by, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?)
       RETURNING id, uses, used, expires_at,
         (SELECT username FROM users WHERE id = created_by) AS by`,
    );
    this.#good = database.prepare(
      `SELECT 1 FROM invitations WHERE ${IS_GOOD_INVITATION}`,
    );
    this.#use = database.prepare("UPDATE invitations SET used = used + 1 WHERE code = ?");
    this.#revoke = database.prepare(
      "UPDATE invitations SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
    );
  }

  createInvitation({ code, uses, admin, at, expiresAt }: NewInvitation): Invitation {
    this.#admins.assert(admin);
    return toInvitation(
      this.#insert.get(code, uses, admin, at, expiresAt) as unknown as InvitationRow,
    );
  }

  /** @throws {ChungError} `invalid_invitation` */
  assertGood(code: string, at: number): void {
    if (this.#good.get(code, at) === undefined) throw invalidInvitation();
  }

  use(code: string): void {
    this.#use.run(code);
  }

  revokeInvitation({ id, admin, at }: { id: number; admin: Admin; at: number }): void {
    this.#admins.assert(admin);
    if (this.#revoke.run(at, id).changes > 0) return;
    throw new ChungError(
      "invitation_not_found",
      `there is no invitation ${id}: invitations lists all`,
    );
  }
}
