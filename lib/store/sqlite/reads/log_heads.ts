import type { LogHead, RemovedLogDay } from "../../../model/log/log_head.ts";
import { openReaderConnection } from "../connections.ts";

export interface StoredLogHeads {
  heads: LogHead[];
  removed: RemovedLogDay[];
}

/**
 * Reads what the database knows of the log, beside a running server or without one.
 * @param path the database's
 * @throws {Error} if there is none, or none with this table
 */
export function readLogHeads(path: string): StoredLogHeads {
  const database = openReaderConnection(path);
  try {
    const heads = database.prepare(
      "SELECT day, file, entries, head FROM log_heads ORDER BY day, file",
    ).all() as unknown as LogHead[];
    const removed = database.prepare(
      "SELECT day, entries, removed_at AS removedAt FROM removed_log_days ORDER BY day",
    ).all() as unknown as RemovedLogDay[];
    return {
      heads: heads.map((head) => ({ ...head })),
      removed: removed.map((day) => ({ ...day })),
    };
  } finally {
    database.close();
  }
}
