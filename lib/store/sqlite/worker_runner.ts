import { ChungError } from "../../errors.ts";
import type { FromWriter, ToWriter } from "./worker_messages.ts";
import type { BatchRunner } from "./write_queue.ts";
import type { WriteRequest, WriteResult } from "./writes.ts";

interface Question {
  answered: (message: FromWriter) => void;
  failed: (error: Error) => void;
}

/**
 * Runs the writer in a thread of its own. Should the thread die, the batch in hand and every later write fail
 * with `unavailable`, and the operator is told: what the thread left behind is sound, a restart goes on from it.
 */
export class WorkerRunner implements BatchRunner {
  readonly #worker: Worker;
  readonly #report: (line: string) => void;
  #question: Question | null = null;
  #opened = false;
  #dead = false;

  private constructor(worker: Worker, report: (line: string) => void) {
    this.#worker = worker;
    this.#report = report;
    worker.onmessage = ({ data }: MessageEvent<FromWriter>) => {
      const question = this.#question;
      this.#question = null;
      if (data.type === "failed") question?.failed(new Error(data.message));
      else question?.answered(data);
    };
    worker.onmessageerror = () => this.#die("its answer could not be read");
    worker.onerror = (event) => {
      event.preventDefault();
      this.#die(event.message);
    };
  }

  /**
   * @param program what the thread runs
   * @throws Error when the thread can't be started or the database not be opened
   */
  static async start(
    path: string,
    report: (line: string) => void,
    program: URL = new URL("./writer_worker.ts", import.meta.url),
  ): Promise<WorkerRunner> {
    const worker = new Worker(program, { type: "module" });
    const runner = new WorkerRunner(worker, report);
    try {
      await runner.#askAndWait({ type: "open", path });
      runner.#opened = true;
    } catch (error) {
      worker.terminate();
      throw error;
    }
    return runner;
  }

  run(
    batch: WriteRequest[],
    done: (results: WriteResult[]) => void,
    failed: (error: Error) => void,
  ): void {
    this.#ask({ type: "batch", batch }, {
      answered: (message) => {
        if (message.type === "results") done(message.results);
        else failed(new Error(`the writer answered a batch with ${message.type}`));
      },
      failed,
    });
  }

  async close(): Promise<void> {
    try {
      if (!this.#dead) await this.#askAndWait({ type: "close" });
    } finally {
      this.#worker.terminate();
    }
  }

  #askAndWait(message: ToWriter): Promise<FromWriter> {
    return new Promise((answered, failed) => this.#ask(message, { answered, failed }));
  }

  #ask(message: ToWriter, question: Question): void {
    if (this.#dead) {
      question.failed(unavailable());
      return;
    }
    this.#question = question;
    this.#worker.postMessage(message);
  }

  #die(reason: string): void {
    if (this.#dead) return;
    this.#dead = true;
    const died = `the database's writer thread died: ${reason.split("\n")[0]}`;
    if (this.#opened) {
      this.#report(`${died}; nothing can be stored until the server is restarted`);
    }
    const question = this.#question;
    this.#question = null;
    question?.failed(this.#opened ? unavailable() : new Error(died));
  }
}

function unavailable(): ChungError {
  return new ChungError(
    "unavailable",
    "nothing can be stored until the server's operator restarts it",
  );
}
