import { DatabaseSync } from "node:sqlite";

/** Milliseconds for which a thread that may wait does so for a lock that another program has. */
export const BUSY_TIMEOUT = 5_000;

/**
 * The one connection that writes and checkpoints. There is never a second: SQLite before 3.51.3 can
 * damage a WAL database when two connections write or checkpoint at once.
 */
export function openWriterConnection(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true });
  // fullfsync: on macOS an ordinary fsync doesn't outlive a power cut.
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
 * A connection that can't write, so that it never checkpoints either. Sorts stay in memory, as their results do:
 * else a full disk would make reads fail.
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
