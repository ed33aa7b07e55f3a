import { ChungError } from "../../../errors.ts";
import type { Message } from "../../../model/message.ts";
import { WorkerThread } from "../../../threads/worker_thread.ts";
import { fromFailure, shuttingDown } from "../../failure.ts";
import type { SearchRequest } from "./search.ts";
import type { FromSearch, ToSearch } from "./search_messages.ts";
import type { Searcher } from "./searcher.ts";

/**
 * The maximum number of waiting searches, the default number of connections; a further one fails with `unavailable`.
 */
const MAX_WAITING = 1_024;

interface Question {
  message: ToSearch;
  answered: (messages: Message[]) => void;
  failed: (error: Error) => void;
}

/**
 * Searches in its own thread, one search at a time, first come, first served. The first search starts the thread. If it
 * dies, the current search fails with `unavailable`, and the next one starts a new thread.
 */
export class SearchThread implements Searcher {
  readonly #path: string;
  readonly #thread: WorkerThread<ToSearch, FromSearch>;
  readonly #waiting: Question[] = [];
  #searching = false;
  #closed = false;

  /** @param program the module that the thread runs */
  constructor(
    path: string,
    report: (line: string) => void,
    program: URL = new URL("./search_worker.ts", import.meta.url),
  ) {
    this.#path = path;
    this.#thread = new WorkerThread(() => new Worker(program, { type: "module" }), (reason) => {
      this.#thread.terminate();
      report(`the search's thread died: ${reason}; the next search starts another`);
    });
  }

  find(request: SearchRequest): Promise<Message[]> {
    return new Promise((answered, failed) => {
      if (this.#closed) return failed(shuttingDown());
      if (this.#waiting.length >= MAX_WAITING) {
        return failed(
          new ChungError("unavailable", "too many searches are waiting: try again later"),
        );
      }
      this.#ask({ message: { type: "find", path: this.#path, request }, answered, failed });
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { failed } of this.#waiting.splice(0)) failed(shuttingDown());
    if (!this.#thread.started) return;
    try {
      // After the current search. The thread closes its own connection: terminating it would not.
      await new Promise<void>((resolve, failed) =>
        this.#ask({ message: { type: "close" }, answered: () => resolve(), failed })
      );
    } catch {
      // The thread died during the current search: there is nothing to close.
    } finally {
      this.#thread.terminate();
    }
  }

  #ask(question: Question): void {
    this.#waiting.push(question);
    if (!this.#searching) this.#next();
  }

  #next(): void {
    const question = this.#waiting.shift();
    this.#searching = question !== undefined;
    if (question === undefined) return;
    const { message, answered, failed } = question;
    // The thread died while the store was closing: there is nothing left to close.
    if (this.#closed && !this.#thread.started) return failed(shuttingDown());
    this.#thread.ask(message, (answer) => {
      if (answer.type === "failed") failed(fromFailure(answer.failure));
      else answered(answer.type === "found" ? answer.messages : []);
      this.#next();
    }, () => {
      failed(new ChungError("unavailable", "the search could not be finished: try again"));
      this.#next();
    });
  }
}
