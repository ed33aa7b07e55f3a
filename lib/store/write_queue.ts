import { setImmediate } from "node:timers";
import { type Clock, systemClock } from "../clock.ts";
import { ChungError } from "../errors.ts";
import { Commit } from "./commit.ts";
import { FairBatchQueue } from "../queues/fair_batch_queue.ts";
import { type Failure, fromFailure, shuttingDown } from "./failure.ts";
import { Fifo } from "../queues/fifo.ts";
import type { Report } from "../report.ts";
import { CommitFigures } from "../figures/store_figures.ts";

/** The maximum number of waiting writes; a further one fails with `unavailable`. */
const MAX_WAITING = 10_000;
/**
 * The fraction of the queue from which `ready` makes callers wait, so that callers that can't wait are still accepted.
 */
const READY_BELOW = 0.8;
/** The fraction of the queue up to which `ready` doesn't make an empty lane wait. */
const SPARE_BELOW = 0.9;
/**
 * The number of waiting writes in one lane from which `ready` makes it wait; with this many it never runs out of work.
 */
const MAX_OF_ONE = 64;
/** The maximum number of writes in one transaction; it limits how long the writes behind them wait. */
const MAX_BATCH = 250;
/**
 * The maximum text in one transaction, in UTF-16 code units, not counting the first writes, which are always taken. The
 * messages of a transaction are delivered all at once: more would reach a reader faster than any socket accepts it.
 */
const MAX_BATCH_TEXT = 512 * 1024;

/**
 * Writes of flooding lanes in one transaction, while another lane has a write now and then: so that write hardly waits.
 * Without this, the median of a quiet room beside 100 connections that flood is 190 to 350 ms instead of 6
 * (`tests/bench/flood_bench.ts` on a busy machine), and the flood is stored two to four times as fast.
 */
const MAX_FLOOD = 16;
/** Milliseconds for which room is kept after such a write, since another may follow. */
const QUIET_PAUSE = 1_500;

/**
 * The time in milliseconds in which reads are started between two batches, so that many reads don't delay writes and
 * sockets.
 */
const READING_TIME = 5;

/**
 * The maximum number of batches with the runner at once. A second one is passed only if it is full: the runner commits
 * it while the results of the first are delivered.
 */
const MAX_IN_HAND = 2;

/** A table of writes, such as `Writes`: maps each name to its input and output. */
export type WriteTypes<W> = { [N in keyof W]: { input: object; output: unknown } };

export type WriteRequest<W extends WriteTypes<W>, N extends keyof W = keyof W> = {
  [K in N]: { name: K; input: W[K]["input"] };
}[N];

/** The result of a write; `value` is the output of the write of that name. */
export type WriteResult = { ok: true; value: unknown } | { ok: false; failure: Failure };

/** Determines when a write gets its turn. */
export interface Scheduling {
  /**
   * Writes of one lane are applied in the order they were added; lanes take turns. A write without a lane has its own.
   */
  lane?: number;
  /** Whether nobody waits for the write. */
  background?: boolean;
}

/** Applies batches one after another: a database's writer, on this thread or another. */
export interface BatchRunner<W extends WriteTypes<W>> {
  /**
   * Applies a batch. Calls `done` once, with the results in the order of the requests, or `failed` once; batches are
   * answered in order.
   */
  run(
    batch: WriteRequest<W>[],
    done: (results: WriteResult[]) => void,
    failed: (error: Error) => void,
  ): void;
  close(): Promise<void>;
  /** Whether it can never apply a batch again. */
  readonly dead?: boolean;
}

interface Waiting<R> {
  request: R;
  background: boolean;
  commit: Commit<unknown>;
}

/**
 * Group commit: writes added in one turn of the event loop share a transaction, and those added while it is being
 * committed share the next.
 *
 * Writes are applied in the order they were added, but lanes take turns (FairBatchQueue), so a flooding lane doesn't
 * keep others waiting. Commits are settled synchronously, in the order in which the writes are applied: the steps of
 * one finish before those of the next begin.
 */
