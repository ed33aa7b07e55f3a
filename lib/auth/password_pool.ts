import { type Clock, systemClock } from "../clock.ts";
import { ChungError } from "../errors.ts";
import { FairQueue } from "../queues/fair_queue.ts";
import { WorkerThread } from "../threads/worker_thread.ts";
import { OtherWork } from "./other_work.ts";
import type { PasswordJob, PasswordResult } from "./password_job.ts";
import { passwordThreads } from "./password_threads.ts";
import type { PasswordRunner } from "./passwords.ts";

export interface PasswordPoolOptions {
  /** bcrypt's cost of most jobs: how long the first ones will take is estimated by it. */
  cost: number;
  /** Threads, each started when there is a first job for it; `passwordThreads()` by default. */
  workers?: number;
  /** While true, one thread of several has nothing to do; by default as `OtherWork` finds. */
  spareOne?: () => boolean;
  /**
   * Jobs that may wait. A connection has one at most, so the default has room for nearly every connection of a
   * server with default limits, and the last is served within a minute or so at cost 10. When all places are taken,
   * the address that has most of them yields one to another that has fewer.
   */
  maxWaiting?: number;
  /** Told once when a worker crashes, and again only after one has worked since. */
  report?: (line: string) => void;
  startWorker?: () => Worker;
  /** Measures how long jobs take. */
  clock?: Pick<Clock, "monotonic">;
}

interface Waiting {
  job: PasswordJob;
  resolve(result: PasswordResult): void;
  reject(error: unknown): void;
}

type Thread = WorkerThread<PasswordJob, PasswordResult>;

/** Milliseconds that one job takes at cost 10 until one has been measured. */
const MILLISECONDS_AT_COST_10 = 100;

/**
 * Runs password jobs in worker threads. The addresses take turns, with their logins and with their registrations: a
 * flood of either keeps nobody else waiting for long.
 */
export class PasswordPool implements PasswordRunner {
  readonly #workers: number;
  readonly #maxWaiting: number;
  readonly #report: (line: string) => void;
  readonly #startWorker: () => Worker;
  readonly #clock: Pick<Clock, "monotonic">;
  /** Taken from its end: those that were started come after those that were not. */
  readonly #idle: Thread[];
  readonly #threads: readonly Thread[];
  readonly #otherWork: OtherWork;
  readonly #spareOne: () => boolean;
  readonly #waiting = new FairQueue<Waiting>();
  #jobMilliseconds: number;
  #crashReported = false;
  #closed = false;

  constructor(options: PasswordPoolOptions) {
    this.#workers = options.workers ?? passwordThreads();
    this.#maxWaiting = options.maxWaiting ?? 1_000;
    this.#report = options.report ?? (() => {});
    this.#startWorker = options.startWorker ?? startWorker;
    this.#clock = options.clock ?? systemClock;
    this.#otherWork = new OtherWork(this.#clock);
    this.#spareOne = options.spareOne ?? (() => this.#otherWork.found());
    this.#jobMilliseconds = MILLISECONDS_AT_COST_10 * 2 ** (options.cost - 10);
    this.#threads = Array.from({ length: this.#workers }, () => this.#createThread());
    this.#idle = [...this.#threads];
  }

  /**
   * @param address whose turn the job takes
   * @throws ChungError `rate_limited` when too many jobs wait, whose text ends in `in N s`; `unavailable` when closed
   */
  run(job: PasswordJob, address: string): Promise<PasswordResult> {
    if (this.#closed) return Promise.reject(closing());
    const lane = `${job.kind} ${address}`;
    if (this.#waiting.length >= this.#maxWaiting && !this.#hasIdleThread()) {
      const displaced = this.#waiting.yieldTo(lane);
      if (displaced === undefined) return Promise.reject(this.#full());
      displaced.reject(this.#full());
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push(lane, { job, resolve, reject });
      this.#startWaiting();
    });
  }

  /** Jobs that wait for a thread. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Ends the threads. The jobs that run or wait reject with ChungError `unavailable`. */
  close(): void {
    this.#closed = true;
    for (const { reject } of this.#waiting.drain()) reject(closing());
    for (const thread of this.#threads) thread.terminate();
  }

  /** Whether one more thread may be given a job. */
  #hasIdleThread(): boolean {
    const spared = this.#workers > 1 && this.#spareOne() ? 1 : 0;
    return this.#idle.length > spared;
  }

  #startWaiting(): void {
    while (this.#waiting.length > 0 && this.#hasIdleThread()) {
      this.#start(this.#idle.pop()!, this.#waiting.shift()!);
    }
  }

  #start(thread: Thread, { job, resolve, reject }: Waiting): void {
    const startedAt = this.#clock.monotonic();
    thread.ask(job, (result) => {
      this.#crashReported = false;
      this.#jobMilliseconds += (this.#clock.monotonic() - startedAt - this.#jobMilliseconds) / 8;
      this.#otherWork.loginDone();
      this.#idle.push(thread);
      this.#startWaiting();
      resolve(result);
    }, (reason) => {
      if (this.#closed) return reject(closing());
      this.#idle.unshift(thread);
      reject(new Error(`the password worker crashed: ${reason}`));
      this.#startWaiting();
    });
  }

  #createThread(): Thread {
    const thread: Thread = new WorkerThread(this.#startWorker, (reason) => {
      thread.terminate();
      if (this.#crashReported) return;
      this.#crashReported = true;
      this.#report(`a password worker crashed and is replaced: ${reason}`);
    });
    return thread;
  }

  #full(): ChungError {
    const milliseconds = this.#maxWaiting * this.#jobMilliseconds / this.#workers;
    const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
    return new ChungError(
      "rate_limited",
      `too many passwords are being checked: try again in ${seconds} s`,
    );
  }
}

function startWorker(): Worker {
  return new Worker(new URL("./password_worker.ts", import.meta.url), { type: "module" });
}

function closing(): ChungError {
  return new ChungError("unavailable", "the server is shutting down: try again in a minute");
}
