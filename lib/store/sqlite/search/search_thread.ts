import { ChungError } from "../../../errors.ts";
import type { Message } from "../../../model/message.ts";
import { fromFailure, shuttingDown } from "../../failure.ts";
import type { SearchRequest } from "./search.ts";
import type { FromSearch, ToSearch } from "./search_messages.ts";
import type { Searcher } from "./searcher.ts";

/** Searches that wait at most, as many as there are connections by default; a further one fails with `unavailable`. */
const MAX_WAITING = 1_024;

interface Question {
  message: ToSearch;
  answered: (messages: Message[]) => void;
  failed: (error: Error) => void;
}

/**
 * Searches in a thread of its own, one at a time, first come, first served. The thread is started by the first
 * search. Should it die, the search in hand fails with `unavailable`, and the next one starts another.
 */
export class SearchThread implements Searcher {
  readonly #path: string;
  readonly #report: (line: string) => void;
  readonly #program: URL;
  readonly #waiting: Question[] = [];
  #worker: Worker | null = null;
  #question: Question | null = null;
  #closed = false;

  /** @param program what the thread runs */
  constructor(
    path: string,
    report: (line: string) => void,
    program: URL = new URL("./search_worker.ts", import.meta.url),
  ) {
    this.#path = path;
    this.#report = report;
    this.#program = program;
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
    if (this.#worker === null) return;
    try {
      // Behind the search in hand. The thread closes its connection itself: terminating it would not.
      await new Promise<void>((resolve, failed) =>
        this.#ask({ message: { type: "close" }, answered: () => resolve(), failed })
      );
    } catch {
      // The thread died of the search in hand: there is nothing to close.
    } finally {
      this.#worker?.terminate();
      this.#worker = null;
    }
  }

  #ask(question: Question): void {
    this.#waiting.push(question);
    if (this.#question === null) this.#next();
  }

  #next(): void {
    this.#question = this.#waiting.shift() ?? null;
    if (this.#question === null) return;
    if (this.#worker === null && this.#closed) return this.#question.failed(shuttingDown());
    this.#worker ??= this.#start();
    this.#worker.postMessage(this.#question.message);
  }

  #start(): Worker {
    const worker = new Worker(this.#program, { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<FromSearch>) => {
      const question = this.#question;
      if (data.type === "failed") question?.failed(fromFailure(data.failure));
      else question?.answered(data.type === "found" ? data.messages : []);
      this.#next();
    };
    worker.onmessageerror = () => this.#die("its answer could not be read");
    worker.onerror = (event) => {
      event.preventDefault();
      this.#die(event.message);
    };
    return worker;
  }

  #die(reason: string): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#report(
      `the search's thread died: ${reason.split("\n")[0]}; the next search starts another`,
    );
    this.#question?.failed(
      new ChungError("unavailable", "the search could not be finished: try again"),
    );
    this.#next();
  }
}