export class WriteQueue<W extends WriteTypes<W>> {
  readonly committed = new CommitFigures();
  readonly #runner: BatchRunner<W>;
  readonly #report: Report;
  readonly #maxWaiting: number;
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #waiting = new FairBatchQueue<Waiting<WriteRequest<W>>>();
  #inHand = 0;
  /** One for each waiting read, resolved when no batch is in hand. */
  readonly #reads = new Fifo<Commit<void>>();
  #scheduled = false;
  /** Whether the steps of a batch are running. */
  #settling = false;
  #closed = false;
  #unavailable = false;
  /** The time, by the monotonic clock, until which flooding lanes leave room for others. */
  #quietUntil = -Infinity;
  #idle: (() => void)[] = [];
  #ready: { lane: number | undefined; resolve: () => void }[] = [];

  constructor(
    runner: BatchRunner<W>,
    report: Report,
    maxWaiting: number = MAX_WAITING,
    clock: Pick<Clock, "monotonic"> = systemClock,
  ) {
    this.#runner = runner;
    this.#report = report;
    this.#maxWaiting = maxWaiting;
    this.#clock = clock;
  }

  add<N extends keyof W>(
    name: N,
    input: W[N]["input"],
    { lane, background = false }: Scheduling = {},
  ): Commit<W[N]["output"]> {
    const commit = new Commit<W[N]["output"]>();
    if (this.#closed) {
      commit.reject(shuttingDown());
    } else if (this.#waiting.length >= this.#maxWaiting) {
      commit.reject(new ChungError("unavailable", "too many writes are waiting: try again later"));
    } else {
      const request: WriteRequest<W> = { name, input };
      this.#waiting.push({ request, background, commit: commit as Commit<unknown> }, lane);
      this.#schedule();
    }
    return commit;
  }

  /**
   * Reads between two writes: every write settled by then is committed before the read, and every other one after it.
   * The steps of the returned Commit run before anything else is settled.
   */
  between<T>(read: () => T): Commit<T> {
    const moment = new Commit<void>();
    const commit = moment.map(read);
    if (this.#closed) moment.reject(shuttingDown());
    else if (this.#atRest && this.#reads.length === 0) moment.resolve();
    else this.#reads.push(moment);
    return commit;
  }

  /** Writes that wait for a transaction. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Whether nothing can be written until the server is started again. */
  get dead(): boolean {
    return this.#runner.dead ?? false;
  }

  /** Whether every committed write is settled. */
  get #atRest(): boolean {
    return this.#inHand === 0 && !this.#settling;
  }

  #readBetween(): void {
    if (!this.#mayRead) return;
    const end = this.#clock.monotonic() + READING_TIME;
    do {
      const moment = this.#reads.shift();
      try {
        moment?.resolve();
      } catch (error) {
        this.#stepFailed(error);
      }
    } while (this.#mayRead && this.#clock.monotonic() < end);
  }

  /**
   * Returns undefined while writes of the lane are accepted; otherwise a promise that resolves when they are. An empty
   * lane need not wait because other lanes are flooding.
   */
  ready(lane?: number): Promise<void> | undefined {
    const inLane = this.#waiting.count(lane);
    if (inLane < MAX_OF_ONE && this.#free > 0) return undefined;
    if (lane !== undefined && inLane === 0 && this.#spare > 0) return undefined;
    return new Promise((resolve) => this.#ready.push({ lane, resolve }));
  }

  /** Resolves the promises of `ready` for which there is room again, first come, first served. */
  #letGoOn(): void {
    if (this.#ready.length === 0) return;
    let free = this.#free;
    this.#ready = this.#ready.filter(({ lane, resolve }) => {
      if (free <= 0 || this.#waiting.count(lane) >= MAX_OF_ONE) return true;
      free--;
      resolve();
      return false;
    });
  }

  get #free(): number {
    return Math.floor(this.#maxWaiting * READY_BELOW) - this.#waiting.length;
  }

  get #spare(): number {
    return Math.floor(this.#maxWaiting * SPARE_BELOW) - this.#waiting.length;
  }

  /** Refuses further writes, and waits until all added writes and reads are settled. */
  async drain(): Promise<void> {
    this.#closed = true;
    await this.settled();
  }

  /** Waits for pending writes, and for those that are added meanwhile. */
  async settled(): Promise<void> {
    if (!this.#isIdle) {
      await new Promise<void>((resolve) => this.#idle.push(resolve));
    }
  }

  /** Closes the runner. Must be called after `drain`. */
  close(): Promise<void> {
    return this.#runner.close();
  }

  /** Whether another batch may be passed to the runner. */
  get #mayRun(): boolean {
    if (this.#inHand === 0) return this.#waiting.length > 0;
    return this.#inHand < MAX_IN_HAND && this.#full && this.#reads.length === 0;
  }

  /** Whether a read is waiting and may run. */
  get #mayRead(): boolean {
    return this.#atRest && this.#reads.length > 0;
  }

  /** Whether a full batch is waiting. */
  get #full(): boolean {
    return this.#waiting.length >= MAX_BATCH && !this.#mindsOthers();
  }

  /** Whether a lane is flooding while others write occasionally. */
  #mindsOthers(): boolean {
    if (!this.#waiting.flooded) return false;
    const now = this.#clock.monotonic();
    if (this.#waiting.someAlone(({ background }) => !background)) {
      this.#quietUntil = now + QUIET_PAUSE;
    }
    return now < this.#quietUntil;
  }

  #schedule(): void {
    if (this.#scheduled || !(this.#mayRun || this.#mayRead)) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#readBetween();
      if (this.#mayRun) this.#next();
      else this.#schedule();
      this.#wakeIdle();
    });
  }

  #next(): void {
    const batch = this.#take();
    this.#letGoOn();
    this.#inHand++;
    const begun = this.#clock.monotonic();
    let returned = false;
    const answered = (
      stored: number,
      settle: (commit: Commit<unknown>, index: number) => void,
    ) => {
      const durable = this.#clock.monotonic();
      this.#inHand--;
      // Before the steps run, so that the next batch is committed meanwhile. A runner that answers synchronously must
      // not start it here: it would settle the next batch before this one.
      if (returned && this.#full && this.#reads.length === 0) this.#next();
      this.committed.committed(stored, begun, durable);
      this.#settle(batch, settle);
    };
    this.#runner.run(
      batch.map(({ request }) => request),
      (results) => {
        let stored = 0;
        for (const result of results) {
          this.#watch(result);
          if (result.ok) stored++;
        }
        answered(stored, (commit, index) => settleWith(commit, results[index]));
      },
      (error) => answered(0, (commit) => commit.reject(error)),
    );
    returned = true;
  }

  /** Takes the writes of the next transaction. */
  #take(): Waiting<WriteRequest<W>>[] {
    const others = this.#mindsOthers() ? MAX_FLOOD : MAX_BATCH;
    const most = { all: MAX_BATCH, others, size: MAX_BATCH_TEXT };
    return this.#waiting.take(most, ({ request: { input } }) => sizeOf(input));
  }

