import { DatabaseSync } from "node:sqlite";
import type { Store } from "../store.ts";
import { DatabaseFaults } from "./database_faults.ts";
import { openReaderConnection, openWriterConnection } from "./connections.ts";
import { type DataFolder, openDataFolder } from "./startup/data_folder.ts";
import { InlineRunner } from "./writer_thread/inline_runner.ts";
import { migrate } from "./startup/migrations.ts";
import { Search } from "./search/search.ts";
import { SearchThread } from "./search/search_thread.ts";
import { InlineSearcher } from "./search/searcher.ts";
import { SqliteStore } from "./sqlite_store.ts";
import { WorkerRunner } from "./writer_thread/worker_runner.ts";
import { type BatchRunner, WriteQueue } from "../write_queue.ts";
import type { SqliteWrites } from "./writes/sqlite_writes.ts";
import { Writer } from "./writes/writer.ts";

export interface SqliteStoreOptions {
  /** The data folder, in which the database is `chung.db`; it is made when it isn't there. Or `:memory:`. */
  path: string;
  /** Commit and search on this thread, not in others; always so in memory. */
  inline?: boolean;
  /** Takes messages to the operator. */
  report?: (line: string) => void;
}

/**
 * Opens the store, making or migrating the database as needed.
 * @throws Error, one line that names the path: the folder can't be written or another server has it, the
 * database is damaged, another program's, or of a newer version
 */
// deno-lint-ignore require-await -- whatever happens is in the promise
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { path, inline = false, report = () => {} } = options;
  if (path === ":memory:") return openMemory(report);
  const folder = openDataFolder(path);
  try {
    return openFile(folder, inline, report);
  } catch (error) {
    folder.lock.release();
    throw new Error(`the database ${folder.path} can't be opened: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function openMemory(report: (line: string) => void): Store {
  const database = new DatabaseSync(":memory:");
  migrate(database, "the database in memory");
  return new SqliteStore({
    queue: new WriteQueue(new InlineRunner(new Writer(database)), report),
    database,
    searcher: new InlineSearcher(new Search(database)),
    health: new DatabaseFaults("in memory", report),
    closeReader: () => {},
    release: () => {},
  });
}

function openFile(
  { path, lock, mark }: DataFolder,
  inline: boolean,
  report: (line: string) => void,
): Store {
  const database = openReaderConnection(path);
  try {
    const runner: BatchRunner<SqliteWrites> = inline
      ? new InlineRunner(new Writer(openWriterConnection(path)), () => mark.remove())
      : new WorkerRunner(path, report);
    const store = new SqliteStore({
      queue: new WriteQueue(runner, report),
      database,
      searcher: inline ? new InlineSearcher(new Search(database)) : new SearchThread(path, report),
      health: new DatabaseFaults(path, report),
      closeReader: () => database.close(),
      release: () => {
        try {
          mark.removeIfEmpty();
        } finally {
          lock.release();
        }
      },
    });
    // The reads of the store's making have made the WAL.
    mark.make();
    // From now on this thread has others to serve, and never waits for a lock.
    database.exec("PRAGMA busy_timeout = 0");
    return store;
  } catch (error) {
    database.close();
    throw error;
  }
}
