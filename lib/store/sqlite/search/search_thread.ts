import { ChungError } from "../../../errors.ts";
import { FairQueue } from "../../../queues/fair_queue.ts";
import { WorkerThread } from "../../../threads/worker_thread.ts";
import { fromFailure, shuttingDown } from "../../failure.ts";
import type { Asker, SearchResult } from "../../store.ts";
import { SEARCH_TIME } from "./running_search.ts";
import type { SearchRequest } from "./search_request.ts";
import type { FromSearch, ToSearch } from "./search_messages.ts";
import type { Searcher } from "./searcher.ts";

/**
 * The maximum number of waiting searches, the default number of connections; a further one fails with `unavailable`.
 */
const MAX_WAITING = 1_024;
/** The maximum number of searches of one account that wait or work; a further one fails with `rate_limited`. */
const MAX_OF_ACCOUNT = 4;

const DONE = () => {};

interface Question {
  search: number;
  request: SearchRequest;
  by: Asker;
  answered(result: SearchResult): void;
  failed(error: Error): void;
}

/**
 * Searches in its own thread, one turn of one search at a time. The accounts take turns, and so do the searches of each;
 * every other turn is for one that hasn't had any, which is enough for most. However many and however long searches
 * some accounts have, another's waits for a few milliseconds. The first search starts the thread. If it dies, the
 * current search fails with `unavailable`, the others begin again, and the next turn starts a new thread.
 */
export class SearchThread implements Searcher {
  readonly #path: string;
  readonly #thread: WorkerThread<ToSearch, FromSearch>;
  /** The queue of searches that have not had a turn, and that of the others. */
  readonly #waiting = [new FairQueue<Question>(), new FairQueue<Question>()];
  /** The searches that wait or work, by account. */
  readonly #inHand = new Map<number, Set<Question>>();
  #count = 0;
  #working = false;
  #closed = false;
  /** The index of the queue that the next turn is for, if it isn't empty. */
  #next = 0;

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

  async find(request: SearchRequest, by: Asker): Promise<SearchResult> {
    if (this.#closed) throw shuttingDown();
    const ofAccount = this.#inHand.get(by.account) ?? new Set();
    if ([...ofAccount].filter(({ by }) => by.wanted()).length >= MAX_OF_ACCOUNT) {
      const seconds = Math.ceil(MAX_OF_ACCOUNT * SEARCH_TIME / 1_000);
      throw new ChungError(
        "rate_limited",
        `too many of your searches are waiting: try again in ${seconds} s`,
      );
    }
    if (this.#waiting.reduce((sum, { length }) => sum + length, 0) >= MAX_WAITING) {
      throw new ChungError("unavailable", "too many searches are waiting: try again later");
    }
    this.#inHand.set(by.account, ofAccount);
    const { promise, resolve: answered, reject: failed } = Promise.withResolvers<SearchResult>();
    const question = { search: ++this.#count, request, by, answered, failed };
    ofAccount.add(question);
    this.#waiting[0].push(`${by.account}`, question);
    if (!this.#working) this.#takeTurn();
    try {
      return await promise;
    } finally {
      ofAccount.delete(question);
      if (ofAccount.size === 0) this.#inHand.delete(by.account);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { failed } of this.#waiting.flatMap((queue) => queue.drain())) {
      failed(shuttingDown());
    }
    if (!this.#thread.started) return;
    // After the current turn. The thread closes its own connection: terminating it would not. If the thread dies
    // during the turn, there is nothing to close.
    await new Promise<void>((done) =>
      this.#thread.ask({ type: "close" }, () => done(), () => done())
    );
    this.#thread.terminate();
  }

  #takeTurn(): void {
    let question = this.#take();
    while (question !== undefined && !question.by.wanted()) {
      question.failed(new ChungError("unavailable", "nobody waits for this search any more"));
      if (this.#thread.started) {
        this.#thread.ask({ type: "drop", search: question.search }, DONE, DONE);
      }
      question = this.#take();
    }
    this.#working = question !== undefined;
    if (question !== undefined) this.#work(question);
  }

  #take(): Question | undefined {
    const queue = this.#next;
    this.#next = 1 - queue;
    return this.#waiting[queue].shift() ?? this.#waiting[1 - queue].shift();
  }

  #work(question: Question): void {
    const { search, request, answered, failed } = question;
    this.#thread.ask({ type: "work", path: this.#path, search, request }, (answer) => {
      if (answer.type === "failed") failed(fromFailure(answer.failure));
      else if (answer.type === "found") answered(answer.result);
      else if (this.#closed) failed(shuttingDown());
      else this.#waiting[1].push(`${question.by.account}`, question);
      this.#takeTurn();
    }, () => {
      failed(new ChungError("unavailable", "the search could not be finished: try again"));
      this.#takeTurn();
    });
  }
}
