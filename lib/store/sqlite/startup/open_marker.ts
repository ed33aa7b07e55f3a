import { dirname, join } from "node:path";
import { fileExists } from "../../../files/file_exists.ts";
import { syncFolder } from "../../../files/sync_folder.ts";

/**
 * An empty file that marks a database as open, or as left open by a server that ended without closing it: a WAL belongs
 * to such a database.
 *
 * The file is created after the WAL, and removed after all of the WAL was moved into the database file but before the
 * WAL is deleted. So whenever the server is killed, a WAL exists if the file does, unless somebody removed it.
 */
export class OpenMarker {
  /** The path of the marker, for messages. */
  readonly path: string;
  readonly #database: string;

  /** @param database the path of the database file */
  constructor(database: string) {
    this.#database = database;
    this.path = join(dirname(database), "chung.running");
  }

  get isThere(): boolean {
    return fileExists(this.path);
  }

  /** Creates the marker durably; syncing the folder makes the existence of the WAL durable too. */
  make(): void {
    Deno.writeFileSync(this.path, new Uint8Array(), { mode: 0o600 });
    syncFolder(dirname(this.path));
  }

  /** Removes the marker durably, so that a power cut can't bring it back without the WAL. */
  remove(): void {
    if (!this.isThere) return;
    Deno.removeSync(this.path);
    syncFolder(dirname(this.path));
  }

  /** Removes the marker if the WAL is missing or empty. Must be called after the database is closed. */
  removeIfEmpty(): void {
    const wal = `${this.#database}-wal`;
    if (!fileExists(wal) || Deno.statSync(wal).size === 0) this.remove();
  }

  /** @throws {Error} if the marker exists but the WAL is missing */
  assertWal(): void {
    const wal = `${this.#database}-wal`;
    if (!this.isThere || fileExists(wal)) return;
    throw new Error(
      `${this.#database} was not closed by its server, and ${wal}, which holds what was stored last, is missing: ` +
        `put it back. If another program, such as sqlite3, has opened and closed ${this.#database} since, or it is a ` +
        `whole backup, nothing is missing: remove ${this.path}`,
    );
  }
}
