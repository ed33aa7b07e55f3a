import { join } from "node:path";
import { fileExists } from "../files/file_exists.ts";
import { syncFolder } from "../files/sync_folder.ts";
import { checkDatabase } from "../store/sqlite/backup/check_database.ts";
import { FolderLock } from "../store/sqlite/startup/folder_lock.ts";
import { UNFINISHED } from "../store/sqlite/startup/unfinished_folder.ts";
import { DATABASE, type Manifest } from "./manifest.ts";
import { readBackup } from "./read_backup.ts";
import type { Bytes } from "./streams.ts";

export interface RestoreRequest {
  /** The backup, encrypted or not. */
  written: Bytes;
  /** The text of a file with identities of age, or null. */
  identities: string | null;
  /** The data folder to be, empty or missing. */
  data: string;
}

/**
 * Restores a backup into a data folder, once everything in it is checked again. Until then it stands in a folder of its
 * own inside: when this throws, the data folder is as it was, and a server refuses one that a crash left unfinished.
 * @param unpacked called when all of the backup is read, and the database is about to be checked
 * @throws {Error} in one line, if the folder is in use or not empty, or the backup is not whole
 */
export async function restoreBackup(
  { written, identities, data }: RestoreRequest,
  unpacked: () => void = () => {},
): Promise<Manifest> {
  try {
    return await fillFolder(data, async (scratch) => {
      const manifest = await readBackup(written, identities, scratch);
      unpacked();
      checkDatabase(join(scratch, DATABASE), manifest);
      return manifest;
    });
  } catch (error) {
    // Of a folder that can't be filled, nothing was read; a stream that is being read ends by itself.
    if (!written.locked) await written.cancel();
    throw error;
  }
}

/**
 * Lets `fill` make the contents of a data folder in a scratch folder inside, and moves them to their places, the
 * database last. If anything fails, the data folder is as it was.
 * @throws {Error} in one line, if the data folder is in use or not empty
 */
export async function fillFolder<T>(
  data: string,
  fill: (scratch: string) => Promise<T>,
): Promise<T> {
  const created = !fileExists(data);
  Deno.mkdirSync(data, { recursive: true, mode: 0o700 });
  // Looked at before the lock, which is a file in the folder, and again under it.
  assertEmpty(data);
  const lock = new FolderLock(data);
  let filled = false;
  try {
    assertEmpty(data);
    removeLeft(data);
    const scratch = join(data, UNFINISHED);
    Deno.mkdirSync(scratch, { mode: 0o700 });
    const result = await fill(scratch);
    moveUp(scratch, data);
    filled = true;
    return result;
  } finally {
    if (!filled) removeLeft(data);
    lock.release();
    if (!filled && created) Deno.removeSync(data, { recursive: true });
  }
}

/** Whoever looks meanwhile sees no database, or all that belongs to it. */
function moveUp(scratch: string, data: string): void {
  const others = [...Deno.readDirSync(scratch)].map(({ name }) => name)
    .filter((name) => name !== DATABASE);
  syncFolder(scratch);
  for (const name of [...others, DATABASE]) Deno.renameSync(join(scratch, name), join(data, name));
  syncFolder(data);
  Deno.removeSync(scratch);
}

/** A lock alone is none, nor is what an earlier attempt left. */
function assertEmpty(data: string): void {
  const ours = ["chung.lock", ...fileExists(join(data, UNFINISHED)) ? [UNFINISHED, "files"] : []];
  if ([...Deno.readDirSync(data)].every(({ name }) => ours.includes(name))) return;
  throw new Error(`${data} is not empty: choose another folder, or move what is in it away`);
}

function removeLeft(data: string): void {
  const scratch = join(data, UNFINISHED);
  if (!fileExists(scratch)) return;
  for (const path of [join(data, "files"), scratch]) {
    if (fileExists(path)) Deno.removeSync(path, { recursive: true });
  }
}
