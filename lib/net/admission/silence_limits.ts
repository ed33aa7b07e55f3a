import type { Limits } from "../../model/limits.ts";
import type { ClosingReason } from "../end_reason.ts";
import { SilenceTracker } from "./silence_tracker.ts";
import type { StrangerTrackers } from "./stranger_time.ts";

/** Milliseconds of silence after which a connection without a valid token gives way to a new one. */
const GIVE_WAY_AFTER = 30_000;

/** Ends connections that keep the server waiting without having shown a valid token (docs/PROTOCOL.md, "Limits"). */
export class SilenceLimits<T extends { end(reason: ClosingReason): unknown }>
  implements StrangerTrackers<T> {
  readonly silent: SilenceTracker<T>;
  readonly inLine: SilenceTracker<T>;
  readonly #limits: Pick<Limits, "idleSeconds" | "lineSeconds">;

  /** @param now a monotonic clock in milliseconds */
  constructor(limits: Pick<Limits, "idleSeconds" | "lineSeconds">, now: () => number) {
    this.#limits = limits;
    this.silent = new SilenceTracker(now);
    this.inLine = new SilenceTracker(now);
  }

  /** Ends the connections that exceed a limit. Call it periodically. */
  enforce(): void {
    const { idleSeconds, lineSeconds } = this.#limits;
    for (const connection of this.inLine.since(lineSeconds * 1000)) connection.end("slow_line");
    for (const connection of this.silent.since(idleSeconds * 1000)) connection.end("idle");
  }

  /** Ends the longest silent connection, if it has been silent for `GIVE_WAY_AFTER`. @returns whether it did */
  makePlace(): boolean {
    for (const connection of this.silent.since(GIVE_WAY_AFTER)) {
      connection.end("gave_way");
      return true;
    }
    return false;
  }
}
