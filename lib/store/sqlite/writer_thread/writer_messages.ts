import type { PackedRequest, PackedResult } from "./packed_writes.ts";

/** To the writer's thread: first `open`, then batches, last `close`. */
export type ToWriter =
  | { type: "open"; path: string }
  | { type: "batch"; batch: PackedRequest[] }
  | { type: "close" };

/** From it: one answer a message. */
export type FromWriter =
  | { type: "opened" }
  | { type: "results"; results: PackedResult[] }
  | { type: "closed" }
  | { type: "failed"; message: string };
