import { truncates } from "bcryptjs";
import { ChungError } from "../errors.ts";
import { FairQueue } from "../queues/fair_queue.ts";
import { OtherWork } from "./other_work.ts";
import { passwordThreads } from "./password_threads.ts";
import type { PasswordJob, PasswordResult } from "./password_worker.ts";

export interface PasswordsOptions {
  /** bcrypt's cost of new hashes: 2^cost rounds. */
  cost: number;
  /** Threads, each started when there is a first job for it; as many as `passwordThreads` tells by default. */
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
  /** A clock in milliseconds to measure jobs with. */
  now?: () => number;
}

interface Waiting {
  job: PasswordJob;
  resolve(result: PasswordResult): void;
  reject(error: unknown): void;
}

interface Thread {
  worker: Worker;
  current: Waiting | null;
  startedAt: number;
}

/** The form of a hash by bcrypt: version, cost, salt and digest. */
const HASH = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/;

/** What one job takes at cost 10 until one has been measured. */
const MILLISECONDS_AT_COST_10 = 100;

/**
 * Hashes and checks passwords with bcrypt in worker threads. The addresses have their turns one after another, with
 * their logins and with their registrations: a flood of either keeps nobody else waiting for long.
 *
 * Every method rejects with ChungError `rate_limited` when too many jobs wait; its text ends in `in N s`.
 */
export class Passwords {
  readonly #cost: number;
  readonly #workers: number;
  readonly #maxWaiting: number;
  readonly #report: (line: string) => void;
  readonly #startWorker: () => Worker;
  readonly #now: () => number;
  readonly #threads = new Set<Thread>();
  readonly #idle: Thread[] = [];
  readonly #otherWork: OtherWork;
  readonly #spareOne: () => boolean;
  readonly #waiting = new FairQueue<Waiting>();
  #jobMilliseconds: number;
  #crashReported = false;
  #closed = false;

  constructor(options: PasswordsOptions) {
    this.#cost = options.cost;
    this.#workers = options.workers ?? passwordThreads();
    this.#maxWaiting = options.maxWaiting ?? 1_000;
    this.#report = options.report ?? (() => {});
    this.#startWorker = options.startWorker ?? startWorker;
    this.#now = options.now ?? (() => performance.now());
    this.#otherWork = new OtherWork(this.#now);
    this.#spareOne = options.spareOne ?? (() => this.#otherWork.found());
    this.#jobMilliseconds = MILLISECONDS_AT_COST_10 * 2 ** (this.#cost - 10);
  }

  /**
   * @param address who asks: whose turn it takes
   * @throws ChungError `invalid_password` for more than bcrypt reads (72 bytes of UTF-8, no NUL), `rate_limited`
   */
  async hash(password: string, address = ""): Promise<string> {
    if (!isHashable(password)) {
      throw new ChungError(
        "invalid_password",
        "a password has at most 72 bytes (an accented letter has 2 or 3) and no NUL",
      );
    }
    return await this.#run({ kind: "hash", password, cost: this.#cost }, address) as string;
  }

  /**
   * Whether the password is the one of the hash; at once, and without bcrypt, for one that nobody can have.
   * @param hash null for an unknown user: false, after the same time as for a wrong password.
   * @param address who asks: whose turn it takes
   * @throws ChungError `rate_limited`
   */
  async verify(password: string, hash: string | null, address = ""): Promise<boolean> {
    if (!isHashable(password)) return false;
    if (hash !== null && !HASH.test(hash)) throw new Error("a stored password is no bcrypt hash");
    return await this.#run(
      { kind: "verify", password, hash, cost: this.#cost },
      address,
    ) as boolean;
  }

  /** Ends the threads. What is in hand or waiting rejects with ChungError `unavailable`. */
  close(): void {
    this.#closed = true;
    const given = this.#waiting.drain();
    for (const thread of this.#threads) {
      thread.worker.terminate();
      if (thread.current !== null) given.push(thread.current);
    }
    this.#threads.clear();
    this.#idle.length = 0;
    for (const { reject } of given) reject(closing());
  }

  #run(job: PasswordJob, address: string): Promise<PasswordResult> {
    if (this.#closed) return Promise.reject(closing());
    const line = `${job.kind} ${address}`;
    if (this.#waiting.length >= this.#maxWaiting && !this.#hasRoom()) {
      const given = this.#waiting.yieldTo(line);
      if (given === undefined) return Promise.reject(this.#full());
      given.reject(this.#full());
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push(line, { job, resolve, reject });
      this.#giveWaiting();
    });
  }

  /** Whether another thread may have something to do. */
  #hasRoom(): boolean {
    const most = this.#workers > 1 && this.#spareOne() ? this.#workers - 1 : this.#workers;
    return this.#threads.size - this.#idle.length < most;
  }

  #giveWaiting(): void {
    while (this.#waiting.length > 0 && this.#hasRoom()) {
      this.#give(this.#idle.pop() ?? this.#startThread(), this.#waiting.shift()!);
    }
  }

  #full(): ChungError {
    const milliseconds = this.#maxWaiting * this.#jobMilliseconds / this.#workers;
    const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
    return new ChungError(
      "rate_limited",
      `too many passwords are being checked: try again in ${seconds} s`,
    );
  }

  #startThread(): Thread {
    const thread: Thread = { worker: this.#startWorker(), current: null, startedAt: 0 };
    thread.worker.onmessage = ({ data }: MessageEvent<PasswordResult>) => this.#done(thread, data);
    thread.worker.onerror = (event) => {
      // Else the whole server ends with its worker.
      event.preventDefault();
      this.#crashed(thread, event.message);
    };
    this.#threads.add(thread);
    return thread;
  }

  #give(thread: Thread, waiting: Waiting): void {
    thread.current = waiting;
    thread.startedAt = this.#now();
    thread.worker.postMessage(waiting.job);
  }

  #done(thread: Thread, result: PasswordResult): void {
    const { current } = thread;
    if (current === null) return;
    this.#crashReported = false;
    this.#jobMilliseconds += (this.#now() - thread.startedAt - this.#jobMilliseconds) / 8;
    this.#otherWork.loginDone();
    thread.current = null;
    this.#idle.push(thread);
    this.#giveWaiting();
    current.resolve(result);
  }

  #crashed(thread: Thread, message: string): void {
    if (!this.#threads.delete(thread)) return;
    thread.worker.terminate();
    const place = this.#idle.indexOf(thread);
    if (place !== -1) this.#idle.splice(place, 1);
    if (!this.#crashReported) {
      this.#crashReported = true;
      this.#report(`a password worker crashed and is replaced: ${message}`);
    }
    thread.current?.reject(new Error(`the password worker crashed: ${message}`));
    this.#giveWaiting();
  }
}

/** bcrypt reads 72 bytes, and repeats a key after a NUL: `a` and `a\0a` would be the same password. */
export function isHashable(password: string): boolean {
  return !truncates(password) && !password.includes("\0");
}

function startWorker(): Worker {
  return new Worker(new URL("./password_worker.ts", import.meta.url), { type: "module" });
}

function closing(): ChungError {
  return new ChungError("unavailable", "the server is shutting down: try again in a minute");
}
