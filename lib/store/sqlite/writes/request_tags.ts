import { createHash } from "node:crypto";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { ChungError } from "../../../errors.ts";

/** The actions whose requests a tag makes idempotent (docs/PROTOCOL.md, "Request, response, event"). */
export type TaggedAction = "new_project" | "chat" | "new_task" | "import_tasks";

/** A request that its tag makes idempotent. */
export interface TaggedRequest {
  userId: number;
  action: TaggedAction;
  /** Null for a request without a tag. */
  tag: string | null;
  /** Everything by which the request differs from others of its action. */
  sent: readonly (string | number)[];
}

interface TagRow {
  result_id: number;
  digest: Uint8Array | null;
}

/** Stores the results of tagged requests until they are purged. */
export class RequestTags {
  readonly #find: StatementSync;
  readonly #remember: StatementSync;
  readonly #forget: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare(
      "SELECT result_id, digest FROM request_tags WHERE user_id = ? AND action = ? AND tag = ?",
    );
    this.#remember = database.prepare(
      `INSERT INTO request_tags (user_id, action, tag, digest, result_id, created_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    );
    this.#forget = database.prepare(
      `DELETE FROM request_tags WHERE (user_id, action, tag) IN
         (SELECT user_id, action, tag FROM request_tags WHERE created_at < ? LIMIT ?)`,
    );
  }

  /**
   * Returns the id that the first request with this tag created, or null.
   * @throws {ChungError} `tag_reused` when that request was another one
   */
  find({ userId, action, tag, sent }: TaggedRequest): number | null {
    if (tag === null) return null;
    const row = this.#find.get(userId, action, tag) as unknown as TagRow | undefined;
    if (row === undefined) return null;
    // Tags of older versions have no digest.
    if (row.digest !== null && !digestOf(sent).equals(row.digest)) {
      throw new ChungError(
        "tag_reused",
        `the tag @${tag} came before with something else, nothing was stored: use a new tag`,
      );
    }
    return row.result_id;
  }

  /** Returns the id that a request with this tag created, whatever else it had; null if there was none. */
  resultOf(userId: number, action: TaggedAction, tag: string): number | null {
    const row = this.#find.get(userId, action, tag) as unknown as TagRow | undefined;
    return row?.result_id ?? null;
  }

  remember({ userId, action, tag, sent }: TaggedRequest, resultId: number, at: number): void {
    if (tag !== null) this.#remember.run(userId, action, tag, digestOf(sent), resultId, at);
  }

  /**
   * Deletes up to `limit` tags stored before `before` (Unix ms).
   * @returns the number of tags deleted
   */
  forget(before: number, limit: number): number {
    return Number(this.#forget.run(before, limit).changes);
  }
}

function digestOf(sent: TaggedRequest["sent"]): Buffer {
  return createHash("sha256").update(JSON.stringify(sent)).digest();
}
