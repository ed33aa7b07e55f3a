import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { ReadPosition } from "../../writes.ts";

/** The newest line of a room and its ordinal; both 0 in an empty room. */
export interface Newest {
  id: number;
  ordinal: number;
}

/** Reads and updates members and their positions in the log, inside the writer's transaction. */
export class MemberRows {
  readonly #newest: StatementSync;
  readonly #position: StatementSync;
  readonly #insert: StatementSync;
  readonly #delete: StatementSync;
  readonly #move: StatementSync;
  readonly #countOthers: StatementSync;
  readonly #countOwn: StatementSync;
  readonly #countDeleted: StatementSync;
  readonly #hasLeft: StatementSync;
  readonly #noteLeft: StatementSync;
  readonly #forgetLeft: StatementSync;

  constructor(database: DatabaseSync) {
    this.#newest = database.prepare(
      "SELECT id, ordinal FROM chats WHERE room_id = ? ORDER BY id DESC LIMIT 1",
    );
    this.#position = database.prepare(
      "SELECT last_read_id, read_offset FROM members WHERE project_id = ? AND user_id = ?",
    );
    this.#insert = database.prepare(
      `INSERT INTO members (project_id, user_id, added_at, last_read_id, read_offset)
       VALUES (?, ?, ?, ?, ?)`,
    );
    this.#delete = database.prepare("DELETE FROM members WHERE project_id = ? AND user_id = ?");
    this.#move = database.prepare(
      "UPDATE members SET last_read_id = ?, read_offset = ? WHERE project_id = ? AND user_id = ?",
    );
    this.#countOthers = database.prepare(
      // Lines of activity have an index of their own; the other count reads the index alone.
      `SELECT count(*) - (SELECT count(*) FROM chats WHERE activity IS NOT NULL
           AND room_id = ?1 AND id > ?2 AND id <= ?3 AND user <> ?4) AS messages
       FROM chats
       WHERE room_id = ?1 AND id > ?2 AND id <= ?3 AND user <> ?4 AND deleted_at IS NULL`,
    );
    this.#countOwn = database.prepare(
      "UPDATE members SET read_offset = read_offset + ? WHERE project_id = ? AND user_id = ?",
    );
    this.#countDeleted = database.prepare(
      `UPDATE members SET read_offset = read_offset + 1
       WHERE project_id = ? AND user_id <> ? AND last_read_id < ?`,
    );
    this.#hasLeft = database.prepare("SELECT 1 FROM leavers WHERE project_id = ? AND user_id = ?");
    this.#noteLeft = database.prepare("INSERT INTO leavers (project_id, user_id) VALUES (?, ?)");
    this.#forgetLeft = database.prepare("DELETE FROM leavers WHERE project_id = ? AND user_id = ?");
  }

  newest(projectId: number): Newest {
    const row = this.#newest.get(projectId) as unknown as Newest | undefined;
    return row === undefined ? { id: 0, ordinal: 0 } : { id: row.id, ordinal: row.ordinal };
  }

  /** Returns a member's read position; null if the user is not a member. */
  position(projectId: number, userId: number): ReadPosition | null {
    const row = this.#position.get(projectId, userId);
    if (row === undefined) return null;
    return { lastReadId: row.last_read_id as number, offset: row.read_offset as number };
  }

  /** Adds a member whose read position is the newest message: earlier messages don't count as unread. */
  add(projectId: number, userId: number, at: number): ReadPosition {
    const newest = this.newest(projectId);
    this.#insert.run(projectId, userId, at, newest.id, newest.ordinal);
    return { lastReadId: newest.id, offset: newest.ordinal };
  }

  remove(projectId: number, userId: number): void {
    this.#delete.run(projectId, userId);
  }

  /** Whether the user left the project by themselves: they may come back, and nobody else may add them. */
  hasLeft(projectId: number, userId: number): boolean {
    return this.#hasLeft.get(projectId, userId) !== undefined;
  }

  noteLeft(projectId: number, userId: number): void {
    this.#noteLeft.run(projectId, userId);
  }

  forgetLeft(projectId: number, userId: number): void {
    this.#forgetLeft.run(projectId, userId);
  }

  move(projectId: number, userId: number, { lastReadId, offset }: ReadPosition): void {
    this.#move.run(lastReadId, offset, projectId, userId);
  }

  /** Counts the undeleted messages that others wrote after a position, up to and including `throughId`. */
  countOthers(
    projectId: number,
    userId: number,
    { lastReadId }: ReadPosition,
    throughId: number,
  ): number {
    return this.#countOthers.get(projectId, lastReadId, throughId, userId)!.messages as number;
  }

  /** Excludes new messages of a member from the member's own unread count. */
  countOwn(projectId: number, userId: number, messages: number): void {
    this.#countOwn.run(messages, projectId, userId);
  }

  /** Excludes a deleted message from the unread counts of the members who had not read it. */
  countDeleted(projectId: number, authorId: number, messageId: number): void {
    this.#countDeleted.run(projectId, authorId, messageId);
  }
}
