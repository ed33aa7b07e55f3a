import { shuttingDown } from "../../failure.ts";
import type { Asker, SearchResult } from "../../store.ts";
import { translateError } from "../sqlite_errors.ts";
import type { SearchRequest } from "./search_request.ts";
import type { Search } from "./search.ts";

/** Runs searches, on the calling thread or in its own. */
export interface Searcher {
  /** Finds messages. Fails as `Store.search` does if the search can't be run now. */
  find(request: SearchRequest, by: Asker): Promise<SearchResult>;
  /** Lets the current turn end, and refuses the searches that need another. */
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
  async find(request: SearchRequest): Promise<SearchResult> {
    if (this.#closed) throw shuttingDown();
    try {
      const search = this.#search.start(request);
      for (;;) {
        const result = search.work();
        if (result !== null) return result;
      }
    } catch (error) {
      throw translateError(error);
    }
  }

  close(): Promise<void> {
    this.#closed = true;
    return Promise.resolve();
  }
}
