import type { DatabaseFiles } from "../database_place.ts";
import type { PackedRequest, PackedResult } from "./packed_writes.ts";

/** A message to the writer's thread: first `open`, then batches, finally `close`. */
export type ToWriter =
  | { type: "open"; path: string; files: DatabaseFiles }
  | { type: "batch"; batch: PackedRequest[] }
  | { type: "close" };

/** A message from the writer's thread: one answer to each message. */
export type FromWriter =
  | { type: "opened" }
  | { type: "results"; results: PackedResult[] }
  | { type: "closed" }
  | { type: "failed"; message: string };
