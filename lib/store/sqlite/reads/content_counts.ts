import type { DatabaseSync, StatementSync } from "node:sqlite";

/** Projects that are looked at in one step. */
const PROJECTS = 1_000;

/** The contents of some projects, in numbers. */
export interface ProjectCounts {
  projects: number;
  messages: number;
  tasks: number;
  /** The id of the last of them; null if there are no further ones. */
  last: number | null;
}

/** Counts the contents of a store in steps, each of which takes a short time however large the store is. */
export class ContentCounts {
  readonly #users: StatementSync;
  readonly #rooms: StatementSync;
  readonly #tasks: StatementSync;

  constructor(database: DatabaseSync) {
    // No account is ever deleted, so that the ids have no gaps.
    this.#users = database.prepare("SELECT coalesce(max(id), 0) AS users FROM users");
    // A message's ordinal is the number of messages that its room had up to it.
    this.#rooms = database.prepare(
      `SELECT p.id, coalesce(c.ordinal, 0) AS written
       FROM projects p LEFT JOIN chats c ON c.id = p.last_message_id
       WHERE p.id > ? ORDER BY p.id LIMIT ?`,
    );
    this.#tasks = database.prepare(
      `SELECT count(*) AS tasks FROM tasks
       WHERE project_id > ? AND project_id <= ? AND deleted_at IS NULL`,
    );
  }

  users(): number {
    return this.#users.get()!.users as number;
  }

  /** Counts the next projects behind one, by id. */
  projectsAfter(id: number): ProjectCounts {
    const rooms = this.#rooms.all(id, PROJECTS) as unknown as { id: number; written: number }[];
    const last = rooms.at(-1)?.id ?? null;
    return {
      projects: rooms.length,
      messages: rooms.reduce((sum, { written }) => sum + written, 0),
      tasks: last === null ? 0 : this.#tasks.get(id, last)!.tasks as number,
      last,
    };
  }
}
