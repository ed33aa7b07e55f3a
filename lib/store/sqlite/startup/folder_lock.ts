import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { assertWritable } from "../../../files/assert_writable.ts";
import { fileExists } from "../../../files/file_exists.ts";

const lockPath = (folder: string) => join(folder, "chung.lock");

/**
 * Reserves a data folder for one server at a time. It is SQLite's own lock on an empty file: it works wherever the
 * database does, and the operating system releases it however the process ends.
 */
export class FolderLock {
  readonly #database: DatabaseSync;

  /** @throws {Error} if another server, in this process or another, holds the folder, or it can't be written */
  constructor(folder: string) {
    assertFolderWritable(folder);
    this.#database = new DatabaseSync(lockPath(folder));
    try {
      // IMMEDIATE takes one lock in one step: of two servers starting at once, exactly one gets it. EXCLUSIVE takes
      // several locks, and both servers might fail. The journal is in memory, because a file would need disk space.
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

/**
 * Tells whether a server holds a data folder. It tries the lock for an instant, and writes nothing. "unknown" where this
 * account may not.
 */
export function folderHolder(folder: string): "server" | "nobody" | "unknown" {
  if (!fileExists(lockPath(folder))) return "nobody";
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(lockPath(folder));
    database.exec(
      "PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE; ROLLBACK",
    );
    return "nobody";
  } catch (error) {
    return /is locked/.test((error as Error).message) ? "server" : "unknown";
  } finally {
    database?.close();
  }
}

/** Checks the folder explicitly: SQLite opens and locks read-only files, and would fail only at the first write. */
function assertFolderWritable(folder: string): void {
  try {
    assertWritable(folder);
  } catch (error) {
    const reason = error instanceof Deno.errors.NotCapable
      ? "this program has no permission for that folder; choose another with --data"
      : (error as Error).message;
    throw new Error(`the data folder ${folder} can't be written: ${reason}`, { cause: error });
  }
}
