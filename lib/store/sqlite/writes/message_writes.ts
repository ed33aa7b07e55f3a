import type { DatabaseSync, StatementSync } from "node:sqlite";
import { notAMember, projectArchived } from "../../../model/refusals.ts";
import type { AddedMessage, NewMessage } from "../../writes.ts";
import type { MemberRows } from "./member_rows.ts";
import { type MentionRows, toPerson } from "./mention_rows.ts";
import type { ProjectRows } from "./project_rows.ts";
import type { RequestTags, TaggedRequest } from "./request_tags.ts";
import type { Author, RoomCache, RoomState } from "./room_cache.ts";
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from "../rows.ts";

/** A member and the newest line of a room, whose columns are null if the room is empty. */
interface AuthorRow {
  username: string;
  archived_at: number | null;
  timestamp: number | null;
  ordinal: number | null;
}

/** Writes new messages, inside the writer's transaction. */
export class MessageWrites {
  readonly #tags: RequestTags;
  readonly #projects: ProjectRows;
  readonly #members: MemberRows;
  readonly #mentions: MentionRows;
  readonly #memory: RoomCache;
  readonly #uncounted: Author[] = [];
  /** The ids of the newest messages, by project id, that `projects` doesn't have yet. */
  readonly #newest = new Map<number, number>();
  readonly #find: StatementSync;
  readonly #author: StatementSync;
  readonly #insert: StatementSync;
  readonly #setNewest: StatementSync;

  constructor(
    database: DatabaseSync,
    tags: RequestTags,
    projects: ProjectRows,
    members: MemberRows,
    mentions: MentionRows,
    memory: RoomCache,
  ) {
    this.#tags = tags;
    this.#projects = projects;
    this.#members = members;
    this.#mentions = mentions;
    this.#memory = memory;
    this.#find = database.prepare(
      `SELECT ${MESSAGE_COLUMNS}, c.ordinal FROM chats c JOIN users u ON u.id = c.user WHERE c.id = ?`,
    );
    this.#author = database.prepare(
      `SELECT u.username, p.archived_at, newest.timestamp, newest.ordinal
       FROM members m JOIN users u ON u.id = m.user_id JOIN projects p ON p.id = m.project_id
         LEFT JOIN chats newest ON newest.id = (SELECT max(id) FROM chats WHERE room_id = ?1)
       WHERE m.project_id = ?1 AND m.user_id = ?2`,
    );
    this.#insert = database.prepare(
      "INSERT INTO chats (room_id, user, message, timestamp, ordinal) VALUES (?, ?, ?, ?, ?)",
    );
    this.#setNewest = database.prepare(
      `UPDATE projects SET last_message_id = ?1,
         active_at = (SELECT timestamp FROM chats WHERE id = ?1) WHERE id = ?2`,
    );
  }

  addMessage({ projectId, userId, text, at, tag }: NewMessage): AddedMessage {
    const author = this.#memory.author(projectId, userId) ?? this.#recall(projectId, userId);
    const request: TaggedRequest = { userId, action: "chat", tag, sent: [projectId, text] };
    const earlier = this.#tags.find(request);
    if (earlier !== null) return this.#again(earlier, userId);
    const room = this.#memory.room(projectId)!;
    if (room.archived) throw projectArchived(projectId);
    // Keeps the order by id and the order by time the same, even if the clock is set back.
    const timestamp = Math.max(at, room.timestamp);
    const ordinal = room.ordinal + 1;
    const inserted = this.#insert.run(projectId, userId, text, timestamp, ordinal);
    const id = Number(inserted.lastInsertRowid);
    room.timestamp = timestamp;
    room.ordinal = ordinal;
    if (author.uncounted++ === 0) this.#uncounted.push(author);
    this.#newest.set(projectId, id);
    const mentioned = this.#mentions.membersIn(projectId, text);
    this.#mentions.add(projectId, id, userId, mentioned);
    this.#tags.remember(request, id, at);
    const message = toMessage({
      id,
      room_id: projectId,
      username: author.username,
      message: text,
      timestamp,
      edited_at: null,
      deleted_at: null,
      activity: null,
      task_id: null,
    });
    return { message, duplicate: false, ordinal, mentioned: mentioned.map(toPerson) };
  }

  /**
   * Stores what the added messages mean for their authors' unread counts and the projects' lists, once for all of them.
   * Must be called before any other write of the transaction, and before the commit.
   */
  finish(): void {
    for (const author of this.#uncounted) {
      this.#members.countOwn(author.projectId, author.userId, author.uncounted);
      author.uncounted = 0;
    }
    this.#uncounted.length = 0;
    for (const [projectId, id] of this.#newest) this.#setNewest.run(id, projectId);
    this.#newest.clear();
  }

  /** Clears the cache. Must be called on a rollback and when a member is removed or a project archived. */
  forget(): void {
    this.#memory.forget();
    this.#uncounted.length = 0;
    this.#newest.clear();
  }

  /**
   * Reads an author and the room's state into the cache.
   * @throws {ChungError} `project_not_found`, `not_a_member`
   */
  #recall(projectId: number, userId: number): Author {
    const row = this.#author.get(projectId, userId) as unknown as AuthorRow | undefined;
    if (row === undefined) return this.#projects.refuseStranger(projectId);
    const author: Author = { projectId, userId, username: row.username, uncounted: 0 };
    const state: RoomState = {
      timestamp: row.timestamp ?? 0,
      ordinal: row.ordinal ?? 0,
      archived: row.archived_at !== null,
    };
    this.#memory.remember(author, state);
    return author;
  }

  /** Returns the message of an earlier request with the same tag, in its current state. */
  #again(id: number, userId: number): AddedMessage {
    const row = this.#find.get(id) as unknown as MessageRow & { ordinal: number };
    // A tag without a digest may be one of another project.
    if (this.#members.position(row.room_id, userId) === null) throw notAMember(row.room_id);
    return { message: toMessage(row), duplicate: true, ordinal: row.ordinal, mentioned: [] };
  }
}
