import type { DatabaseSync, StatementSync } from "node:sqlite";
import { ChungError } from "../../errors.ts";
import type { Message } from "../../model/message.ts";
import type { NewMessage } from "../store.ts";
import { projectNotFound } from "./project_writes.ts";
import type { RequestTags } from "./request_tags.ts";
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from "./rows.ts";

/** Messages, inside the writer's transaction. */
export class MessageWrites {
  readonly #tags: RequestTags;
  readonly #find: StatementSync;
  readonly #author: StatementSync;
  readonly #project: StatementSync;
  readonly #insert: StatementSync;

  constructor(database: DatabaseSync, tags: RequestTags) {
    this.#tags = tags;
    this.#find = database.prepare(
      `SELECT ${MESSAGE_COLUMNS} FROM chats c JOIN users u ON u.id = c.user WHERE c.id = ?`,
    );
    this.#author = database.prepare(
      `SELECT u.username,
         (SELECT timestamp FROM chats WHERE room_id = ?1 ORDER BY id DESC LIMIT 1) AS newest
       FROM members m JOIN users u ON u.id = m.user_id
       WHERE m.project_id = ?1 AND m.user_id = ?2`,
    );
    this.#project = database.prepare("SELECT 1 FROM projects WHERE id = ?");
    this.#insert = database.prepare(
      "INSERT INTO chats (room_id, user, message, timestamp) VALUES (?, ?, ?, ?)",
    );
  }

  addMessage(
    { projectId, userId, text, at, tag }: NewMessage,
  ): { message: Message; duplicate: boolean } {
    const earlier = this.#tags.find(userId, "chat", tag);
    if (earlier !== null) {
      const row = this.#find.get(earlier) as unknown as MessageRow;
      return { message: toMessage(row), duplicate: true };
    }
    const author = this.#author.get(projectId, userId) as
      | { username: string; newest: number | null }
      | undefined;
    if (author === undefined) throw this.#refusal(projectId);
    // The room's order by id is its order by time too, whatever the clock does.
    const timestamp = Math.max(at, author.newest ?? at);
    const id = Number(this.#insert.run(projectId, userId, text, timestamp).lastInsertRowid);
    this.#tags.remember(userId, "chat", tag, id, at);
    const message = toMessage({
      id,
      room_id: projectId,
      username: author.username,
      message: text,
      timestamp,
      edited_at: null,
      deleted_at: null,
    });
    return { message, duplicate: false };
  }

  #refusal(projectId: number): ChungError {
    if (this.#project.get(projectId) === undefined) return projectNotFound(projectId);
    return new ChungError("not_a_member", `you are not a member of project ${projectId}`);
  }
}
