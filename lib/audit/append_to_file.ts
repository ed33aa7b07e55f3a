import { dirname } from "node:path";
import { writeAll } from "../files/write_all.ts";

const LINE_FEED = 0x0a;
const LINE_BREAK = new Uint8Array([LINE_FEED]);

/**
 * Appends all of the bytes to a file, or none of them as far as the disk allows; creates the file and its folder where
 * they are missing.
 *
 * The file is opened for each batch: it may be removed or moved between two batches, and none stays open after its day.
 */
export async function appendToFile(path: string, bytes: Uint8Array): Promise<void> {
  using file = await openForAppend(path);
  const length = (await file.stat()).size;
  try {
    // A batch torn by a crash must not have the next one begin in the middle of its last line.
    if (length > 0 && !(await endsWithLineFeed(file))) await writeAll(file, LINE_BREAK);
    await writeAll(file, bytes);
  } catch (error) {
    // The caller writes the same bytes again.
    await file.truncate(length).catch(() => {});
    throw error;
  }
}

async function openForAppend(path: string): Promise<Deno.FsFile> {
  // Only the server's account and group may read what people write to each other.
  const options = { read: true, append: true, create: true, mode: 0o640 };
  try {
    return await Deno.open(path, options);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    await Deno.mkdir(dirname(path), { recursive: true, mode: 0o750 });
    return await Deno.open(path, options);
  }
}

async function endsWithLineFeed(file: Deno.FsFile): Promise<boolean> {
  await file.seek(-1, Deno.SeekMode.End);
  const last = new Uint8Array(1);
  await file.read(last);
  return last[0] === LINE_FEED;
}
