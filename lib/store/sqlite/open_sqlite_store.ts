import { DatabaseSync } from "node:sqlite";
import { type Clock, systemClock } from "../../clock.ts";
import type { Report } from "../../report.ts";
import type { Store } from "../store.ts";
import { DatabaseFaults } from "./database_faults.ts";
import { DatabasePlace, identifyFiles } from "./database_place.ts";
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
  /** The data folder, which holds the database `chung.db` and is created if missing; or `:memory:`. */
  path: string;
  /** Whether to commit and search on the calling thread; always true in memory. */
  inline?: boolean;
  /** Tells an inline writer when to look after its files. */
  clock?: Pick<Clock, "monotonic">;
  /** Called with messages for the operator. */
  report?: (line: string) => void;
}

/**
 * Opens the store, creating or migrating the database as needed.
 * @throws {Error} with a one-line message naming the path: if the folder can't be written or is in use by another
 * server, or the database is damaged, belongs to another program or has a newer version
 */
// deno-lint-ignore require-await -- errors must reject the promise
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { path, inline = false, clock = systemClock, report = () => {} } = options;
  if (path === ":memory:") return openMemory(report);
  const folder = openDataFolder(path);
  try {
    return openFile(folder, inline, clock, report);
  } catch (error) {
    folder.lock.release();
    throw new Error(`the database ${folder.path} can't be opened: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function openMemory(report: Report): Store {
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
  clock: Pick<Clock, "monotonic">,
  report: Report,
): Store {
  const database = openReaderConnection(path);
  try {
    // A first read, which makes the WAL.
    database.exec("PRAGMA schema_version");
    const files = identifyFiles(path);
    const place = new DatabasePlace(path, files, clock);
    const runner: BatchRunner<SqliteWrites> = inline
      ? new InlineRunner(new Writer(openWriterConnection(path), place), () => mark.remove())
      : new WorkerRunner(path, files, report);
    const store = new SqliteStore({
      queue: new WriteQueue(runner, report),
      database,
      searcher: inline ? new InlineSearcher(new Search(database)) : new SearchThread(path, report),
      health: new DatabaseFaults(path, report),
      closeReader: () => database.close(),
      release: () => {
        try {
          // In another database's folder it would be that one's.
          if (place.isKept()) mark.removeIfEmpty();
        } finally {
          lock.release();
        }
      },
    });
    mark.make();
    // From now on this thread serves requests, so it must not block on a lock.
    database.exec("PRAGMA busy_timeout = 0");
    return store;
  } catch (error) {
    database.close();
    throw error;
  }
}
