import { ChungError } from "../../../errors.ts";
import { packRequest, unpackResult } from "./packed_writes.ts";
import type { FromWriter, ToWriter } from "./writer_messages.ts";
import type { BatchRunner, WriteResult } from "../../write_queue.ts";
import type { SqliteWriteRequest, SqliteWrites } from "../writes/sqlite_writes.ts";

interface Question {
  answered: (message: FromWriter) => void;
  failed: (error: Error) => void;
}

/**
 * Runs the writer in a thread of its own. Should the thread die, or not open the database, the batches in hand and
 * every later write fail with `unavailable`, and the operator is told: what the thread left behind is sound, a
 * restart goes on from it.
 */
export class WorkerRunner implements BatchRunner<SqliteWrites> {
  readonly #path: string;
  readonly #report: (line: string) => void;
  readonly #program: URL;
  #thread: { worker: Worker; opening: Promise<unknown> } | null = null;
  /** In the order of the messages that they are about. */
  readonly #questions: Question[] = [];
  #dead = false;

  /** @param program what the thread runs */
  constructor(
    path: string,
    report: (line: string) => void,
    program: URL = new URL("./writer_worker.ts", import.meta.url),
  ) {
    this.#path = path;
    this.#report = report;
    this.#program = program;
  }

  run(
    batch: SqliteWriteRequest[],
    done: (results: WriteResult[]) => void,
    failed: (error: Error) => void,
  ): void {
    // Not before: `new Worker` stops this thread for longer than all else that a server needs to be ready.
    this.#thread ??= this.#start();
    this.#thread.opening.then(() =>
      this.#ask({ type: "batch", batch: batch.map(packRequest) }, {
        answered: (message) => {
          if (message.type === "results") {
            done(message.results.map((result, index) => unpackResult(result, batch[index])));
          } else failed(new Error(`the writer answered a batch with ${message.type}`));
        },
        failed,
      })
    );
  }

  async close(): Promise<void> {
    if (this.#thread === null) return;
    await this.#thread.opening;
    try {
      if (!this.#dead) await this.#askAndWait({ type: "close" });
    } finally {
      this.#thread.worker.terminate();
    }
  }

  #start(): { worker: Worker; opening: Promise<unknown> } {
    const worker = new Worker(this.#program, { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<FromWriter>) => {
      const question = this.#questions.shift();
      if (data.type === "failed") question?.failed(new Error(data.message));
      else question?.answered(data);
    };
    worker.onmessageerror = () => this.#die("its answer could not be read");
    worker.onerror = (event) => {
      event.preventDefault();
      this.#die(event.message);
    };
    const opening = new Promise<FromWriter>((answered, failed) => {
      this.#questions.push({ answered, failed });
      worker.postMessage({ type: "open", path: this.#path } satisfies ToWriter);
    });
    return { worker, opening: opening.catch((error: Error) => this.#die(error.message)) };
  }

  #askAndWait(message: ToWriter): Promise<FromWriter> {
    return new Promise((answered, failed) => this.#ask(message, { answered, failed }));
  }

  #ask(message: ToWriter, question: Question): void {
    if (this.#dead) {
      question.failed(unavailable());
      return;
    }
    this.#questions.push(question);
    this.#thread!.worker.postMessage(message);
  }

  #die(reason: string): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#report(
      `the database's writer thread died: ${
        reason.split("\n")[0]
      }; nothing can be stored until the server is restarted`,
    );
    for (const question of this.#questions.splice(0)) question.failed(unavailable());
  }
}

function unavailable(): ChungError {
  return new ChungError(
    "unavailable",
    "nothing can be stored until the server's operator restarts it",
  );
}
