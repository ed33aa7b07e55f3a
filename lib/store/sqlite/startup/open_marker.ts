import { dirname, join } from "node:path";
import { fileExists } from "../../../files/file_exists.ts";
import { syncFolder } from "../../../files/sync_folder.ts";

/**
 * An empty file that says: a server has this database open, or ended without closing it, and a WAL belongs to it.
 *
 * It is made after the WAL is there, and removed before that goes, but after all of it was moved into the database
 * file: whenever the server is killed, where the mark is the WAL is too, unless somebody took it away.
 */
export class OpenMarker {
  /** For messages. */
  readonly path: string;
  readonly #database: string;

  /** @param database its path */
  constructor(database: string) {
    this.#database = database;
    this.path = join(dirname(database), "chung.running");
  }

  get isThere(): boolean {
    return fileExists(this.path);
  }

  /** Durable, and with it that the WAL is there. */
  make(): void {
    Deno.writeFileSync(this.path, new Uint8Array(), { mode: 0o600 });
    syncFolder(dirname(this.path));
  }

  /** Durable, so that no power cut brings it back without the WAL. */
  remove(): void {
    if (!this.isThere) return;
    Deno.removeSync(this.path);
    syncFolder(dirname(this.path));
  }

  /** When the database is closed: removes it where the WAL has nothing. */
  removeIfEmpty(): void {
    const wal = `${this.#database}-wal`;
    if (!fileExists(wal) || Deno.statSync(wal).size === 0) this.remove();
  }

  /** @throws Error when the WAL is missing that should be there */
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
