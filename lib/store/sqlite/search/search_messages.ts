import type { Message } from "../../../model/message.ts";
import type { Failure } from "../../failure.ts";
import type { SearchRequest } from "./search.ts";

/** A message to the search thread: searches, each sent when the previous one is answered, finally `close`. */
export type ToSearch =
  /** `path`: the database, opened on the first search. */
  | { type: "find"; path: string; request: SearchRequest }
  | { type: "close" };

/** A message from the search thread: one answer to each message. */
export type FromSearch =
  | { type: "found"; messages: Message[] }
  | { type: "failed"; failure: Failure }
  | { type: "closed" };
