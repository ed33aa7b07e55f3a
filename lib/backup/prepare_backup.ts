import { join } from "node:path";
import { VERSION } from "../cli/version.ts";
import { checkDatabase } from "../store/sqlite/backup/check_database.ts";
import { copyDatabase } from "../store/sqlite/backup/copy_database.ts";
import { pack, unpack } from "./archive.ts";
import { DATABASE, type Manifest } from "./manifest.ts";
import { listSharedFiles, measureFile } from "./shared_files.ts";
import { type Bytes, measure, type Passed, writeFile } from "./streams.ts";

/** The stages of a backup, in their order. */
export type BackupStage = "copying" | "packing" | "checking";

/** Told of a stage and the finished part of it, from 0 to 1. */
export type BackupProgress = (stage: BackupStage, part: number) => void;

export interface BackupRequest {
  /** The data folder. */
  data: string;
  /** An empty folder for everything that is made on the way; it takes up to twice the size of the data folder. */
  scratch: string;
  /** A recipient of age, or null to leave the archive unencrypted. */
  recipient: string | null;
  /** Unix milliseconds. */
  madeAt: number;
}

/** A backup whose archive was restored and checked. */
export interface PreparedBackup extends Passed {
  /** The archive, in the scratch folder; on the disk. */
  path: string;
  manifest: Manifest;
}

/**
 * Makes a backup of a data folder, whether a server uses it or not. The finished archive is restored beside it, and
 * compared with what the database had at the moment of its copy, before this resolves.
 *
 * The secret that signs tokens stays out: with it, a stolen backup would be a way in as anybody. Sessions are in the
 * database by a hash alone, so after a restore everybody logs in again.
 * @throws {Error} in one line
 */
export async function prepareBackup(
  { data, scratch, recipient, madeAt }: BackupRequest,
  progress: BackupProgress = () => {},
): Promise<PreparedBackup> {
  const copy = join(scratch, DATABASE);
  progress("copying", 0);
  const copied = await copyDatabase(
    join(data, DATABASE),
    copy,
    (part) => progress("copying", part),
  );
  const parts = [await measureFile(DATABASE, copy), ...listSharedFiles(data)];
  const manifest: Manifest = { ...copied, madeAt, chung: VERSION, parts };
  const path = join(scratch, "backup");
  const { passed, open } = await writeArchive(path, recipient, () =>
    pack(
      manifest,
      ({ name }) => name === DATABASE ? copy : join(data, name),
      partOf(manifest, (part) => progress("packing", part)),
    ));
  // So that the copy and what is restored don't take their space at the same time.
  await Deno.remove(copy);
  const restored = join(scratch, "restored");
  await Deno.mkdir(restored, { mode: 0o700 });
  const archive = await open((await Deno.open(path)).readable);
  await unpack(archive, restored, partOf(manifest, (part) => progress("checking", part / 2)));
  checkDatabase(join(restored, DATABASE), manifest);
  await Deno.remove(restored, { recursive: true });
  progress("checking", 1);
  return { path, manifest, ...passed };
}

/** Writes an archive, and returns how to read it. */
async function writeArchive(
  path: string,
  recipient: string | null,
  make: () => Bytes,
): Promise<{ passed: Passed; open: (written: Bytes) => Promise<Bytes> }> {
  let stream = make();
  let open = (written: Bytes) => Promise.resolve(written);
  if (recipient !== null) {
    // Loaded when it is needed, for it is the larger part of the program.
    const { encryptTo } = await import("./age.ts");
    const encrypted = await encryptTo(recipient, stream);
    stream = encrypted.stream;
    open = encrypted.decrypt;
  }
  let passed: Passed | undefined;
  await writeFile(path, stream.pipeThrough(measure((all) => passed = all)));
  return { passed: passed!, open };
}

/** Turns counts of bytes into the finished part of all. */
function partOf({ parts }: Manifest, progress: (part: number) => void): (bytes: number) => void {
  const all = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  return (bytes) => progress((done += bytes) / all);
}
