import type { DatabaseSync, StatementSync } from "node:sqlite";
import { PAGE_COLUMNS, type PageRow } from "../reads/read_page.ts";

/** A message's id and text. */
export interface IdAndText {
  id: number;
  message: string;
}

/** The statements of a search, each of which ends soon, as long as its expression and its range are small. */
export class IndexedMessages {
  readonly #newest: StatementSync;
  readonly #matching: StatementSync;
  readonly #having: StatementSync;
  readonly #occurrences: StatementSync;
  readonly #sliceStart: StatementSync;
  readonly #texts: StatementSync;
  readonly #text: StatementSync;
  readonly #message: StatementSync;
  readonly #written: StatementSync;
  readonly #author: StatementSync;
  readonly #user: StatementSync;
  readonly #projects: StatementSync;
  readonly #following: StatementSync;

  constructor(database: DatabaseSync) {
    createIndexedWords(database);
    this.#newest = database.prepare("SELECT indexed_id FROM search_progress WHERE id = 1");
    // node:sqlite binds numbers as reals, with which FTS5 would read all matches, in and out of the range.
    const inRange = `FROM chats_index WHERE chats_index MATCH ?
      AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)`;
    this.#matching = database.prepare(
      `SELECT rowid AS id ${inRange} ORDER BY rowid DESC LIMIT ?`,
    );
    this.#having = database.prepare(`SELECT json_group_array(rowid) AS ids ${inRange}`);
    this.#occurrences = database.prepare(
      `SELECT count(*) AS occurrences
       FROM (SELECT 1 FROM temp.indexed_words WHERE term >= ? AND term <= ? LIMIT ?)`,
    );
    this.#sliceStart = database.prepare(
      "SELECT id FROM chats WHERE room_id = ? AND id <= ? ORDER BY id DESC LIMIT 1 OFFSET ?",
    );
    this.#texts = database.prepare(
      `SELECT id, message FROM chats WHERE room_id = ? AND id <= ? AND deleted_at IS NULL
       ORDER BY id DESC LIMIT ?`,
    );
    this.#text = database.prepare(
      "SELECT message FROM chats WHERE id = ? AND room_id = ? AND deleted_at IS NULL",
    );
    this.#message = database.prepare(
      `SELECT ${PAGE_COLUMNS}, c.id AS place FROM chats c JOIN users u ON u.id = c.user
       WHERE c.id = ?1 AND c.deleted_at IS NULL AND c.activity IS NULL AND iif(?2 IS NULL,
         EXISTS (SELECT 1 FROM members WHERE project_id = c.room_id AND user_id = ?3), c.room_id = ?2)`,
    );
    this.#written = database.prepare(
      `SELECT id FROM chats WHERE room_id = ?1 AND id BETWEEN ?2 AND ?3
         AND deleted_at IS NULL AND (?4 IS NULL OR user IN (SELECT value FROM json_each(?4)))
         AND activity IS NULL
       ORDER BY id DESC LIMIT ?5`,
    );
    this.#author = database.prepare("SELECT user FROM chats WHERE id = ?");
    this.#user = database.prepare("SELECT id FROM users WHERE username = ?");
    this.#projects = database.prepare(
      `SELECT p.id, p.last_message_id AS newest
       FROM members m JOIN projects p ON p.id = m.project_id
       WHERE m.user_id = ? AND p.last_message_id IS NOT NULL AND p.active_at >= ?`,
    );
    this.#following = database.prepare(
      "SELECT id, timestamp FROM chats WHERE room_id = ? AND id >= ? ORDER BY id LIMIT 1",
    );
  }

  /** The id up to which messages are indexed. */
  newest(): number {
    return this.#newest.get()!.indexed_id as number;
  }

  /**
   * The ids from `low` to `high` that match, the newest first. It reads on to the next match, in as many messages as
   * have the rarest word of the expression.
   */
  matching(expression: string, low: number, high: number, limit: number): number[] {
    return this.#matching.all(expression, low, high, limit).map(({ id }) => id as number);
  }

  /** The ids from `low` to `high` with a token, in either column. It reads no further. */
  having(token: string, low: number, high: number): number[] {
    return JSON.parse(this.#having.get(`"${token}"`, low, high)!.ids as string);
  }

  /** The number of times that the index has the tokens from `first` to `last`, counted up to `limit`. */
  occurrences(first: string, last: string, limit: number): number {
    return this.#occurrences.get(first, last, limit)!.occurrences as number;
  }

  /** The id of the first of `size` messages of a room, of which the last is `high` or before it; 1 if there are fewer. */
  sliceStart(projectId: number, high: number, size: number): number {
    return (this.#sliceStart.get(projectId, high, size - 1)?.id ?? 1) as number;
  }

  /** The texts of a room's messages up to `high`, the newest first. */
  texts(projectId: number, high: number, limit: number): IdAndText[] {
    return this.#texts.all(projectId, high, limit) as unknown as IdAndText[];
  }

  text(projectId: number, id: number): string | undefined {
    return this.#text.get(id, projectId)?.message as string | undefined;
  }

  /** A message of the project; if that is null, of any project of which the user is a member. */
  message(projectId: number | null, userId: number, id: number): PageRow | undefined {
    return this.#message.get(id, projectId, userId) as unknown as PageRow | undefined;
  }

  /** The ids of a room's messages from `low` to `high`, of these authors if any are given, the newest first. */
  written(
    projectId: number,
    low: number,
    high: number,
    authors: number[] | null,
    limit: number,
  ): number[] {
    const users = authors === null ? null : JSON.stringify(authors);
    return this.#written.all(projectId, low, high, users, limit).map(({ id }) => id as number);
  }

  /** The id of who wrote a message. */
  author(id: number): number {
    return this.#author.get(id)?.user as number;
  }

  /** The ids of the users that there are of these names. */
  usersNamed(names: string[]): number[] {
    return names.flatMap((name) => this.#user.get(name)?.id as number ?? []);
  }

  /**
   * A user's projects in which somebody has written since a time (Unix ms), each with the id of its newest message;
   * the newest first.
   */
  projectsOf(userId: number, since: number): { id: number; newest: number }[] {
    return this.#projects.all(userId, since)
      .map(({ id, newest }) => ({ id: id as number, newest: newest as number }))
      .sort((one, other) => other.newest - one.newest);
  }

  /** The id of a room's first message since a time (Unix ms); one greater than all if there is none. */
  firstSince(projectId: number, since: number): number {
    let [low, high] = [1, Number.MAX_SAFE_INTEGER];
    const newest = this.sliceStart(projectId, high, 1);
    high = newest + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const row = this.#following.get(projectId, middle);
      if (row === undefined || row.timestamp as number >= since) high = middle;
      else low = row.id as number + 1;
    }
    return low;
  }
}

/** Creates this connection's view of the words in the index. `query_only` would forbid it, though it stores nothing. */
function createIndexedWords(database: DatabaseSync): void {
  const { query_only } = database.prepare("PRAGMA query_only").get()!;
  database.exec(`
    PRAGMA query_only = OFF;
    CREATE VIRTUAL TABLE temp.indexed_words USING fts5vocab (main, chats_index, instance);
    PRAGMA query_only = ${query_only};
  `);
}
