import type { Clock } from "../clock.ts";
import { END_REASONS, type EndReason, REFUSAL_REASONS, type RefusalReason } from "./end_reason.ts";

/** Milliseconds between two reports to the operator. */
const REPORT_EVERY = 60_000;
/** Reasons that ordinary use does not produce: they are reported to the operator. */
const MISUSE: (EndReason | RefusalReason)[] = [...REFUSAL_REASONS, "slow_line", "gave_way"];

/** Connections since the start, by how they ended. */
export interface ConnectionTotals {
  accepted: number;
  ended: Record<EndReason, number>;
  refused: Record<RefusalReason, number>;
}

/** Counts how connections end, and reports misuse to the operator, in one line a minute at most. */
export class ConnectionCounts {
  readonly #report: (line: string) => void;
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #ended = zeros(END_REASONS);
  readonly #refused = zeros(REFUSAL_REASONS);
  #accepted = 0;
  #untold = new Map<EndReason | RefusalReason, number>();
  #toldAt = -Infinity;
  constructor(options: { report: (line: string) => void; clock: Pick<Clock, "monotonic"> }) {
    this.#report = options.report;
    this.#clock = options.clock;
  }

  get totals(): ConnectionTotals {
    return {
      accepted: this.#accepted,
      ended: { ...this.#ended },
      refused: { ...this.#refused },
    };
  }

  accepted(): void {
    this.#accepted++;
  }

  ended(reason: EndReason): void {
    this.#ended[reason]++;
    this.#remember(reason);
  }

  refused(reason: RefusalReason): void {
    this.#refused[reason]++;
    this.#remember(reason);
  }

  /** Reports what has not been reported yet, when it is due; to be called from time to time. */
  tell(): void {
    if (this.#untold.size === 0 || this.#clock.monotonic() - this.#toldAt < REPORT_EVERY) return;
    const counts = Array.from(this.#untold, ([reason, count]) => `${count} ${reason}`).join(", ");
    this.#report(`connections refused or dropped: ${counts} (each is in the connection log)`);
    this.#untold.clear();
    this.#toldAt = this.#clock.monotonic();
  }

  #remember(reason: EndReason | RefusalReason): void {
    if (MISUSE.includes(reason)) this.#untold.set(reason, (this.#untold.get(reason) ?? 0) + 1);
  }
}

function zeros<T extends string>(reasons: readonly T[]): Record<T, number> {
  return Object.fromEntries(reasons.map((reason) => [reason, 0])) as Record<T, number>;
}
