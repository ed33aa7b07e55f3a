import type { AuditLog } from "../../audit/audit_log.ts";
import { dayKey } from "../../audit/reading/log_files.ts";
import type { Clock } from "../../clock.ts";
import type { Store } from "../../store/store.ts";
import { repeat, type Timers } from "../../timers.ts";

/** Milliseconds between two writes of the heads. */
const INTERVAL = 60_000;

/** Keeps the ends of the log's chains in the database, in the background. */
export class LogHeads {
  readonly #audit: AuditLog;
  readonly #store: Store;
  readonly #clock: Pick<Clock, "wall">;
  readonly #stop: () => void;
  #keeping: Promise<void> | null = null;

  constructor(
    { audit, store, clock, timers }: {
      audit: AuditLog;
      store: Store;
      clock: Pick<Clock, "wall">;
      timers: Timers;
    },
  ) {
    this.#audit = audit;
    this.#store = store;
    this.#clock = clock;
    this.#stop = repeat(timers, () => this.keep(), INTERVAL);
  }

  /** Keeps the heads that have changed. Those that can't be kept are kept the next time. Never rejects. */
  keep(): Promise<void> {
    this.#keeping ??= this.#keep().finally(() => this.#keeping = null);
    return this.#keeping;
  }

  /** Closes the log, and keeps the last heads. */
  async close(): Promise<void> {
    this.#stop();
    await this.#audit.close();
    await this.#keeping;
    await this.keep();
  }

  async #keep(): Promise<void> {
    const taken = await this.#audit.takeHeads(this.#clock.wall());
    if (taken.length === 0) return;
    const heads = taken.map(({ day, file, entries, head }) => ({
      ...{ day: dayKey(day)!, file, entries, head },
    }));
    try {
      await this.#store.write("keepLogHeads", { heads }, { background: true }).promise();
    } catch {
      // The store says by itself what is wrong with it.
      this.#audit.returnHeads(taken);
    }
  }
}
