import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openWriterConnection } from "./connection.ts";
import { FolderLock } from "./lock.ts";
import { migrate } from "./migrations.ts";

/** A data folder that this process holds, with its database at the newest schema. */
export interface DataFolder {
  /** The database file. */
  path: string;
  lock: FolderLock;
}

/**
 * Takes the folder, making it when it isn't there, and makes or migrates its database.
 * An existing database is never replaced by an empty one, however damaged it is.
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
  try {
    if (exists(path)) openExisting(path);
    else create(path);
  } catch (error) {
    lock.release();
    throw error;
  }
  return { path, lock };
}

function openExisting(path: string): void {
  // SQLite would take an empty file for a new database.
  if (Deno.statSync(path).size === 0) {
    throw new Error(`the database ${path} is empty, so it is damaged: put a backup in its place`);
  }
  let database: DatabaseSync | undefined;
  try {
    database = openWriterConnection(path);
    migrate(database, path);
    // Fails on a file that can only be read.
    database.exec("BEGIN IMMEDIATE; ROLLBACK");
  } catch (error) {
    if (reason(error).startsWith(path)) throw error;
    throw new Error(`the database ${path} can't be used: ${reason(error)}`, { cause: error });
  } finally {
    database?.close();
  }
}

/** A new database gets its name when it is complete, so that a crash meanwhile leaves no half of one. */
function create(path: string): void {
  if (exists(`${path}-wal`)) {
    throw new Error(`${path}-wal is there without ${path}: put the database file back beside it`);
  }
  const draft = `${path}.new`;
  for (const name of [draft, `${draft}-journal`, `${draft}-wal`, `${draft}-shm`]) {
    if (exists(name)) Deno.removeSync(name);
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
  } catch (error) {
    throw new Error(`the database ${path} can't be made: ${reason(error)}`, { cause: error });
  }
}

function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
