import type { WriteRequest, WriteResult } from "./writes.ts";

/** To the writer's thread: first `open`, then batches, each when the one before is answered, last `close`. */
export type ToWriter =
  | { type: "open"; path: string }
  | { type: "batch"; batch: WriteRequest[] }
  | { type: "close" };

/** From it: one answer a message. */
export type FromWriter =
  | { type: "opened" }
  | { type: "results"; results: WriteResult[] }
  | { type: "closed" }
  | { type: "failed"; message: string };
