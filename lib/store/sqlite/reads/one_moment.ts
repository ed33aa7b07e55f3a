import type { DatabaseSync } from "node:sqlite";

/** Reads in one transaction: several statements see the database as it was at the first of them. */
export function atOneMoment<T>(database: DatabaseSync, read: () => T): T {
  database.exec("BEGIN");
  try {
    return read();
  } finally {
    end(database);
  }
}

function end(database: DatabaseSync): void {
  try {
    database.exec("COMMIT");
  } catch {
    // Some failures, as of the disk, have ended it already.
  }
}
