import { pathToFileURL } from "node:url";
import { DatabaseSync } from "node:sqlite";

/** The time in milliseconds for which a thread that may block waits for another program's lock. */
export const BUSY_TIMEOUT = 5_000;

/**
 * Opens the only connection that writes and checkpoints. There must never be a second one: SQLite before 3.51.3 can
 * corrupt a WAL database when two connections write or checkpoint at once.
 */
export function openWriterConnection(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true });
  // fullfsync: on macOS, data written with an ordinary fsync may not survive a power cut.
  database.exec(`
    PRAGMA busy_timeout = ${BUSY_TIMEOUT};
    PRAGMA temp_store = MEMORY;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA journal_size_limit = 67108864;
  `);
  return database;
}

/**
 * Opens a read-only connection, which never checkpoints either. Sorts are kept in memory, where their results have to
 * fit anyway; on disk, they would make reads fail when it is full.
 */
export function openReaderConnection(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true });
  database.exec(`
    PRAGMA busy_timeout = ${BUSY_TIMEOUT};
    PRAGMA temp_store = MEMORY;
    PRAGMA query_only = ON;
    PRAGMA wal_autocheckpoint = 0;
  `);
  return database;
}

/**
 * Opens a connection that makes no files beside the database and locks nothing. It sees no WAL: only for a database
 * that was closed, and that nobody opens meanwhile.
 */
export function openUnchangingConnection(path: string): DatabaseSync {
  const url = pathToFileURL(path);
  url.search = "immutable=1";
  return new DatabaseSync(url, { readOnly: true });
}