  /** Reports when the database becomes unwritable, and when it can be written again. */
  #watch(result: WriteResult): void {
    if (result.ok) {
      if (this.#unavailable) this.#report("the database can be written again", "info");
      this.#unavailable = false;
    } else if (result.failure.kind === "chung" && result.failure.code === "unavailable") {
      if (!this.#unavailable) this.#report(result.failure.message, "error");
      this.#unavailable = true;
    }
  }

  #settle(
    batch: Waiting<unknown>[],
    settle: (commit: Commit<unknown>, index: number) => void,
  ): void {
    this.#settling = true;
    for (const [index, { commit }] of batch.entries()) {
      try {
        settle(commit, index);
      } catch (error) {
        this.#stepFailed(error);
      }
    }
    this.#settling = false;
    this.#readBetween();
    this.#schedule();
    this.#wakeIdle();
  }

  /** Reports an error of a step: a bug of the caller that added it. The writes behind it are still settled. */
  #stepFailed(error: unknown): void {
    this.#report(`a step after a commit failed: ${(error as Error)?.stack ?? error}`, "error");
  }

  get #isIdle(): boolean {
    return this.#inHand === 0 && this.#waiting.length === 0 && this.#reads.length === 0;
  }

  #wakeIdle(): void {
    if (this.#isIdle) { for (const resolve of this.#idle.splice(0)) resolve(); }
  }
}

function settleWith(commit: Commit<unknown>, result: WriteResult): void {
  if (result.ok) commit.resolve(result.value);
  else commit.reject(fromFailure(result.failure));
}

/** The size of a name that has to be looked up, in UTF-16 code units of text. */
const NAME_SIZE = 1_024;

/** Returns the size of a write as the text of a message; those without texts and names are too quick to matter. */
function sizeOf(input: object): number {
  if ("text" in input && typeof input.text === "string") return input.text.length;
  if ("usernames" in input && Array.isArray(input.usernames)) {
    return input.usernames.length * NAME_SIZE;
  }
  return 0;
}
