import type { RequestOutcome } from "./request_figures.ts";

/** A finished request, without anything that its client sent. Times are in milliseconds of one clock. */
export interface FinishedRequest {
  /** The action word, or `-`. */
  action: string;
  outcome: RequestOutcome;
  receivedAt: number;
  /** Null for what wrote nothing. `queuedAt`, `begun`, `durable`: its write was queued, handed to the writer, stored. */
  write: { queuedAt: number; begun: number; durable: number } | null;
  /** When its answer and all its events were queued. */
  finishedAt: number;
}

/** Where finished requests are told to whoever traces them. */
export interface RequestTraces {
  finished(request: FinishedRequest): void;
}
