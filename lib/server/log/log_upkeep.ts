import type { AuditLog } from "../../audit/audit_log.ts";
import { keepLog } from "../../audit/keeping/keep_log.ts";
import type { Clock } from "../../clock.ts";
import type { Store } from "../../store/store.ts";
import { repeat, type Timers } from "../../timers.ts";

/** Milliseconds between two looks at whether a new day has begun. */
const INTERVAL = 60_000;

export interface LogUpkeepOptions {
  directory: string;
  keepDays: number;
  compressAfter: number;
  audit: AuditLog;
  store: Store;
  clock: Pick<Clock, "wall">;
  timers: Timers;
  report: (line: string) => void;
}

/** Removes and compresses old days of the log, at the start and once a day, in the background. */
export class LogUpkeep {
  readonly #options: LogUpkeepOptions;
  readonly #stop: () => void;
  #day = "";
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(options: LogUpkeepOptions) {
    this.#options = options;
    this.#stop = repeat(options.timers, () => this.#look(), INTERVAL);
    this.#look();
  }

  /** Ends after the file that is being worked on. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stop();
    await this.#running;
  }

  #look(): void {
    const { audit, clock, store, directory, keepDays, compressAfter, report } = this.#options;
    const today = audit.day(clock.wall());
    if (today === this.#day) return;
    this.#day = today;
    this.#running = this.#running.then(() =>
      keepLog({
        ...{ directory, keepDays, compressAfter, today, report },
        goesOn: () => !this.#stopped,
        alone: (step) => audit.alone(step),
        noteRemoval: (day) => store.write("removeLogDay", { day, at: clock.wall() }).promise(),
      })
    ).catch((error) => report(`audit log: old days can't be listed: ${error.message}`));
  }
}
