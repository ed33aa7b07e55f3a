import { Histogram } from "./histogram.ts";

/** Counts what a store commits. */
export class CommitFigures {
  /** From the hand-over of a transaction to the writer until it was durable. */
  readonly commits = new Histogram();
  #writes = 0;
  #begun = 0;
  #durable = 0;

  /**
   * Counts a transaction, right before its commits are settled.
   * @param writes those that were stored; none if it failed
   * @param begun when the writer got it, in milliseconds
   * @param durable when it was stored, or had failed
   */
  committed(writes: number, begun: number, durable: number): void {
    this.#writes += writes;
    this.#begun = begun;
    this.#durable = durable;
    if (writes > 0) this.commits.observe(durable - begun);
  }

  /** Writes in all transactions so far. */
  get writes(): number {
    return this.#writes;
  }

  /** When the transaction began whose commits are being settled, or were settled last. */
  get begun(): number {
    return this.#begun;
  }

  /** When that one was stored, or failed. */
  get durable(): number {
    return this.#durable;
  }
}

/** The state of a store now, and what it has committed since the start. */
export interface StoreFigures {
  committed: CommitFigures;
  /** Writes that wait for a transaction. */
  waiting: number;
  /** Whether nothing can be stored until the server is started again. */
  dead: boolean;
}

/** The contents of a store, in numbers. */
export interface StoreCounts {
  users: number;
  projects: number;
  /** Messages that somebody wrote, deleted ones included; no lines of activity. */
  messages: number;
  /** Tasks that are not deleted. */
  tasks: number;
}
