import { createHash } from "node:crypto";
import { dirname } from "node:path";
import { syncFolder } from "../../files/sync_folder.ts";
import { writeAll } from "../../files/write_all.ts";
import { type ByteSource, PlainSource } from "../reading/byte_source.ts";
import { compress, CompressedSource } from "../reading/compressed_file.ts";
import { isMissing } from "../reading/log_files.ts";

const READ = 256 * 1024;

/**
 * Compresses a log file into one beside it, and takes its place once it reads the same. The compression itself runs
 * beside this thread.
 * @param alone runs the last step while nothing is written to the log
 */
export async function compressFile(
  path: string,
  alone: (step: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const part = `${path}.gz.part`;
  const source = await PlainSource.open(path);
  try {
    using file = await Deno.open(part, { write: true, create: true, truncate: true, mode: 0o640 });
    await compress(source, (bytes) => writeAll(file, bytes));
    await file.sync();
    const compressed = await CompressedSource.open(part);
    try {
      if (await digest(compressed) !== await digest(source)) {
        throw new Error("what was compressed doesn't read the same");
      }
    } finally {
      compressed.close();
    }
    await alone(async () => {
      // A late entry came: it will be compressed another time.
      if ((await Deno.stat(path)).size !== source.size) return;
      await Deno.rename(part, `${path}.gz`);
      syncFolder(dirname(path));
      await Deno.remove(path);
    });
  } finally {
    source.close();
    await Deno.remove(part).catch(() => {});
  }
}

/** Brings a compressed file back, for an entry that comes late. Does nothing where there is none. */
export async function restoreFile(path: string): Promise<void> {
  let source: CompressedSource;
  try {
    source = await CompressedSource.open(`${path}.gz`);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  const part = `${path}.part`;
  try {
    using file = await Deno.open(part, { write: true, create: true, truncate: true, mode: 0o640 });
    for (let from = 0; from < source.size; from += READ) {
      await writeAll(file, await source.read(from, from + READ));
    }
    await file.sync();
    await Deno.rename(part, path);
    await Deno.remove(`${path}.gz`);
  } finally {
    source.close();
  }
}

async function digest(source: ByteSource): Promise<string> {
  const hash = createHash("sha256");
  for (let from = 0; from < source.size; from += READ) {
    hash.update(await source.read(from, Math.min(from + READ, source.size)));
  }
  return hash.digest("hex");
}
