import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Keeps a data folder for one server at a time. The lock is SQLite's own on an empty file: it works wherever
 * the database does, and the system drops it when the process ends in whatever way.
 */
export class FolderLock {
  readonly #database: DatabaseSync;

  /** @throws Error when another server, in this process or another, holds the folder, or it can't be written */
  constructor(folder: string) {
    assertWritable(folder);
    this.#database = new DatabaseSync(join(folder, "chung.lock"));
    try {
      this.#database.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE");
    } catch (error) {
      this.#database.close();
      throw new Error(`another server is using the data folder ${folder}`, { cause: error });
    }
  }

  release(): void {
    this.#database.close();
  }
}

/** SQLite opens and locks what it can only read, and would fail no sooner than at the first write. */
function assertWritable(folder: string): void {
  const probe = join(folder, `chung.probe.${Deno.pid}`);
  try {
    Deno.writeTextFileSync(probe, "");
    Deno.removeSync(probe);
  } catch (error) {
    const reason = error instanceof Deno.errors.NotCapable
      ? "programs like this may not use that place; choose another with --data"
      : (error as Error).message;
    throw new Error(`the data folder ${folder} can't be written: ${reason}`, { cause: error });
  }
}
