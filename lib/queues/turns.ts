import { systemTimers, type Timer, type Timers } from "../timers.ts";
import { FairQueue } from "./fair_queue.ts";

/** Milliseconds of each turn of the event loop that work in turns may take before everything else has its own. */
const TURN_TIME = 1;
/** While there is other work, work in turns pauses for this many times as long as it took. */
const PAUSE = 6;
/** Milliseconds for which other work is expected to go on. */
const OTHER_WORK_TIME = 1_500;

/**
 * Lets work that takes long begin one piece at a time: the lanes take turns, and between two pieces the event loop goes
 * on with everything else. Work that finds nothing before it begins at once.
 */
export class Turns {
  readonly #timers: Timers;
  readonly #waiting = new FairQueue<() => void>();
  #taken = false;
  #scheduled: Timer | undefined;
  #began = 0;
  /** Milliseconds that the pieces of this turn have taken. */
  #worked = 0;
  #otherWork = false;
  #otherWorkUntil = -Infinity;

  constructor(timers: Timers = systemTimers) {
    this.#timers = timers;
  }

  /** Returns undefined when a piece of work may begin now; otherwise a promise that resolves at its lane's turn. */
  wait(lane: string): Promise<void> | undefined {
    if (!this.#taken) {
      this.#take();
      return undefined;
    }
    return new Promise((resolve) => this.#waiting.push(lane, resolve));
  }

  /** Tells that the piece begun last is done: another one may follow while there is time in this turn. */
  done(): void {
    if (!this.#taken) return;
    const now = this.#timers.monotonic();
    this.#worked += now - this.#began;
    this.#began = now;
    if (this.#worked < TURN_TIME) this.#next();
  }

  /** Ends a piece of longer work: the same lane goes on at its next turn, as with `wait`. */
  pause(lane: string): Promise<void> | undefined {
    this.done();
    return this.wait(lane);
  }

  /** Tells that there is other work, which work in turns leaves room for. */
  otherWork(): void {
    this.#otherWork = true;
  }

  /** Lets nothing more begin. */
  close(): void {
    this.#timers.clear(this.#scheduled);
    this.#taken = true;
  }

  #take(): void {
    this.#taken = true;
    this.#began = this.#timers.monotonic();
    if (this.#scheduled !== undefined) return;
    // Not only when it is done: it may be waiting for something else. Node's `setImmediate` would not do: while something
    // is immediate, Deno's event loop looks at the sockets only every 61st time.
    this.#scheduled = this.#timers.set(() => this.#turnEnded(), 0);
  }

  #turnEnded(): void {
    const now = this.#timers.monotonic();
    if (this.#otherWork) this.#otherWorkUntil = now + OTHER_WORK_TIME;
    this.#otherWork = false;
    const pause = now < this.#otherWorkUntil ? PAUSE * this.#worked : 0;
    this.#worked = 0;
    if (pause < TURN_TIME) return this.#goOn();
    this.#taken = true;
    this.#scheduled = this.#timers.set(() => this.#goOn(), pause);
  }

  #goOn(): void {
    this.#scheduled = undefined;
    this.#next();
  }

  #next(): void {
    this.#taken = false;
    const begin = this.#waiting.shift();
    if (begin === undefined) return;
    this.#take();
    begin();
  }
}
