import { checksum } from "./wal_reader.ts";

/** The size in bytes of the header of a `-shm` file; the file begins with two copies of it. */
const HEADER_BYTES = 48;
const VERSION = 3_007_000;

/** The state of a WAL as recorded in its `-shm` file. */
export interface WalIndex {
  /** The two salts of the WAL's header. */
  salts: Uint8Array;
  /** The number of frames up to the last commit. */
  frames: number;
}

/** Returns null if the file is missing or invalid: SQLite rebuilds it then. */
export function readWalIndex(path: string): WalIndex | null {
  const header = readHeader(path);
  if (header === null) return null;
  const fields = new DataView(header.buffer);
  // The file is in native byte order, which is little-endian on every platform of Deno.
  const field = (at: number) => fields.getUint32(at, true);
  const again = header.subarray(HEADER_BYTES);
  if (field(0) !== VERSION || header[12] !== 1) return null;
  if (!again.every((byte, i) => byte === header[i])) return null;
  const [first, second] = checksum(header, 0, 40, true, [0, 0]);
  if (first !== field(40) || second !== field(44)) return null;
  return { salts: header.slice(32, 40), frames: field(16) };
}

function readHeader(path: string): Uint8Array<ArrayBuffer> | null {
  try {
    using file = Deno.openSync(path);
    const header = new Uint8Array(2 * HEADER_BYTES);
    return file.readSync(header) === header.length ? header : null;
  } catch {
    return null;
  }
}
