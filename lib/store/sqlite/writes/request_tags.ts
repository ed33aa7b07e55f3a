import type { DatabaseSync, StatementSync } from "node:sqlite";

/** The actions whose requests a tag makes idempotent (docs/PROTOCOL.md, "Request, response, event"). */
export type TaggedAction = "new_project" | "chat";

/** Stores the results of tagged requests until they are purged. */
export class RequestTags {
  readonly #find: StatementSync;
  readonly #remember: StatementSync;
  readonly #forget: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare(
      "SELECT result_id FROM request_tags WHERE user_id = ? AND action = ? AND tag = ?",
    );
    this.#remember = database.prepare(
      "INSERT INTO request_tags (user_id, action, tag, result_id, created_at) VALUES (?, ?, ?, ?, ?)",
    );
    this.#forget = database.prepare(
      `DELETE FROM request_tags WHERE (user_id, action, tag) IN
         (SELECT user_id, action, tag FROM request_tags WHERE created_at < ? LIMIT ?)`,
    );
  }

  /** Returns the id that the first request with this tag created, or null. */
  find(userId: number, action: TaggedAction, tag: string | null): number | null {
    if (tag === null) return null;
    return (this.#find.get(userId, action, tag)?.result_id ?? null) as number | null;
  }

  remember(
    userId: number,
    action: TaggedAction,
    tag: string | null,
    resultId: number,
    at: number,
  ): void {
    if (tag !== null) this.#remember.run(userId, action, tag, resultId, at);
  }

  /**
   * Deletes up to `limit` tags stored before `before` (Unix ms).
   * @returns the number of tags deleted
   */
  forget(before: number, limit: number): number {
    return Number(this.#forget.run(before, limit).changes);
  }
}
