import process from "node:process";

/** What is looked back on, in milliseconds. */
const WINDOW = 1_000;
/** What a login costs the server's own thread beside bcrypt, in milliseconds; rather too much than too little. */
const LOGIN = 1.5;
/** Less of the thread's time than this isn't counted: the system measures it in steps of 10 ms. */
const SHARE = 0.04;

/** Whether the calling thread has had other work of late than logins: chat, to which many logins shall leave a core. */
export class OtherWork {
  readonly #now: () => number;
  readonly #used: () => number;
  #start: number;
  #usedAtStart: number;
  #logins = 0;
  #found = true;

  /** @param used processor time of the thread so far; both in milliseconds */
  constructor(now: () => number, used: () => number = threadTime) {
    this.#now = now;
    this.#used = used;
    this.#start = now();
    this.#usedAtStart = used();
  }

  /** To be called for each password that was checked. */
  loginDone(): void {
    this.#logins++;
  }

  /** True until it has been looked at for a second, and where the system doesn't tell. */
  found(): boolean {
    const now = this.#now();
    if (now - this.#start < WINDOW) return this.#found;
    const used = this.#used();
    const other = used - this.#usedAtStart - this.#logins * LOGIN;
    this.#found = !(other <= (now - this.#start) * SHARE);
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
