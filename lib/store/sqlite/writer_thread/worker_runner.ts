import { ChungError } from "../../../errors.ts";
import type { Report } from "../../../report.ts";
import { WorkerThread } from "../../../threads/worker_thread.ts";
import type { DatabaseFiles } from "../database_place.ts";
import type { BatchRunner, WriteResult } from "../../write_queue.ts";
import type { SqliteWriteRequest, SqliteWrites } from "../writes/sqlite_writes.ts";
import { packRequest, unpackResult } from "./packed_writes.ts";
import type { FromWriter, ToWriter } from "./writer_messages.ts";

/**
 * Runs the writer in its own thread. If the thread dies or can't open the database, the batches in hand and all later
 * writes fail with `unavailable`, and the operator is told. The database stays sound: a restart continues from it.
 */
export class WorkerRunner implements BatchRunner<SqliteWrites> {
  readonly #path: string;
  readonly #files: DatabaseFiles;
  readonly #report: Report;
  readonly #thread: WorkerThread<ToWriter, FromWriter>;
  #dead = false;

  /**
   * @param files those of the database when it was opened
   * @param program the module that the thread runs
   */
  constructor(
    path: string,
    files: DatabaseFiles,
    report: Report,
    program: URL = new URL("./writer_worker.ts", import.meta.url),
  ) {
    this.#path = path;
    this.#files = files;
    this.#report = report;
    this.#thread = new WorkerThread(
      () => new Worker(program, { type: "module" }),
      (reason) => this.#die(reason),
    );
  }

  get dead(): boolean {
    return this.#dead;
  }

  run(
    batch: SqliteWriteRequest[],
    done: (results: WriteResult[]) => void,
    failed: (error: Error) => void,
  ): void {
    this.#ask(
      { type: "batch", batch: batch.map(packRequest) },
      (message) => {
        if (message.type === "results") {
          done(message.results.map((result, index) => unpackResult(result, batch[index])));
        } else failed(new Error(`the writer answered a batch with ${message.type}`));
      },
      failed,
    );
  }

  async close(): Promise<void> {
    try {
      if (this.#thread.started && !this.#dead) {
        await new Promise((answered, failed) => this.#ask({ type: "close" }, answered, failed));
      }
    } finally {
      this.#thread.terminate();
    }
  }

  #open(): void {
    this.#thread.ask(
      { type: "open", path: this.#path, files: this.#files },
      (message) => {
        if (message.type === "failed") this.#die(message.message);
      },
      () => {},
    );
  }

  #ask(
    message: ToWriter,
    answered: (message: FromWriter) => void,
    failed: (error: Error) => void,
  ): void {
    if (this.#dead) {
      failed(unavailable());
      return;
    }
    // Started lazily: `new Worker` blocks this thread for longer than the rest of the server's startup.
    if (!this.#thread.started) this.#open();
    this.#thread.ask(message, (answer) => {
      if (this.#dead) failed(unavailable());
      else if (answer.type === "failed") failed(new Error(answer.message));
      else answered(answer);
    }, () => failed(unavailable()));
  }

  #die(reason: string): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#report(
      `the database's writer thread died: ${
        reason.split("\n")[0]
      }; nothing can be stored until the server is restarted`,
      "error",
    );
  }
}

function unavailable(): ChungError {
  return new ChungError(
    "unavailable",
    "nothing can be stored until the operator restarts the server",
  );
}
