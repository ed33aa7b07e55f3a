import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { WriteQueue } from "../../write_queue.ts";
import type { SqliteWrites } from "../writes/sqlite_writes.ts";

/** Milliseconds from a message to the work that takes it into the index, and between pieces while others write. */
const PAUSE = 50;
/** A search waits for the index when it is no more messages behind than this: of usual ones, some tenths of a second. */
const MAX_AWAITED = 10_000;

/** Has the writer take stored messages into the index, in pieces between which other writes go. */
export class SearchIndexer {
  readonly #queue: WriteQueue<SqliteWrites>;
  readonly #failed: (error: unknown) => void;
  readonly #progress: StatementSync;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The piece in hand: one at a time, however many wait for it, or one transaction could hold them all. */
  #piece: Promise<boolean> | null = null;
  /** Whether somebody has written since the last piece. */
  #written = false;
  #closed = false;

  /**
   * Goes on with what an earlier run of the server, or an older version, left behind.
   * @param failed is told why a piece could not be taken in
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

  /** Waits until what is committed now is in the index, unless that is too much to wait for. */
  async catchUp(): Promise<void> {
    const { indexed, newest } = this.#read();
    if (newest - indexed > MAX_AWAITED) return;
    while (!this.#closed && this.#read().indexed < newest) await this.#takePiece();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  /** True when there may be more to take in. */
  #takePiece(): Promise<boolean> {
    this.#piece ??= this.#queue.add("indexMessages", {}, { background: true }).promise()
      .finally(() => this.#piece = null);
    return this.#piece;
  }

  #advance(): void {
    // A message that is stored meanwhile may come too late for this piece.
    this.#timer = undefined;
    this.#written = false;
    // The operator has been told of a failure; the next message tries again.
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
