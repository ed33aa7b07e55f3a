import { basename } from "node:path";
import { type Clock, systemClock } from "../../clock.ts";
import { ChungError } from "../../errors.ts";

/** The files of an open database, each by its device and inode: plain data, to be posted to another thread. */
export interface DatabaseFiles {
  database: string;
  wal: string;
}

/** Milliseconds between two looks while one write follows the other. */
const LOOK_EVERY = 1_000;
/** Milliseconds without a write after which the next one looks first. */
const PAUSE = 100;

/** Identifies the files of a database that has just been opened and read: reading makes the WAL. */
export function identifyFiles(path: string): DatabaseFiles {
  return { database: identify(path), wal: identify(`${path}-wal`) };
}

/**
 * Checks that the files that SQLite has open are still those in the data folder: what is written to files that were
 * deleted or replaced is lost when the server ends, though every write succeeds.
 */
export class DatabasePlace {
  readonly #path: string;
  readonly #files: DatabaseFiles;
  readonly #clock: Pick<Clock, "monotonic">;
  #kept = true;
  #lookedAt = -Infinity;
  #wroteAt = -Infinity;

  /** @param files those of the database when it was opened */
  constructor(
    path: string,
    files: DatabaseFiles,
    clock: Pick<Clock, "monotonic"> = systemClock,
  ) {
    this.#path = path;
    this.#files = files;
    this.#clock = clock;
  }

  /** Whether the files are in their place now. */
  isKept(): boolean {
    try {
      const { database, wal } = identifyFiles(this.#path);
      return database === this.#files.database && wal === this.#files.wal;
    } catch {
      return false;
    }
  }

  /**
   * To be called before each transaction; looks only now and then.
   * @throws {ChungError} `unavailable` while the files are not in their place
   */
  assertKept(): void {
    const now = this.#clock.monotonic();
    if (!this.#kept || now - this.#lookedAt >= LOOK_EVERY || now - this.#wroteAt >= PAUSE) {
      this.#kept = this.isKept();
      this.#lookedAt = now;
    }
    this.#wroteAt = now;
    if (this.#kept) return;
    const name = basename(this.#path);
    throw new ChungError(
      "unavailable",
      `the database can't be used now: ${name} or ${name}-wal in the data folder is not the one that the server has ` +
        "open; its operator has to put it back, or to restart the server",
    );
  }
}

/** Files have no inode on some systems; there it only counts whether the file exists. */
function identify(path: string): string {
  const { dev, ino } = Deno.statSync(path);
  return `${dev} ${ino}`;
}
