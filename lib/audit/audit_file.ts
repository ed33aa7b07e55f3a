import { dirname } from "node:path";

const LINE_FEED = 0x0a;
const LINE_BREAK = new Uint8Array([LINE_FEED]);

/**
 * Appends to a file, making it and its folder where they are missing; whole, or not at all as far as the disk lets.
 *
 * The file is opened for each batch: it may be removed or moved between two of them, and none stays open at a day's end.
 */
export async function appendWhole(path: string, bytes: Uint8Array): Promise<void> {
  using file = await openForAppend(path);
  const length = (await file.stat()).size;
  try {
    // A batch that was torn by a crash must not have the next one begin in the midst of its line.
    if (length > 0 && !(await endsWithLineFeed(file))) await writeAll(file, LINE_BREAK);
    await writeAll(file, bytes);
  } catch (error) {
    // What is cut off here is written again with the next batch.
    await file.truncate(length).catch(() => {});
    throw error;
  }
}

async function openForAppend(path: string): Promise<Deno.FsFile> {
  // For the server's own account and group: the files hold what people write to each other.
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

async function writeAll(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += await file.write(bytes.subarray(written));
  }
}
