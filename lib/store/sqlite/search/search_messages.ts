import type { Failure } from "../../failure.ts";
import type { SearchResult } from "../../store.ts";
import type { SearchRequest } from "./search_request.ts";

/** A message to the search thread: turns of searches, each sent when the previous one is answered, finally `close`. */
export type ToSearch =
  /** `path`: the database, opened on the first search; `search`: the search's id, the same in each of its turns. */
  | { type: "work"; path: string; search: number; request: SearchRequest }
  /** Forgets a search, whether it had a turn or not. */
  | { type: "drop"; search: number }
  | { type: "close" };

/** A message from the search thread: one answer to each message. */
export type FromSearch =
  | { type: "found"; result: SearchResult }
  /** The search needs another turn. */
  | { type: "unfinished" }
  | { type: "failed"; failure: Failure }
  | { type: "dropped" }
  | { type: "closed" };
