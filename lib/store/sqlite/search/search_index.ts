import type { DatabaseSync, StatementSync } from "node:sqlite";
import { token, type Word, wordsIn } from "./search_text.ts";

/**
 * The maximum size of one piece of indexing: messages, and text in UTF-16 code units not counting the last message's.
 */
const PIECE_MESSAGES = 100;
const PIECE_TEXT = 16 * 1024;
/** The number of rows read at a time, small so that few are read in vain when messages are long. */
const CHUNK_ROWS = 50;

interface IndexedRow {
  id: number;
  room_id: number;
  message: string;
}

/**
 * Updates the full-text index, inside the writer's transaction. New messages are indexed later, a piece at a time,
 * because indexing a message takes several times as long as storing it. Indexed messages are updated with each change.
 */
export class SearchIndex {
  readonly #progress: StatementSync;
  readonly #advance: StatementSync;
  readonly #following: StatementSync;
  readonly #insert: StatementSync;
  readonly #delete: StatementSync;

  constructor(database: DatabaseSync) {
    this.#progress = database.prepare("SELECT indexed_id FROM search_progress WHERE id = 1");
    this.#advance = database.prepare("UPDATE search_progress SET indexed_id = ? WHERE id = 1");
    this.#following = database.prepare(
      "SELECT id, room_id, message FROM chats WHERE id > ? ORDER BY id LIMIT ?",
    );
    this.#insert = database.prepare(
      "INSERT INTO chats_index (rowid, exact, folded) VALUES (?, ?, ?)",
    );
    this.#delete = database.prepare("DELETE FROM chats_index WHERE rowid = ?");
  }

  /** Indexes the next piece of messages. Returns true if there may be more. */
  advance(): boolean {
    const start = this.#indexedId();
    let [id, messages, text] = [start, 0, 0];
    let rows: IndexedRow[];
    do {
      rows = this.#following.all(id, CHUNK_ROWS) as unknown as IndexedRow[];
      for (const row of rows) {
        this.#add(row.room_id, row.id, row.message);
        id = row.id;
        messages++;
        text += row.message.length;
        if (text >= PIECE_TEXT) break;
      }
    } while (rows.length === CHUNK_ROWS && messages < PIECE_MESSAGES && text < PIECE_TEXT);
    if (id > start) this.#advance.run(id);
    return rows.length === CHUNK_ROWS || text >= PIECE_TEXT;
  }

  /** Updates the index to a message's new text. */
  replace(projectId: number, messageId: number, text: string): void {
    if (messageId > this.#indexedId()) return;
    this.#delete.run(messageId);
    this.#add(projectId, messageId, text);
  }

  /** Removes a message from the index. */
  remove(messageId: number): void {
    if (messageId <= this.#indexedId()) this.#delete.run(messageId);
  }

  #add(projectId: number, messageId: number, text: string): void {
    const words = wordsIn(text);
    const column = (form: keyof Word) =>
      words.map((word) => token(projectId, word[form])).join(" ");
    if (words.length > 0) this.#insert.run(messageId, column("exact"), column("folded"));
  }

  #indexedId(): number {
    return this.#progress.get()!.indexed_id as number;
  }
}
