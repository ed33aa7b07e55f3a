import process from "node:process";
import type { Clock } from "../clock.ts";

/** Milliseconds that are measured at a time. */
const WINDOW = 1_000;
/** Milliseconds that a login takes of the server's own thread beside bcrypt; rather too many than too few. */
const LOGIN_TIME = 1.5;
/** A smaller share of the thread's time isn't counted: the system measures it in steps of 10 ms. */
const MIN_SHARE = 0.04;

/** Whether the calling thread has had other work of late than logins: chat, to which many logins shall leave a core. */
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
