import { OpenMarker } from "./open_marker.ts";
import { readWal } from "./wal_reader.ts";
import { readWalIndex } from "./wal_index.ts";

/**
 * Asserts that the WAL of a database has not lost acknowledged commits. SQLite reads a WAL up to the first unreadable
 * frame and silently discards the rest.
 *
 * A crash can tear only the last transaction, since each is synced before the next begins. Any of its frames may be
 * missing while its last one, the commit frame, is present: so one commit frame behind the first unreadable frame may
 * belong to the torn transaction. Two are damage: the first of them had been synced.
 *
 * After a kill, unlike after a power cut, the `-shm` file states how many frames were committed, all of them synced:
 * fewer readable frames are damage, wherever it is. The salts show whether the file belongs to this WAL.
 *
 * After a power cut, damage to the last transaction alone and a truncated WAL can't be distinguished from a crash.
 *
 * Must be called while this process has no connection open: closing the files would drop SQLite's locks.
 * @throws {Error} beginning with the path of the damaged file
 */
export function assertWalWhole(path: string): void {
  const walPath = `${path}-wal`;
  const wal = readWal(walPath);
  const damage = (what: string) =>
    new Error(
      `${walPath} is damaged, ${what}: put a backup of ${path} in its place, and remove ${walPath} and ${
        new OpenMarker(path).path
      }; a copy made while the server was running looks the same`,
    );
  if (wal.headless) throw damage("it has no header");
  if (wal.commitsBehind >= 2) {
    throw damage(
      `and at least ${wal.commitsBehind - 1} commits behind frame ${wal.frames} are lost`,
    );
  }
  if (wal.salts === null) return;
  const index = readWalIndex(`${path}-shm`);
  if (index?.salts.every((byte, i) => byte === wal.salts![i]) && index.frames > wal.frames) {
    throw damage(`${wal.frames} of ${index.frames} frames can be read`);
  }
}
