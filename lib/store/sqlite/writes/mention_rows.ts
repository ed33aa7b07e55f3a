import type { DatabaseSync, StatementSync } from "node:sqlite";
import { mentionsIn } from "../../../model/mention.ts";
import type { Person } from "../../writes.ts";

/** The maximum number of names looked up for one message; in a message with more, only the first ones are found. */
const MAX_LOOKUPS = 200;

/** A member mentioned in a message. */
export interface MentionedMember extends Person {
  lastReadId: number;
}

/** Reads and updates unread mentions, inside the writer's transaction. */
export class MentionRows {
  readonly #member: StatementSync;
  readonly #insert: StatementSync;
  readonly #deleteMessage: StatementSync;
  readonly #deleteMember: StatementSync;
  readonly #deleteTask: StatementSync;
  readonly #deleteRead: StatementSync;
  readonly #count: StatementSync;

  constructor(database: DatabaseSync) {
    this.#member = database.prepare(
      `SELECT u.id, u.username, m.last_read_id AS lastReadId
       FROM users u JOIN members m ON m.user_id = u.id AND m.project_id = ?
       WHERE u.username = ?`,
    );
    this.#insert = database.prepare(
      "INSERT INTO mentions (user_id, project_id, message_id) VALUES (?, ?, ?)",
    );
    this.#deleteMessage = database.prepare("DELETE FROM mentions WHERE message_id = ?");
    this.#deleteMember = database.prepare(
      "DELETE FROM mentions WHERE user_id = ? AND project_id = ?",
    );
    this.#deleteTask = database.prepare(
      `DELETE FROM mentions WHERE user_id = ? AND project_id = ?
         AND (SELECT activity ->> '$.task.id' FROM chats WHERE id = message_id) = ?`,
    );
    this.#deleteRead = database.prepare(
      "DELETE FROM mentions WHERE user_id = ? AND project_id = ? AND message_id <= ?",
    );
    this.#count = database.prepare(
      "SELECT count(*) AS mentions FROM mentions WHERE user_id = ? AND project_id = ?",
    );
  }

  /** Finds the members mentioned in a text: each once, in the order of the text. */
  membersIn(projectId: number, text: string): MentionedMember[] {
    if (!text.includes("@")) return [];
    const known = new Map<string, MentionedMember | undefined>();
    const find = (name: string) => {
      if (!known.has(name) && known.size < MAX_LOOKUPS) {
        const row = this.#member.get(projectId, name) as MentionedMember | undefined;
        // Copied because SQLite's rows have no prototype, while objects posted between threads do.
        known.set(name, row && { ...row });
      }
      return known.get(name);
    };
    const names = mentionsIn(text, (name) => find(name) !== undefined).map(({ name }) => name);
    return [...new Set(names)].map((name) => find(name)!);
  }

  /** Stores the mentions in a message, except of its author and of members who have already read it. */
  add(projectId: number, messageId: number, authorId: number, members: MentionedMember[]): void {
    for (const { id, lastReadId } of members) {
      if (id !== authorId && lastReadId < messageId) this.#insert.run(id, projectId, messageId);
    }
  }

  forgetMessage(messageId: number): void {
    this.#deleteMessage.run(messageId);
  }

  forgetMember(userId: number, projectId: number): void {
    this.#deleteMember.run(userId, projectId);
  }

  /** Forgets the lines by which a task was assigned to a user, who is its assignee no more. */
  forgetTask(userId: number, projectId: number, taskId: number): void {
    this.#deleteTask.run(userId, projectId, taskId);
  }

  forgetRead(userId: number, projectId: number, throughId: number): void {
    this.#deleteRead.run(userId, projectId, throughId);
  }

  count(userId: number, projectId: number): number {
    return this.#count.get(userId, projectId)!.mentions as number;
  }
}

export function toPerson({ id, username }: Person): Person {
  return { id, username };
}
