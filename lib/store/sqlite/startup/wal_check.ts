import { OpenMarker } from "./open_marker.ts";
import { readWal } from "./wal_reader.ts";
import { readWalIndex } from "./wal_index.ts";

/**
 * Refuses a database whose WAL has lost commits that were acknowledged. SQLite takes a WAL up to the first frame
 * that it can't read, without a word, and what is behind it is gone.
 *
 * An ordinary crash may leave one transaction torn, the last one, since each is synced before the next begins. Any of
 * its frames may be missing, and its commit frame, which is its last, be there: so one commit frame behind the first
 * frame that can't be read may be that one's. Two are not: of the first the sync had returned.
 *
 * After a kill, as against a power cut, the `-shm` file says how many frames were committed, after they were synced:
 * fewer are damage, wherever it is. Salts tell whether it is of this WAL.
 *
 * What can't be told from a crash: after a power cut, damage to the last transaction alone, and a log that was cut off.
 *
 * Only to be called while no connection of this process is open: closing the files would drop SQLite's locks.
 * @throws Error that begins with the path of the file that is damaged
 */
export function assertWalWhole(path: string): void {
  const walPath = `${path}-wal`;
  const wal = readWal(walPath);
  const damage = (what: string) =>
    new Error(
      `${walPath} is damaged, ${what}: put a backup of ${path} in its place, and remove ${walPath} and ${
        new OpenMarker(path).path
      }; a copy that was made while its server ran looks so too`,
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
