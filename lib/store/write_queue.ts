import { setImmediate } from "node:timers";
import { type Clock, systemClock } from "../clock.ts";
import { ChungError } from "../errors.ts";
import { Commit } from "./commit.ts";
import { FairBatchQueue } from "../queues/fair_batch_queue.ts";
import { type Failure, fromFailure, shuttingDown } from "./failure.ts";
import { Fifo } from "../queues/fifo.ts";

/** Writes that wait at most; a further one fails with `unavailable`. */
const MAX_WAITING = 10_000;
/** From here on `ready` lets callers wait, so that those who can't are still taken. */
const READY_BELOW = 0.8;
/** Up to here it doesn't let a lane wait in which nothing waits. */
const SPARE_BELOW = 0.9;
/** In one lane, before `ready` lets it wait: with so many it is never out of work. */
const MAX_OF_ONE = 64;
/** Writes in one transaction at most: what comes behind waits no longer than this many take. */
const MAX_BATCH = 250;
/**
 * Text in one transaction at most, in UTF-16 units, but for the first writes'. What a transaction says is handed
 * over in one go: more would come to a reader faster than any socket takes it.
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

/** Milliseconds in which reads are begun between two batches, so that neither writes nor sockets wait long for many. */
const READING_TIME = 5;

/** Batches that the runner has at once, but only full ones: it begins the next while what came of the last is told. */
const MAX_IN_HAND = 2;

/** A table of writes, as `Writes` is: the input and output of each by its name. */
export type WriteTypes<W> = { [N in keyof W]: { input: object; output: unknown } };

export type WriteRequest<W extends WriteTypes<W>> = {
  [N in keyof W]: { name: N; input: W[N]["input"] };
}[keyof W];

/** `value` is the `output` of the request's name. */
export type WriteResult = { ok: true; value: unknown } | { ok: false; failure: Failure };

/** Decides when a write gets its turn. */
export interface Scheduling {
  /** Writes of one lane are applied in the order they were added; lanes take turns. A write without one has its own. */
  lane?: number;
  /** True for a write that nobody waits for. */
  background?: boolean;
}

/** Applies batches one after another: a database's writer, on this thread or elsewhere. */
export interface BatchRunner<W extends WriteTypes<W>> {
  /** Calls `done` once, with a result for each request in their order, or `failed` once; in the order of the batches. */
  run(
    batch: WriteRequest<W>[],
    done: (results: WriteResult[]) => void,
    failed: (error: Error) => void,
  ): void;
  close(): Promise<void>;
}

interface Waiting<R> {
  request: R;
  background: boolean;
  commit: Commit<unknown>;
}

/**
 * Group commit: writes of one loop turn go into one transaction, and those that come while it is being
 * committed go into the next.
 *
 * Writes are applied in the order they were added, but lanes take turns (FairBatchQueue): one that floods keeps no other
 * waiting. Their Commits are settled in the order in which they are applied, one after another in one go: the steps of
 * one have run to their end before those of the next begin.
 */
export class WriteQueue<W extends WriteTypes<W>> {
  readonly #runner: BatchRunner<W>;
  readonly #report: (line: string) => void;
  readonly #maxWaiting: number;
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #waiting = new FairBatchQueue<Waiting<WriteRequest<W>>>();
  #inHand = 0;
  /** Resolved, one for each waiting read, when nothing is in hand. */
  readonly #reads = new Fifo<Commit<void>>();
  #scheduled = false;
  /** Whether the steps of a batch are being run. */
  #settling = false;
  #closed = false;
  #unavailable = false;
  /** Until when those that flood leave room for others, by the clock. */
  #quietUntil = -Infinity;
  #idle: (() => void)[] = [];
  #ready: { lane: number | undefined; resolve: () => void }[] = [];

  constructor(
    runner: BatchRunner<W>,
    report: (line: string) => void,
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
   * Reads between two writes: every write settled by then was committed before the read, every other one will be
   * committed after it. The steps of the returned Commit run before anything else is settled.
   */
  between<T>(read: () => T): Commit<T> {
    const moment = new Commit<void>();
    const commit = moment.map(read);
    if (this.#closed) moment.reject(shuttingDown());
    else if (this.#atRest && this.#reads.length === 0) moment.resolve();
    else this.#reads.push(moment);
    return commit;
  }

  /** Whether everything committed is settled. */
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
   * Undefined while more writes are taken, in that lane too; else settles when they are. A lane in which nothing waits
   * need not wait for those that flood.
   */
  ready(lane?: number): Promise<void> | undefined {
    const inLane = this.#waiting.count(lane);
    if (inLane < MAX_OF_ONE && this.#free > 0) return undefined;
    if (lane !== undefined && inLane === 0 && this.#spare > 0) return undefined;
    return new Promise((resolve) => this.#ready.push({ lane, resolve }));
  }

  /** Lets those go on that have waited for it, first come, first served. */
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

  /** Takes no more, and waits until all that was added is settled. */
  async drain(): Promise<void> {
    this.#closed = true;
    if (!this.#isIdle) {
      await new Promise<void>((resolve) => this.#idle.push(resolve));
    }
  }

  /** Closes the runner; after `drain`. */
  close(): Promise<void> {
    return this.#runner.close();
  }

  /** Whether another batch may be handed over. */
  get #mayRun(): boolean {
    if (this.#inHand === 0) return this.#waiting.length > 0;
    return this.#inHand < MAX_IN_HAND && this.#full && this.#reads.length === 0;
  }

  /** Whether a read waits and may run. */
  get #mayRead(): boolean {
    return this.#atRest && this.#reads.length > 0;
  }

  /** Whether a full batch waits. */
  get #full(): boolean {
    return this.#waiting.length >= MAX_BATCH && !this.#mindsOthers();
  }

  /** Whether somebody writes beside a lane that floods. */
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
    let returned = false;
    const answered = (settle: (commit: Commit<unknown>, index: number) => void) => {
      this.#inHand--;
      // Before the steps, so that the next is committed meanwhile; never where that would settle it before this one.
      if (returned && this.#full && this.#reads.length === 0) this.#next();
      this.#settle(batch, settle);
    };
    this.#runner.run(
      batch.map(({ request }) => request),
      (results) => {
        for (const result of results) this.#watch(result);
        answered((commit, index) => settleWith(commit, results[index]));
      },
      (error) => answered((commit) => commit.reject(error)),
    );
    returned = true;
  }

  /** What goes into the next transaction. */
  #take(): Waiting<WriteRequest<W>>[] {
    const others = this.#mindsOthers() ? MAX_FLOOD : MAX_BATCH;
    const most = { all: MAX_BATCH, others, size: MAX_BATCH_TEXT };
    return this.#waiting.take(most, ({ request: { input } }) => textLength(input));
  }

  /** Tells the operator when the database can't be written, and when it can again. */
  #watch(result: WriteResult): void {
    if (result.ok) {
      if (this.#unavailable) this.#report("the database can be written again");
      this.#unavailable = false;
    } else if (result.failure.kind === "chung" && result.failure.code === "unavailable") {
      if (!this.#unavailable) this.#report(result.failure.message);
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

  /** That is a bug of the step's caller; the writes behind it are stored all the same. */
  #stepFailed(error: unknown): void {
    this.#report(`a step after a commit failed: ${(error as Error)?.stack ?? error}`);
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

/** Counts new and edited messages; other writes are too few to matter. */
function textLength(input: object): number {
  return "text" in input && typeof input.text === "string" ? input.text.length : 0;
}
