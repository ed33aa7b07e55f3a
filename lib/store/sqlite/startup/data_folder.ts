import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openReaderConnection, openWriterConnection } from "../connections.ts";
import { FolderLock } from "./folder_lock.ts";
import { assertKnown, migrate } from "./migrations.ts";
import { fileExists } from "../../../files/file_exists.ts";
import { OpenMarker } from "./open_marker.ts";
import { syncFolder } from "../../../files/sync_folder.ts";
import { assertFinished } from "./unfinished_folder.ts";
import { assertWalWhole } from "./wal_check.ts";

/** A data folder locked by this process, with its database at the newest schema version. */
export interface DataFolder {
  /** The database file. */
  path: string;
  lock: FolderLock;
  /** Must be made once the database is open. */
  mark: OpenMarker;
}

/**
 * Locks the data folder, creating it if needed, and creates or migrates its database. Never replaces an existing
 * database, however damaged, nor one that is missing, with an empty one.
 * @throws {Error} naming the path: if the folder can't be written or is in use by another server, or the database is
 * damaged, missing, of a newer version or another program's
 */
export function openDataFolder(folder: string): DataFolder {
  try {
    Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Error(`the data folder ${folder} can't be made: ${reason(error)}`, { cause: error });
  }
  const lock = new FolderLock(folder);
  // Only SQLite may open the database file: closing any other handle of it would drop SQLite's locks.
  const path = join(folder, "chung.db");
  const mark = new OpenMarker(path);
  try {
    if (fileExists(path)) openExisting(path, mark);
    else create(path, mark);
  } catch (error) {
    lock.release();
    throw error;
  }
  return { path, lock, mark };
}

function openExisting(path: string, mark: OpenMarker): void {
  // SQLite would treat an empty file as a new database.
  if (Deno.statSync(path).size === 0) {
    throw new Error(`the database ${path} is empty, so it is damaged: put a backup in its place`);
  }
  mark.assertWal();
  try {
    if (fileExists(`${path}-wal`)) assertWalWhole(path);
    // A read-only connection, so that a refused database keeps its WAL. It can't roll back a journal, though, which a
    // kill leaves behind while a backup without a WAL is switched to WAL mode.
    const open = fileExists(`${path}-journal`) ? openWriterConnection : openReaderConnection;
    use(open(path), (database) => {
      assertKnown(database, path);
      assertReadable(database);
    });
    use(openWriterConnection(path), (database) => {
      // Empties the WAL that an earlier server left, before closing the database would delete it: a full disk or a
      // read-only file fails here.
      database.exec("BEGIN IMMEDIATE; ROLLBACK; PRAGMA wal_checkpoint(TRUNCATE)");
      mark.remove();
      // Migrations may sort more than fits in memory.
      database.exec("PRAGMA temp_store = DEFAULT");
      migrate(database, path);
    });
  } catch (error) {
    if (reason(error).startsWith(path)) throw error;
    throw new Error(`the database ${path} can't be used: ${reason(error)}`, { cause: error });
  }
}

function use(database: DatabaseSync, work: (database: DatabaseSync) => void): void {
  try {
    work(database);
  } finally {
    database.close();
  }
}

/** Asserts that a row of every table can be read: a check whose time doesn't grow with the number of rows. */
function assertReadable(database: DatabaseSync): void {
  const tables = database.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %'",
  ).all();
  for (const { name } of tables) database.prepare(`SELECT * FROM "${name}" LIMIT 1`).all();
}

/** Creates a database under a temporary name and renames it when complete, so that a crash leaves no partial one. */
function create(path: string, mark: OpenMarker): void {
  assertUnused(path, mark);
  const draft = `${path}.new`;
  for (const name of [draft, `${draft}-journal`, `${draft}-wal`, `${draft}-shm`]) {
    if (fileExists(name)) Deno.removeSync(name);
  }
  try {
    const database = new DatabaseSync(draft);
    try {
      migrate(database, draft);
      // Set here, because the reader and the writer open the database at the same time.
      database.exec("PRAGMA journal_mode = WAL");
    } finally {
      database.close();
    }
    // The database holds password hashes; SQLite gives its companion files the same mode.
    if (Deno.build.os !== "windows") Deno.chmodSync(draft, 0o600);
    Deno.renameSync(draft, path);
    syncFolder(dirname(path));
  } catch (error) {
    throw new Error(`the database ${path} can't be made: ${reason(error)}`, { cause: error });
  }
}

/** Asserts that the folder has no files that only a server with a database leaves behind. */
function assertUnused(path: string, mark: OpenMarker): void {
  assertFinished(dirname(path));
  const secret = join(dirname(path), "token_secret");
  const left = [`${path}-wal`, mark.path, secret].filter(fileExists);
  if (left.length === 0) return;
  throw new Error(
    `the database ${path} is missing, and ${
      left.join(", ")
    } must belong to it: put it back, from a backup if necessary; ` +
      "or, to begin anew without the stored data, remove what is left",
  );
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
