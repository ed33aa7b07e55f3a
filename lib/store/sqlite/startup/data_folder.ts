import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openReaderConnection, openWriterConnection } from "../connections.ts";
import { FolderLock } from "./folder_lock.ts";
import { assertKnown, migrate } from "./migrations.ts";
import { fileExists } from "../../../files/file_exists.ts";
import { OpenMarker } from "./open_marker.ts";
import { syncFolder } from "../../../files/sync_folder.ts";
import { assertWalWhole } from "./wal_check.ts";

/** A data folder that this process holds, with its database at the newest schema. */
export interface DataFolder {
  /** The database file. */
  path: string;
  lock: FolderLock;
  /** To be made when the database is open. */
  mark: OpenMarker;
}

/**
 * Takes the folder, making it when it isn't there, and makes or migrates its database.
 * An existing database is never replaced by an empty one, however damaged it is, nor one that was there before.
 * @throws Error that names the path: can't be written, held by another server, damaged, of a newer version
 */
export function openDataFolder(folder: string): DataFolder {
  try {
    Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Error(`the data folder ${folder} can't be made: ${reason(error)}`, { cause: error });
  }
  const lock = new FolderLock(folder);
  // Nothing here may open the database file but SQLite: closing another handle would drop SQLite's locks on it.
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
  // SQLite would take an empty file for a new database.
  if (Deno.statSync(path).size === 0) {
    throw new Error(`the database ${path} is empty, so it is damaged: put a backup in its place`);
  }
  mark.assertWal();
  try {
    if (fileExists(`${path}-wal`)) assertWalWhole(path);
    // By a connection that changes nothing: what is refused here keeps its WAL. It could not undo what a kill cut short
    // while a backup that needs no WAL was given one.
    const open = fileExists(`${path}-journal`) ? openWriterConnection : openReaderConnection;
    use(open(path), (database) => {
      assertKnown(database, path);
      assertReadable(database);
    });
    use(openWriterConnection(path), (database) => {
      // What an earlier server left in the WAL, which goes when the database is closed: a full disk shows here, and a
      // file that can only be read.
      database.exec("BEGIN IMMEDIATE; ROLLBACK; PRAGMA wal_checkpoint(TRUNCATE)");
      mark.remove();
      // Migrations may sort more than fits into memory.
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

/** Reads the way to a row of every table: what takes no longer with ten million of them. */
function assertReadable(database: DatabaseSync): void {
  const tables = database.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %'",
  ).all();
  for (const { name } of tables) database.prepare(`SELECT * FROM "${name}" LIMIT 1`).all();
}

/** A new database gets its name when it is complete, so that a crash meanwhile leaves no half of one. */
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
      // Reader and writer open it at the same time, and find its mode settled.
      database.exec("PRAGMA journal_mode = WAL");
    } finally {
      database.close();
    }
    // Password hashes are in it; SQLite gives its companion files the same mode.
    if (Deno.build.os !== "windows") Deno.chmodSync(draft, 0o600);
    Deno.renameSync(draft, path);
    syncFolder(dirname(path));
  } catch (error) {
    throw new Error(`the database ${path} can't be made: ${reason(error)}`, { cause: error });
  }
}

/** What only a server that had a database leaves says that there was one. */
function assertUnused(path: string, mark: OpenMarker): void {
  const secret = join(dirname(path), "token_secret");
  const left = [`${path}-wal`, mark.path, secret].filter(fileExists);
  if (left.length === 0) return;
  throw new Error(
    `the database ${path} is missing, and ${
      left.join(", ")
    } of it left: put it back, from a backup if need be; ` +
      "or, to begin anew without anything that was stored, remove what is left",
  );
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
