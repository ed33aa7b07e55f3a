import process from "node:process";
import type { Clock } from "../clock.ts";

/** Milliseconds that are measured at a time. */
const WINDOW = 1_000;
/** Milliseconds that a login takes of the server's own thread beside bcrypt; rather too many than too few. */
const LOGIN_TIME = 1.5;
/** A smaller share of the thread's time isn't counted: the system measures it in steps of 10 ms. */
const MIN_SHARE = 0.04;

/**
 * Tells whether the calling thread has had work other than logins of late: chat, for which many logins leave a core.
 *
 * The priority of the password threads alone does less. On two busy cores, with 1,000 messages/s and 50 connections
 * that log in (the load of tests/bench/logins_bench.ts; medians of 14 interleaved rounds), chat's p99 is 2.2 × the one
 * without logins when a core is left, and 4.0 × when none is. It costs a third of the logins: 10.5/s instead of 16.2/s.
 */
export class OtherWork {
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #used: () => number;
  #start: number;
  #usedAtStart: number;
  #logins = 0;
  #found = true;

  /** @param used the processor time of the thread so far, in milliseconds */
  constructor(clock: Pick<Clock, "monotonic">, used: () => number = threadTime) {
    this.#clock = clock;
    this.#used = used;
    this.#start = clock.monotonic();
    this.#usedAtStart = used();
  }

  /** To be called for each password that was hashed or checked. */
  loginDone(): void {
    this.#logins++;
  }

  /** Whether there was any in the last full second; true before its end, and where the runtime doesn't tell. */
  found(): boolean {
    const now = this.#clock.monotonic();
    if (now - this.#start < WINDOW) return this.#found;
    const used = this.#used();
    const other = used - this.#usedAtStart - this.#logins * LOGIN_TIME;
    this.#found = !(other <= (now - this.#start) * MIN_SHARE);
    this.#start = now;
    this.#usedAtStart = used;
    this.#logins = 0;
    return this.#found;
  }
}

/** NaN where the runtime doesn't tell. */
function threadTime(): number {
  // Node's types have it, Deno's lack it.
  const { threadCpuUsage } = process as typeof process & {
    threadCpuUsage?: () => { user: number; system: number };
  };
  if (threadCpuUsage === undefined) return NaN;
  const { user, system } = threadCpuUsage.call(process);
  return (user + system) / 1_000;
}
