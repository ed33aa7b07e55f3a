import { type Clock, systemClock } from "../clock.ts";
import { FairQueue } from "./fair_queue.ts";

/** Milliseconds of each turn of the event loop that work in turns may take before everything else has its own. */
const TURN_TIME = 1;
/** While there is other work, work in turns pauses for this many times as long as it took. */
const PAUSE = 3;
/** Milliseconds for which other work is expected to go on. */
const OTHER_WORK_TIME = 1_500;

/**
 * Lets work that takes long begin one piece at a time: the lanes take turns, and between two pieces the event loop goes
 * on with everything else. Work that finds nothing before it begins at once.
 */
export class Turns {
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #later: (callback: () => void, milliseconds: number) => void;
  readonly #waiting = new FairQueue<() => void>();
  #taken = false;
  #scheduled = false;
  #began = 0;
  #otherWork = false;
  #otherWorkUntil = -Infinity;

  /**
   * @param later calls back after a time, and after the sockets have been looked at. Node's `setImmediate` would not do:
   * while something is immediate, Deno's event loop looks at them only every 61st time
   */
  constructor(
    clock: Pick<Clock, "monotonic"> = systemClock,
    later: (callback: () => void, milliseconds: number) => void = setTimeout,
  ) {
    this.#clock = clock;
    this.#later = later;
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
    if (this.#taken && this.#clock.monotonic() - this.#began < TURN_TIME) this.#next();
  }

  /** Tells that there is other work, which work in turns leaves room for. */
  otherWork(): void {
    this.#otherWork = true;
  }

  #take(): void {
    this.#taken = true;
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#began = this.#clock.monotonic();
    // Not only when it is done: it may be waiting for something else.
    this.#later(() => this.#turnEnded(), 0);
  }

  #turnEnded(): void {
    const now = this.#clock.monotonic();
    if (this.#otherWork) this.#otherWorkUntil = now + OTHER_WORK_TIME;
    this.#otherWork = false;
    const pause = now < this.#otherWorkUntil ? PAUSE * (now - this.#began) : 0;
    if (pause < TURN_TIME) this.#goOn();
    else this.#later(() => this.#goOn(), pause);
  }

  #goOn(): void {
    this.#scheduled = false;
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
