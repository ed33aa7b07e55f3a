import { dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { fileExists } from "../../../files/file_exists.ts";
import { openReaderConnection, openUnchangingConnection } from "../connections.ts";
import { folderHolder } from "../startup/folder_lock.ts";
import { assertKnown, MIGRATIONS } from "../startup/migrations.ts";
import { OpenMarker } from "../startup/open_marker.ts";
import { assertWalWhole } from "../startup/wal_check.ts";

/** How it stands with a database, found out without changing anything. */
export interface DatabaseState {
  /** Whether a server has it open; null where this account may not find out, and nothing else is known then. */
  inUse: boolean | null;
  /** Bytes of the WAL. */
  walBytes: number;
  /** Whether a server ended without closing it: then its contents stay unread, which would change files. */
  unclosed: boolean;
  /** The damage found, one line; null if nothing. */
  damage: string | null;
  /** The version of its schema, and the newest that this program knows; null if it wasn't read. */
  schema: { version: number; newest: number } | null;
  /** When the newest message or session was stored, in Unix milliseconds; null if there is none. */
  newestTime: number | null;
}

/** Inspects the database file at a path. Creates, changes and recovers nothing. */
export function inspectDatabase(path: string): DatabaseState {
  const wal = `${path}-wal`;
  const holder = folderHolder(dirname(path));
  const state: DatabaseState = {
    inUse: holder === "unknown" ? null : holder === "server",
    walBytes: fileExists(wal) ? Deno.statSync(wal).size : 0,
    unclosed: false,
    damage: null,
    schema: null,
    newestTime: null,
  };
  try {
    if (state.inUse === true) readContents(state, openReaderConnection(path), path);
    else if (state.inUse === false) inspectAtRest(state, path);
  } catch (error) {
    state.damage = (error as Error).message.replace(/\s+/g, " ");
  }
  return state;
}

function inspectAtRest(state: DatabaseState, path: string): void {
  if (Deno.statSync(path).size === 0) throw new Error(`${path} is empty`);
  new OpenMarker(path).assertWal();
  if (fileExists(`${path}-wal`)) assertWalWhole(path);
  state.unclosed = state.walBytes > 0 || fileExists(`${path}-journal`);
  if (!state.unclosed) readContents(state, openUnchangingConnection(path), path);
}

function readContents(state: DatabaseState, database: DatabaseSync, path: string): void {
  try {
    state.schema = { version: assertKnown(database, path, Infinity), newest: MIGRATIONS.length };
    const { quick_check: found } = database.prepare("PRAGMA quick_check(1)").get() as {
      quick_check: string;
    };
    if (found !== "ok") throw new Error(found);
    const { newest } = database.prepare(
      `SELECT max(
         coalesce((SELECT timestamp FROM chats ORDER BY id DESC LIMIT 1), 0),
         coalesce((SELECT max(created_at) FROM sessions), 0)) AS newest`,
    ).get() as { newest: number };
    state.newestTime = newest || null;
  } finally {
    database.close();
  }
}
