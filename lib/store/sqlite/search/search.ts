import type { DatabaseSync } from "node:sqlite";
import { type Clock, systemClock } from "../../../clock.ts";
import { IndexedMessages } from "./indexed_messages.ts";
import { RunningSearch } from "./running_search.ts";
import type { SearchRequest } from "./search_request.ts";
import { ScopeMatches } from "./scope_matches.ts";

/**
 * The default of `SearchOptions.mostMessages`: a statement that looks in so many takes some tens of milliseconds with
 * the longest messages, and less than a few with those of people.
 */
const MOST_MESSAGES = 4_096;

export interface SearchOptions {
  /**
   * The maximum number of messages in which one statement looks, since SQLite offers no way to stop one; and the number
   * of occurrences up to which a word is rare.
   */
  mostMessages?: number;
  /** Measures how long searches work. */
  clock?: Pick<Clock, "monotonic">;
}

/** Searches the indexed messages. */
export class Search {
  readonly #database: DatabaseSync;
  readonly #index: IndexedMessages;
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #mostMessages: number;

  constructor(database: DatabaseSync, options: SearchOptions = {}) {
    this.#database = database;
    this.#index = new IndexedMessages(database);
    this.#clock = options.clock ?? systemClock;
    this.#mostMessages = options.mostMessages ?? MOST_MESSAGES;
  }

  start(request: SearchRequest): RunningSearch {
    const matches = new ScopeMatches(this.#index, request, this.#clock, this.#mostMessages);
    return new RunningSearch(this.#database, this.#index, matches, request, this.#clock);
  }
}
