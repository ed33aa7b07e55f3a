import type { DatabaseSync, StatementSync } from "node:sqlite";
import { notAMember, projectArchived } from "../../../model/refusals.ts";
import { ChungError } from "../../../errors.ts";
import type { Message } from "../../../model/message.ts";
import type { MessageDeletion, MessageEdit, Person } from "../../writes.ts";
import type { MemberRows } from "./member_rows.ts";
import { type MentionRows, toPerson } from "./mention_rows.ts";
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from "../rows.ts";
import type { SearchIndex } from "../search/search_index.ts";

type ChangedRow = MessageRow & { authorId: number; ownerId: number; archivedAt: number | null };

/** Writes edits and deletions of messages, inside the writer's transaction. */
export class MessageChanges {
  readonly #members: MemberRows;
  readonly #mentions: MentionRows;
  readonly #index: SearchIndex;
  readonly #find: StatementSync;
  readonly #edit: StatementSync;
  readonly #delete: StatementSync;
  readonly #setTask: StatementSync;
  readonly #note: StatementSync;

  constructor(
    database: DatabaseSync,
    members: MemberRows,
    mentions: MentionRows,
    index: SearchIndex,
  ) {
    this.#members = members;
    this.#mentions = mentions;
    this.#index = index;
    this.#find = database.prepare(
      `SELECT ${MESSAGE_COLUMNS}, c.user AS authorId, p.owner AS ownerId,
         p.archived_at AS archivedAt
       FROM chats c JOIN users u ON u.id = c.user JOIN projects p ON p.id = c.room_id WHERE c.id = ?`,
    );
    this.#edit = database.prepare("UPDATE chats SET message = ?, edited_at = ? WHERE id = ?");
    // The text is erased; the row keeps its place in the log.
    this.#delete = database.prepare("UPDATE chats SET message = '', deleted_at = ? WHERE id = ?");
    this.#setTask = database.prepare("UPDATE chats SET task_id = ? WHERE id = ?");
    // Replaces an earlier change of the same message.
    this.#note = database.prepare(
      "INSERT OR REPLACE INTO message_changes (room_id, message_id) VALUES (?, ?)",
    );
  }

  editMessage(
    { messageId, userId, text, at }: MessageEdit,
  ): { message: Message; mentioned: Person[] } {
    const row = this.find(messageId, userId);
    if (row.authorId !== userId) {
      throw new ChungError("not_author", "only its author can edit a message");
    }
    if (row.archivedAt !== null) throw projectArchived(row.room_id);
    const before = new Set(this.#mentions.membersIn(row.room_id, row.message).map(({ id }) => id));
    const mentioned = this.#mentions.membersIn(row.room_id, text);
    // Never earlier than the message or its last edit, even if the clock is set back.
    const editedAt = Math.max(at, row.edited_at ?? row.timestamp);
    this.#edit.run(text, editedAt, messageId);
    this.#note.run(row.room_id, messageId);
    this.#mentions.forgetMessage(messageId);
    this.#mentions.add(row.room_id, messageId, userId, mentioned);
    this.#index.replace(row.room_id, messageId, text);
    return {
      message: toMessage({ ...row, message: text, edited_at: editedAt }),
      mentioned: mentioned.filter(({ id }) => !before.has(id)).map(toPerson),
    };
  }

  deleteMessage(
    { messageId, userId, at }: MessageDeletion,
  ): { message: Message; authorId: number } {
    const row = this.find(messageId, userId);
    if (row.authorId !== userId && row.ownerId !== userId) {
      throw new ChungError(
        "not_author",
        "only its author or the project's owner can delete a message",
      );
    }
    if (row.archivedAt !== null) throw projectArchived(row.room_id);
    this.#delete.run(at, messageId);
    this.#note.run(row.room_id, messageId);
    this.#mentions.forgetMessage(messageId);
    this.#members.countDeleted(row.room_id, row.authorId, messageId);
    this.#index.remove(messageId);
    return { message: toMessage({ ...row, deleted_at: at }), authorId: row.authorId };
  }

  /** Returns the id of a message that isn't deleted and has no task, or null. */
  freeForTask(messageId: number): number | null {
    const row = this.#find.get(messageId) as unknown as ChangedRow;
    return row.deleted_at === null && row.task_id === null ? messageId : null;
  }

  /** Notes the task that was made of a message, or that there is none any more; returns the message as it is then. */
  setTask(messageId: number, taskId: number | null): Message {
    this.#setTask.run(taskId, messageId);
    const row = this.#find.get(messageId) as unknown as ChangedRow;
    this.#note.run(row.room_id, messageId);
    return toMessage(row);
  }

  /**
   * Finds a message that is neither deleted nor a line of activity. Who is outside its project learns nothing of it: to
   * them it isn't there, or, if they wrote it, `not_a_member` whether it was deleted or not.
   * @throws {ChungError} `message_not_found`, `not_a_member`
   */
  find(messageId: number, userId: number): ChangedRow {
    const row = this.#find.get(messageId) as unknown as ChangedRow | undefined;
    if (row === undefined) throw messageNotFound(messageId);
    if (this.#members.position(row.room_id, userId) === null) {
      throw row.authorId === userId ? notAMember(row.room_id) : messageNotFound(messageId);
    }
    if (row.deleted_at !== null || row.activity !== null) throw messageNotFound(messageId);
    return row;
  }
}

function messageNotFound(messageId: number): ChungError {
  return new ChungError("message_not_found", `there is no message ${messageId}`);
}
