import type { Message } from "../../../model/message.ts";
import type { Failure } from "../../failure.ts";
import type { SearchRequest } from "./search.ts";

/** To the search's thread: searches, each when the one before is answered, last `close`. */
export type ToSearch =
  /** `path`: the database, opened for the first. */
  | { type: "find"; path: string; request: SearchRequest }
  | { type: "close" };

/** From it: one answer a message. */
export type FromSearch =
  | { type: "found"; messages: Message[] }
  | { type: "failed"; failure: Failure }
  | { type: "closed" };
