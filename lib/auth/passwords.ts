import { truncates } from "bcryptjs";
import { ChungError } from "../errors.ts";
import type { PasswordJob, PasswordResult } from "./password_worker.ts";

export interface PasswordsOptions {
  /** bcrypt's cost of new hashes: 2^cost rounds. */
  cost: number;
  /** Threads, each started when there is a first job for it. */
  workers?: number;
  /**
   * Jobs that may wait. A connection has one at most, so the default has room for nearly every connection of a
   * server with default limits, and the last is served within a minute at cost 10.
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
 * Hashes and checks passwords with bcrypt in worker threads, first come, first served.
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
  #waiting: Waiting[] = [];
  /** Jobs before this place in `#waiting` are taken: shift() would move all the others each time. */
  #taken = 0;
  #jobMilliseconds: number;
  #crashReported = false;
  #closed = false;

  constructor(options: PasswordsOptions) {
    this.#cost = options.cost;
    this.#workers = options.workers ?? 2;
    this.#maxWaiting = options.maxWaiting ?? 1_000;
    this.#report = options.report ?? (() => {});
    this.#startWorker = options.startWorker ?? startWorker;
    this.#now = options.now ?? (() => performance.now());
    this.#jobMilliseconds = MILLISECONDS_AT_COST_10 * 2 ** (this.#cost - 10);
  }

  /** @throws ChungError `invalid_password` for more than bcrypt reads (72 bytes of UTF-8, no NUL), `rate_limited` */
  async hash(password: string): Promise<string> {
    if (!isHashable(password)) {
      throw new ChungError(
        "invalid_password",
        "a password has at most 72 bytes (an accented letter has 2 or 3) and no NUL",
      );
    }
    return await this.#run({ kind: "hash", password, cost: this.#cost }) as string;
  }

  /**
   * Whether the password is the one of the hash.
   * @param hash null for an unknown user: false, after the same time as for a wrong password.
   * @throws ChungError `rate_limited`
   */
  async verify(password: string, hash: string | null): Promise<boolean> {
    if (hash !== null && !HASH.test(hash)) throw new Error("a stored password is no bcrypt hash");
    // Such a password can't have been set, and bcrypt would compare only a part of it.
    const candidate = isHashable(password) ? hash : null;
    return await this.#run({
      kind: "verify",
      password,
      hash: candidate,
      cost: this.#cost,
    }) as boolean;
  }

  /** Ends the threads. What is in hand or waiting rejects with ChungError `unavailable`. */
  close(): void {
    this.#closed = true;
    const given = this.#waiting.slice(this.#taken);
    for (const thread of this.#threads) {
      thread.worker.terminate();
      if (thread.current !== null) given.push(thread.current);
    }
    this.#threads.clear();
    this.#idle.length = 0;
    this.#waiting = [];
    this.#taken = 0;
    for (const { reject } of given) reject(closing());
  }

  #run(job: PasswordJob): Promise<PasswordResult> {
    if (this.#closed) return Promise.reject(closing());
    const thread = this.#idle.pop() ?? this.#startThread();
    if (thread === null && this.#waiting.length - this.#taken >= this.#maxWaiting) {
      return Promise.reject(this.#full());
    }
    return new Promise((resolve, reject) => {
      const waiting = { job, resolve, reject };
      if (thread === null) this.#waiting.push(waiting);
      else this.#give(thread, waiting);
    });
  }

  #full(): ChungError {
    const milliseconds = this.#maxWaiting * this.#jobMilliseconds / this.#workers;
    const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
    return new ChungError(
      "rate_limited",
      `too many passwords are being checked: try again in ${seconds} s`,
    );
  }

  #startThread(): Thread | null {
    if (this.#threads.size >= this.#workers) return null;
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
    thread.current = null;
    this.#giveNext(thread);
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
    if (this.#taken < this.#waiting.length) {
      const replacement = this.#startThread();
      if (replacement !== null) this.#giveNext(replacement);
    }
  }

  #giveNext(thread: Thread): void {
    const next = this.#waiting[this.#taken];
    if (next === undefined) {
      this.#waiting = [];
      this.#taken = 0;
      this.#idle.push(thread);
      return;
    }
    this.#taken++;
    if (this.#taken >= 64 && this.#taken * 2 >= this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#taken);
      this.#taken = 0;
    }
    this.#give(thread, next);
  }
}

/** bcrypt reads 72 bytes, and repeats a key after a NUL: `a` and `a\0a` would be the same password. */
function isHashable(password: string): boolean {
  return !truncates(password) && !password.includes("\0");
}

function startWorker(): Worker {
  return new Worker(new URL("./password_worker.ts", import.meta.url), { type: "module" });
}

function closing(): ChungError {
  return new ChungError("unavailable", "the server is shutting down: try again in a minute");
}
