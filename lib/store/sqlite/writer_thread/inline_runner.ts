import type { BatchRunner, WriteResult } from "../../write_queue.ts";
import type { SqliteWriteRequest, SqliteWrites } from "../writes/sqlite_writes.ts";
import type { Writer } from "../writes/writer.ts";

/** Runs the writer on the calling thread, blocking it during each commit. */
export class InlineRunner implements BatchRunner<SqliteWrites> {
  readonly #writer: Writer;

  readonly #emptied: () => void;

  /** @param emptied passed to `Writer.close` */
  constructor(writer: Writer, emptied: () => void = () => {}) {
    this.#writer = writer;
    this.#emptied = emptied;
  }

  run(batch: SqliteWriteRequest[], done: (results: WriteResult[]) => void): void {
    done(this.#writer.apply(batch));
  }

  close(): Promise<void> {
    this.#writer.close(this.#emptied);
    return Promise.resolve();
  }
}
