import { backup, DatabaseSync } from "node:sqlite";
import { fileExists } from "../../../files/file_exists.ts";
import { openReaderConnection } from "../connections.ts";
import { assertKnown } from "../startup/migrations.ts";
import { OpenMarker } from "../startup/open_marker.ts";
import { assertWalWhole } from "../startup/wal_check.ts";
import { readTableMarks, type TableMarks } from "./table_marks.ts";

/** The number of pages copied between two calls of `progress`. */
const PAGES = 1_024;
/** A WAL that a server is writing may look damaged while it is read, but hardly so often in a row. */
const LOOKS = 5;

/** The state of a database at the moment of its copy. */
export interface DatabaseCopy {
  schemaVersion: number;
  tables: TableMarks;
}

/**
 * Asserts that the database of a data folder is there and has lost nothing, whether a server uses it or not. For a
 * process that has no connection to it open, as `assertWalWhole` says.
 * @throws {Error} in one line, naming the path
 */
export function assertSource(path: string): void {
  if (!fileExists(path)) {
    throw new Error(`there is no database ${path}: choose the data folder with --data`);
  }
  new OpenMarker(path).assertWal();
  if (!fileExists(`${path}-wal`)) return;
  for (let look = 1;; look++) {
    try {
      return assertWalWhole(path);
    } catch (error) {
      if (look === LOOKS) throw error;
    }
  }
}

/**
 * Copies a database as it is at one moment into a new file, in rollback mode, so that it needs no file beside it. Reads
 * only: one transaction is held open on a reading connection, which keeps no writer waiting, and which no writer can
 * make begin again. Meanwhile the WAL can't be emptied, so it grows with what is written.
 *
 * Blocks its thread, as everything in SQLite does: a server runs it in another one.
 * @param progress called with the copied part, from 0 to 1
 * @throws {Error} in one line, naming the path
 */
export async function copyDatabase(
  path: string,
  target: string,
  progress: (part: number) => void = () => {},
): Promise<DatabaseCopy> {
  try {
    const source = openReaderConnection(path);
    try {
      source.exec("BEGIN");
      // The first read fixes the moment.
      const schemaVersion = assertKnown(source, path);
      const tables = readTableMarks(source);
      await backup(source, target, {
        rate: PAGES,
        progress: ({ totalPages, remainingPages }) => progress(1 - remainingPages / totalPages),
      });
      source.exec("COMMIT");
      endWal(target);
      return { schemaVersion, tables };
    } finally {
      source.close();
    }
  } catch (error) {
    const { message } = error as Error;
    if (message.startsWith(path)) throw error;
    const hint = /^unable to open/.test(message) ? "; run this as the account of the server" : "";
    throw new Error(`the database ${path} can't be copied: ${message}${hint}`, { cause: error });
  }
}

function endWal(path: string): void {
  const copy = new DatabaseSync(path);
  try {
    copy.exec("PRAGMA journal_mode = DELETE");
  } finally {
    copy.close();
  }
  if (Deno.build.os !== "windows") Deno.chmodSync(path, 0o600);
}
