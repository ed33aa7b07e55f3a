import type { Message } from "../../../model/message.ts";
import { shuttingDown } from "../../failure.ts";
import { translateError } from "../sqlite_errors.ts";
import type { Search, SearchRequest } from "./search.ts";

/** Runs searches, here or in a thread of its own. */
export interface Searcher {
  /** Fails with `unavailable` when it can't be run now. */
  find(request: SearchRequest): Promise<Message[]>;
  /** Ends the search in hand, and refuses those that wait. */
  close(): Promise<void>;
}

/** Searches on the calling thread, which waits. */
export class InlineSearcher implements Searcher {
  readonly #search: Search;
  #closed = false;

  constructor(search: Search) {
    this.#search = search;
  }

  // deno-lint-ignore require-await -- whatever happens is in the promise
  async find(request: SearchRequest): Promise<Message[]> {
    if (this.#closed) throw shuttingDown();
    try {
      return this.#search.find(request);
    } catch (error) {
      throw translateError(error);
    }
  }

  close(): Promise<void> {
    this.#closed = true;
    return Promise.resolve();
  }
}
