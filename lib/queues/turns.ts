import { setImmediate } from "node:timers";
import { type Clock, systemClock } from "../clock.ts";
import { FairQueue } from "./fair_queue.ts";

/** Milliseconds of each turn of the event loop that work in turns may take before everything else has its own. */
const TURN_TIME = 1;

/**
 * Lets work that takes long begin one piece at a time: the lanes take turns, and between two pieces the event loop goes
 * on with everything else. Work that finds nothing before it begins at once.
 */
export class Turns {
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #afterTurn: (callback: () => void) => void;
  readonly #waiting = new FairQueue<() => void>();
  #taken = false;
  #scheduled = false;
  #began = 0;

  /** @param afterTurn calls back in the next turn of the event loop */
  constructor(
    clock: Pick<Clock, "monotonic"> = systemClock,
    afterTurn: (callback: () => void) => void = (callback) => void setImmediate(callback),
  ) {
    this.#clock = clock;
    this.#afterTurn = afterTurn;
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

  #take(): void {
    this.#taken = true;
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#began = this.#clock.monotonic();
    // Not only when it is done: it may be waiting for something else.
    this.#afterTurn(() => {
      this.#scheduled = false;
      this.#next();
    });
  }

  #next(): void {
    this.#taken = false;
    const begin = this.#waiting.shift();
    if (begin === undefined) return;
    this.#take();
    begin();
  }
}
