/** The bytes of a log file, read piece by piece. */
export interface ByteSource {
  /** Bytes in all, when it was opened. */
  readonly size: number;
  /** Reads the bytes from `start` up to `end`; fewer if the file has become shorter. */
  read(start: number, end: number): Promise<Uint8Array>;
  close(): void;
}

/** A file as it is. */
export class PlainSource implements ByteSource {
  readonly size: number;
  readonly #file: Deno.FsFile;

  private constructor(file: Deno.FsFile, size: number) {
    this.#file = file;
    this.size = size;
  }

  static async open(path: string): Promise<PlainSource> {
    const file = await Deno.open(path);
    try {
      return new PlainSource(file, (await file.stat()).size);
    } catch (error) {
      file.close();
      throw error;
    }
  }

  read(start: number, end: number): Promise<Uint8Array> {
    return readRange(this.#file, start, end);
  }

  close(): void {
    this.#file.close();
  }
}

/** Reads the bytes of a file from `start` up to `end`; fewer if the file ends before. */
export async function readRange(
  file: Deno.FsFile,
  start: number,
  end: number,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, end - start));
  await file.seek(start, Deno.SeekMode.Start);
  let length = 0;
  while (length < bytes.length) {
    const read = await file.read(bytes.subarray(length));
    if (read === null) break;
    length += read;
  }
  return bytes.subarray(0, length);
}
