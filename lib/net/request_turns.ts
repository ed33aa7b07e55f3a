import { FairQueue } from "../queues/fair_queue.ts";
import { systemTimers, type Timer, type Timers } from "../timers.ts";

/** Milliseconds of each turn of the event loop in which requests may begin. */
const TURN_TIME = 1;
/** Reads of each lane whose first request may begin in a turn past its time. */
const MORE_READS = 4;

/**
 * Bounds how long requests keep the event loop from the sockets: once a turn's time is over, every connection waits for
 * the next turn, and there the lanes (accounts; addresses of those without one) take turns. Without it, each busy
 * connection took its own part of every turn, and 50 of them made a turn of 200 ms.
 *
 * A turn ends by a timer: with `setImmediate` the event loop would look at the sockets only every 61st time
 * (lib/queues/turns.ts).
 */
export class RequestTurns {
  readonly #timers: Timers;
  /** Reads that have begun no request, and those that have: each kind has every other place. */
  readonly #fresh = new FairQueue<() => void>();
  readonly #left = new FairQueue<() => void>();
  /** Reads let in past the time of this turn, by lane. */
  readonly #admitted = new Map<string, number>();
  /** When the time of this turn is over; infinite while no request has begun in it. */
  #ends = Infinity;
  #timer: Timer | undefined;

  constructor(timers: Timers = systemTimers) {
    this.#timers = timers;
  }

  /**
   * Returns undefined when the first request of what was read may begin now; otherwise a promise that resolves at its
   * lane's turn. A few of each lane always may: who asks for little waits for nobody.
   */
  begin(lane: string): Promise<void> | undefined {
    if (!this.isOver() && this.#waiting === 0) return undefined;
    const admitted = this.#admitted.get(lane) ?? 0;
    if (admitted < MORE_READS) {
      this.#admitted.set(lane, admitted + 1);
      return undefined;
    }
    return new Promise((resolve) => this.#fresh.push(lane, resolve));
  }

  /** Resolves when the next request of what was read before may begin. */
  goOn(lane: string): Promise<void> {
    return new Promise((resolve) => this.#left.push(lane, resolve));
  }

  /** Whether the time of this turn is over, so that the next request of every connection has to wait. */
  isOver(): boolean {
    const now = this.#timers.monotonic();
    if (this.#ends === Infinity) this.#beginTurn(now);
    return now >= this.#ends;
  }

  /** Leaves no timer behind; to be called when there are no connections any more. */
  close(): void {
    this.#timers.clear(this.#timer);
  }

  get #waiting(): number {
    return this.#fresh.length + this.#left.length;
  }

  #beginTurn(now: number): void {
    this.#ends = now + TURN_TIME;
    this.#admitted.clear();
    this.#timer = this.#timers.set(() => this.#next(), 0);
  }

  async #next(): Promise<void> {
    this.#ends = Infinity;
    if (this.#waiting === 0) return;
    this.#beginTurn(this.#timers.monotonic());
    // What goes on runs between the steps of this loop, each as far as the time allows.
    for (const queue of this.#alternating()) {
      const goOn = queue.shift();
      if (goOn === undefined) continue;
      goOn();
      await null;
      if (this.isOver()) return;
    }
  }

  *#alternating() {
    while (this.#waiting > 0) {
      yield this.#fresh;
      yield this.#left;
    }
  }
}
