import type { Timers } from "../../lib/timers.ts";

interface Pending {
  id: number;
  run: () => void;
  ms: number;
  at: number;
}

/** A clock that moves only when told to. */
export class ManualTimers implements Timers {
  #now = Date.UTC(2026, 10, 23);
  #next = 1;
  #pending: Pending[] = [];
  #waiting: { fits: (ms: number) => boolean; resolve: (ms: number) => void }[] = [];

  monotonic(): number {
    return this.#now;
  }

  set(run: () => void, ms: number): number {
    const id = this.#next++;
    this.#pending.push({ id, run, ms, at: this.#now + ms });
    const waiting = this.#waiting.filter(({ fits }) => fits(ms));
    this.#waiting = this.#waiting.filter((one) => !waiting.includes(one));
    for (const { resolve } of waiting) resolve(ms);
    return id;
  }

  clear(timer: unknown): void {
    this.#pending = this.#pending.filter(({ id }) => id !== timer);
  }

  /** The delays in ms of pending timers, in the order in which they were set. */
  get running(): number[] {
    return this.#pending.map(({ ms }) => ms);
  }

  /** Waits until a timer with a matching delay is pending. */
  awaitTimer(fits: (ms: number) => boolean): Promise<number> {
    const running = this.#pending.find(({ ms }) => fits(ms));
    if (running !== undefined) return Promise.resolve(running.ms);
    return new Promise((resolve) => this.#waiting.push({ fits, resolve }));
  }

  /** Advances the clock and runs due timers in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#pending.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#pending = this.#pending.filter((one) => one !== due);
      this.#now = Math.max(this.#now, due.at);
      due.run();
    }
    this.#now = end;
  }
}
