import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { AddedMessage, NewMessage } from "../store.ts";
import type { Members } from "./members.ts";
import { type Mentions, toPerson } from "./mentions.ts";
import { notAMember, type Projects } from "./projects.ts";
import type { RequestTags } from "./request_tags.ts";
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from "./rows.ts";

/** What a new message needs to know of its author and of the room's newest message. */
interface AuthorRow {
  username: string;
  timestamp: number | null;
  ordinal: number | null;
}

/** New messages, inside the writer's transaction. */
export class MessageWrites {
  readonly #tags: RequestTags;
  readonly #projects: Projects;
  readonly #members: Members;
  readonly #mentions: Mentions;
  readonly #find: StatementSync;
  readonly #author: StatementSync;
  readonly #insert: StatementSync;

  constructor(
    database: DatabaseSync,
    tags: RequestTags,
    projects: Projects,
    members: Members,
    mentions: Mentions,
  ) {
    this.#tags = tags;
    this.#projects = projects;
    this.#members = members;
    this.#mentions = mentions;
    this.#find = database.prepare(
      `SELECT ${MESSAGE_COLUMNS}, c.ordinal FROM chats c JOIN users u ON u.id = c.user WHERE c.id = ?`,
    );
    this.#author = database.prepare(
      `SELECT u.username, newest.timestamp, newest.ordinal
       FROM members m JOIN users u ON u.id = m.user_id
         LEFT JOIN chats newest ON newest.id = (SELECT max(id) FROM chats WHERE room_id = ?1)
       WHERE m.project_id = ?1 AND m.user_id = ?2`,
    );
    this.#insert = database.prepare(
      "INSERT INTO chats (room_id, user, message, timestamp, ordinal) VALUES (?, ?, ?, ?, ?)",
    );
  }

  addMessage({ projectId, userId, text, at, tag }: NewMessage): AddedMessage {
    const author = this.#author.get(projectId, userId) as unknown as AuthorRow | undefined;
    if (author === undefined) {
      this.#projects.owner(projectId);
      throw notAMember(projectId);
    }
    const earlier = this.#tags.find(userId, "chat", tag);
    if (earlier !== null) return this.#again(earlier);
    // The room's order by id is its order by time too, whatever the clock does.
    const timestamp = Math.max(at, author.timestamp ?? at);
    const ordinal = (author.ordinal ?? 0) + 1;
    const inserted = this.#insert.run(projectId, userId, text, timestamp, ordinal);
    const id = Number(inserted.lastInsertRowid);
    this.#members.countOwn(projectId, userId);
    const mentioned = this.#mentions.membersIn(projectId, text);
    this.#mentions.add(projectId, id, userId, mentioned);
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
    return { message, duplicate: false, ordinal, mentioned: mentioned.map(toPerson) };
  }

  /** The message of an earlier request with the same tag, as it is now. */
  #again(id: number): AddedMessage {
    const row = this.#find.get(id) as unknown as MessageRow & { ordinal: number };
    return { message: toMessage(row), duplicate: true, ordinal: row.ordinal, mentioned: [] };
  }
}
