import type { DatabaseSync, StatementSync } from "node:sqlite";
import { forbidden } from "../../../../model/accounts/refusals.ts";
import type { Admin } from "../../../account_writes.ts";

/** Checks inside the writer's transaction that an admin still is one. */
export class AdminCheck {
  readonly #admin: StatementSync;

  constructor(database: DatabaseSync) {
    this.#admin = database.prepare(
      "SELECT 1 FROM users WHERE id = ? AND role = 'admin' AND disabled_at IS NULL",
    );
  }

  /** @throws {ChungError} `forbidden` */
  assert(admin: Admin): void {
    if (admin !== null && this.#admin.get(admin) === undefined) throw forbidden();
  }
}
