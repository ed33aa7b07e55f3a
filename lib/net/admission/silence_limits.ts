import type { Clock } from "../../clock.ts";
import type { Limits } from "../../model/limits.ts";
import type { ClosingReason } from "../end_reason.ts";
import { SilenceTracker } from "./silence_tracker.ts";
import type { StrangerTrackers } from "./stranger_time.ts";

/** Milliseconds of silence after which a connection gives way to a new one, where it has to give way at all. */
export const GIVE_WAY_AFTER = 30_000;

/** Ends connections that have shown no valid token and keep the server waiting (docs/PROTOCOL.md, "Limits"). */
export class SilenceLimits<T extends { end(reason: ClosingReason): unknown }>
  implements StrangerTrackers<T> {
  readonly silent: SilenceTracker<T>;
  readonly inLine: SilenceTracker<T>;
  readonly #limits: Pick<Limits, "idleSeconds" | "lineSeconds">;
  constructor(
    limits: Pick<Limits, "idleSeconds" | "lineSeconds">,
    clock: Pick<Clock, "monotonic">,
  ) {
    this.#limits = limits;
    this.silent = new SilenceTracker(clock);
    this.inLine = new SilenceTracker(clock);
  }

  /** Ends those that exceed a limit; to be called from time to time. */
  enforce(): void {
    const { idleSeconds, lineSeconds } = this.#limits;
    for (const connection of this.inLine.since(lineSeconds * 1000)) connection.end("slow_line");
    for (const connection of this.silent.since(idleSeconds * 1000)) connection.end("idle");
  }

  /** Ends the one that has been silent longest, if that is long enough. @returns whether there was one */
  makePlace(): boolean {
    for (const connection of this.silent.since(GIVE_WAY_AFTER)) {
      connection.end("gave_way");
      return true;
    }
    return false;
  }
}
