import { ERROR_CODES, type ErrorCode } from "../errors.ts";
import { Histogram } from "./histogram.ts";

/** A request's outcome: `ok` or an error code. */
export type RequestOutcome = "ok" | ErrorCode;

const OUTCOMES: readonly RequestOutcome[] = ["ok", ...ERROR_CODES];
const COLUMNS = new Map(OUTCOMES.map((outcome, column) => [outcome, column]));
/** The action of a line that names none. */
const INVALID = "invalid";

/** Counts the requests: by action and outcome, and how long they took. */
export class RequestFigures {
  /** From the read of the socket that ended the line until the answer and its events were queued. */
  readonly answers = new Histogram();
  /** The same of requests with events for other connections: until the last of these had it in its queue. */
  readonly deliveries = new Histogram();
  /** Milliseconds of the clock that the durations are measured by. */
  readonly now: () => number;
  readonly #rows: Map<string, number>;
  /** A row for each action. */
  readonly #counts: Float64Array;
  #messages = 0;

  /** @param actions the words of all actions */
  constructor(actions: Iterable<string>, now: () => number) {
    this.now = now;
    this.#rows = new Map([INVALID, ...actions].map((word, row) => [word, row]));
    this.#counts = new Float64Array(this.#rows.size * OUTCOMES.length);
  }

  /**
   * Counts an answered request.
   * @param word the action word, or `-`
   * @param at when it was received, by `now`
   * @param told whether others were told of it
   */
  finished(word: string, outcome: RequestOutcome, at: number, told: boolean): void {
    const row = this.#rows.get(word) ?? 0;
    const column = outcome === "ok" ? 0 : COLUMNS.get(outcome)!;
    this.#counts[row * OUTCOMES.length + column]++;
    const duration = this.now() - at;
    this.answers.observe(duration);
    if (told) this.deliveries.observe(duration);
  }

  messageStored(): void {
    this.#messages++;
  }

  /** Messages stored since the start. */
  get messages(): number {
    return this.#messages;
  }

  /** Requests answered since the start. */
  get requests(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  /** The number of these that failed. */
  get errors(): number {
    return this.#counts.reduce((sum, n, at) => at % OUTCOMES.length === 0 ? sum : sum + n, 0);
  }

  /** The requests by action and outcome: `ok` of every action, and the errors that have come. */
  *byOutcome(): Generator<{ action: string; outcome: RequestOutcome; count: number }> {
    for (const [action, row] of this.#rows) {
      for (const [column, outcome] of OUTCOMES.entries()) {
        const count = this.#counts[row * OUTCOMES.length + column];
        if (count === 0 && (column > 0 || row === 0)) continue;
        yield { action, outcome, count };
      }
    }
  }
}
