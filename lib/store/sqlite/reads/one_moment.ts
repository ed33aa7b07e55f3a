import type { DatabaseSync } from "node:sqlite";

/** Reads in one transaction: all statements see the database as it was at the first one. */
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
    // Some failures, such as disk errors, have already ended the transaction.
  }
}
