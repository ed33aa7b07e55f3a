import { END_REASONS, type EndReason, REFUSAL_REASONS, type RefusalReason } from "./end_reason.ts";

/** Minimum time in milliseconds between two reports to the operator. */
const REPORT_EVERY = 60_000;
/** Reasons that normal use doesn't produce, and that are reported to the operator. */
const MISUSE: (EndReason | RefusalReason)[] = [...REFUSAL_REASONS, "slow_line", "gave_way"];

/** Totals of accepted, ended and refused connections since the start. */
export interface ConnectionTotals {
  accepted: number;
  ended: Record<EndReason, number>;
  refused: Record<RefusalReason, number>;
}

/** Counts how connections end, and reports misuse to the operator in at most one line per minute. */
export class ConnectionCounts {
  readonly #report: (line: string) => void;
  readonly #now: () => number;
  readonly #ended = zeros(END_REASONS);
  readonly #refused = zeros(REFUSAL_REASONS);
  #accepted = 0;
  #untold = new Map<EndReason | RefusalReason, number>();
  #toldAt = -Infinity;

  /** @param options.now a monotonic clock in milliseconds */
  constructor(options: { report: (line: string) => void; now: () => number }) {
    this.#report = options.report;
    this.#now = options.now;
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

  /** Reports what has not been reported yet, when a report is due. Call it periodically. */
  tell(): void {
    if (this.#untold.size === 0 || this.#now() - this.#toldAt < REPORT_EVERY) return;
    const counts = Array.from(this.#untold, ([reason, count]) => `${count} ${reason}`).join(", ");
    this.#report(`connections refused or dropped: ${counts} (each is in the connection log)`);
    this.#untold.clear();
    this.#toldAt = this.#now();
  }

  #remember(reason: EndReason | RefusalReason): void {
    if (MISUSE.includes(reason)) this.#untold.set(reason, (this.#untold.get(reason) ?? 0) + 1);
  }
}

function zeros<T extends string>(reasons: readonly T[]): Record<T, number> {
  return Object.fromEntries(reasons.map((reason) => [reason, 0])) as Record<T, number>;
}
