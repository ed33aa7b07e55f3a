import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { assertWritable } from "../../../files/assert_writable.ts";

/**
 * Keeps a data folder for one server at a time. The lock is SQLite's own on an empty file: it works wherever
 * the database does, and the system drops it when the process ends in whatever way.
 */
export class FolderLock {
  readonly #database: DatabaseSync;

  /** @throws Error when another server, in this process or another, holds the folder, or it can't be written */
  constructor(folder: string) {
    assertFolderWritable(folder);
    this.#database = new DatabaseSync(join(folder, "chung.lock"));
    try {
      // IMMEDIATE takes one lock in one step: of two servers that start at once exactly one has it. EXCLUSIVE takes
      // several, and both might fail. No journal, which would need room on the disk.
      this.#database.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE");
    } catch (error) {
      this.#database.close();
      const { message } = error as Error;
      throw new Error(
        /is locked/.test(message)
          ? `another server is using the data folder ${folder}`
          : `the data folder ${folder} can't be locked: ${message}`,
        { cause: error },
      );
    }
  }

  release(): void {
    this.#database.close();
  }
}

/** SQLite opens and locks what it can only read, and would fail no sooner than at the first write. */
function assertFolderWritable(folder: string): void {
  try {
    assertWritable(folder);
  } catch (error) {
    const reason = error instanceof Deno.errors.NotCapable
      ? "programs like this may not use that place; choose another with --data"
      : (error as Error).message;
    throw new Error(`the data folder ${folder} can't be written: ${reason}`, { cause: error });
  }
}
