import type { Message } from "../../../model/message.ts";
import { shuttingDown } from "../../failure.ts";
import { translateError } from "../sqlite_errors.ts";
import type { Search, SearchRequest } from "./search.ts";

/** Runs searches, on the calling thread or in its own. */
export interface Searcher {
  /** Finds messages. Fails with `unavailable` if the search can't be run now. */
  find(request: SearchRequest): Promise<Message[]>;
  /** Lets the current search finish, and refuses the waiting ones. */
  close(): Promise<void>;
}

/** Searches on the calling thread, blocking it. */
export class InlineSearcher implements Searcher {
  readonly #search: Search;
  #closed = false;

  constructor(search: Search) {
    this.#search = search;
  }

  // deno-lint-ignore require-await -- errors must reject the promise
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
