import type { Clock } from "../../clock.ts";
import type { BackupStatus } from "../../model/figures/stats.ts";
import type { Report } from "../../report.ts";
import { repeat, type Timers } from "../../timers.ts";
import { KeptBackups } from "./kept_backups.ts";

/** Milliseconds between two looks at the clock: one timer for days would be late after the machine has slept. */
const LOOK_EVERY = 60_000;
/** The longest wait in milliseconds before a backup that failed is tried again. */
const RETRY = 60 * 60_000;
/** Milliseconds from the start to a backup that is due: first the server's clients come back. */
const AFTER_START = 60_000;

/** Makes one backup, checked, at this path. */
export interface BackupMaker {
  make(request: { scratch: string; target: string; madeAt: number }): Promise<void>;
  /** Ends what is being made: it fails soon. */
  stop(): void;
}

export interface BackupScheduleOptions {
  /** The folder that gets the backups. */
  folder: string;
  /** Milliseconds from one backup to the next. */
  every: number;
  /** How many are kept. */
  keep: number;
  encrypted: boolean;
  maker: BackupMaker;
  clock: Pick<Clock, "wall">;
  timers: Timers;
  report: Report;
}

/**
 * Makes a backup every so often, and keeps the newest. Continues by the backups that are there, so that a restart
 * neither skips one nor makes one too many.
 */
export class BackupSchedule {
  readonly #options: BackupScheduleOptions;
  readonly #kept: KeptBackups;
  readonly #stopLooking: () => void;
  #next: number;
  #lastOk: number | null = null;
  #lastError: string | null = null;
  /** Resolves when the backup that is being made is done or has failed; null while none is made. */
  #making: Promise<void> | null = null;
  #stopped = false;

  constructor(options: BackupScheduleOptions) {
    this.#options = options;
    this.#kept = new KeptBackups(options.folder);
    const now = options.clock.wall();
    this.#next = now + AFTER_START;
    try {
      this.#lastOk = this.#kept.newest();
      if (this.#lastOk !== null) {
        // A backup of the future was made before the clock was set back.
        this.#next = Math.max(this.#next, Math.min(this.#lastOk, now) + options.every);
      }
    } catch (error) {
      this.#fail(error);
    }
    this.#stopLooking = repeat(options.timers, () => this.#look(), LOOK_EVERY);
  }

  get status(): BackupStatus {
    return {
      last_ok_at: this.#lastOk === null ? null : new Date(this.#lastOk).toISOString(),
      last_error: this.#lastError,
      next_at: new Date(this.#next).toISOString(),
    };
  }

  /** Resolves when nothing is being made any more; what was begun is given up. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopLooking();
    if (this.#making === null) return;
    this.#options.maker.stop();
    await this.#making;
  }

  /** Resolves when the backup that is being made, if there is one, is done or has failed. */
  async idle(): Promise<void> {
    await this.#making;
  }

  #look(): void {
    const { clock, every } = this.#options;
    const now = clock.wall();
    // The clock was set back.
    this.#next = Math.min(this.#next, now + every);
    if (this.#making !== null || now < this.#next) return;
    this.#next = now + every;
    this.#making = this.#make(now).finally(() => this.#making = null);
  }

  async #make(madeAt: number): Promise<void> {
    const { maker, encrypted } = this.#options;
    try {
      const target = this.#kept.pathFor(madeAt, encrypted);
      const scratch = this.#kept.makeScratch();
      try {
        await maker.make({ scratch, target, madeAt });
      } finally {
        this.#kept.removeScratch();
      }
      this.#lastOk = madeAt;
      if (this.#lastError !== null) this.#options.report("backups are made again", "info");
      this.#lastError = null;
      this.#prune(target);
    } catch (error) {
      if (!this.#stopped) this.#fail(error);
    }
  }

  #prune(made: string): void {
    try {
      this.#kept.prune(this.#options.keep, made);
    } catch (error) {
      this.#lastError = `an old backup can't be removed: ${(error as Error).message}`;
      this.#options.report(this.#lastError);
    }
  }

  #fail(error: unknown): void {
    const { clock, every, report } = this.#options;
    this.#lastError = error instanceof Error ? error.message : String(error);
    this.#next = clock.wall() + Math.min(every, RETRY);
    const next = this.status.next_at;
    report(`no backup could be made: ${this.#lastError}; next attempt at ${next}`, "error");
  }
}
