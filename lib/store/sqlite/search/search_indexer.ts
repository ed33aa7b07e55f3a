import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { WriteQueue } from "../../write_queue.ts";
import type { SqliteWrites } from "../writes/sqlite_writes.ts";

/**
 * The delay in milliseconds from a new message to its indexing, and between pieces while messages are being written.
 */
const PAUSE = 50;
/**
 * The maximum lag of the index, in messages, that a search waits for: for typical messages, some tenths of a second.
 */
const MAX_AWAITED = 10_000;

/** Makes the writer index stored messages in the background, in pieces between which other writes can run. */
export class SearchIndexer {
  readonly #queue: WriteQueue<SqliteWrites>;
  readonly #failed: (error: unknown) => void;
  readonly #progress: StatementSync;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /**
   * The piece in progress. There is one at a time, however many callers wait, or one transaction could hold them all.
   */
  #piece: Promise<boolean> | null = null;
  /** Whether a message was added since the last piece. */
  #written = false;
  #closed = false;

  /**
   * Starts with the messages that an earlier run or an older version of the server left unindexed.
   * @param failed called with the error when a piece can't be indexed
   */
  constructor(
    queue: WriteQueue<SqliteWrites>,
    database: DatabaseSync,
    failed: (error: unknown) => void = () => {},
  ) {
    this.#queue = queue;
    this.#failed = failed;
    this.#progress = database.prepare(
      `SELECT indexed_id AS indexed, (SELECT coalesce(max(id), 0) FROM chats) AS newest
       FROM search_progress WHERE id = 1`,
    );
    const { indexed, newest } = this.#read();
    if (indexed < newest) this.messageAdded();
  }

  messageAdded(): void {
    this.#written = true;
    if (!this.#closed) this.#timer ??= setTimeout(() => this.#advance(), PAUSE);
  }

  /** Waits until all messages committed by now are indexed, unless more than MAX_AWAITED are missing. */
  async catchUp(): Promise<void> {
    const { indexed, newest } = this.#read();
    if (newest - indexed > MAX_AWAITED) return;
    while (!this.#closed && this.#read().indexed < newest) await this.#takePiece();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  /** Indexes one piece. Resolves to true if there may be more. */
  #takePiece(): Promise<boolean> {
    this.#piece ??= this.#queue.add("indexMessages", {}, { background: true }).promise()
      .finally(() => this.#piece = null);
    return this.#piece;
  }

  #advance(): void {
    // Reset first: a message stored meanwhile may come too late for this piece.
    this.#timer = undefined;
    this.#written = false;
    // The operator has been told of the failure; the next message triggers another attempt.
    this.#takePiece().then((more) => this.#advanced(more), this.#failed);
  }

  #advanced(more: boolean): void {
    if (!more || this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#advance(), this.#written ? PAUSE : 0);
  }

  #read(): { indexed: number; newest: number } {
    return this.#progress.get() as { indexed: number; newest: number };
  }
}
