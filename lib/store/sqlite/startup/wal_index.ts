import { checksum } from "./wal_reader.ts";

/** Bytes of the header of a `-shm` file; the file begins with two copies of it. */
const HEADER_BYTES = 48;
const VERSION = 3_007_000;

/**
 * The part of a `-shm` file that describes its WAL. It stays since nothing else detects the loss of the last commit after
 * a kill: the guard "what no crash leaves is refused, and not touched" has both cases (start_on_damage_test.ts). It
 * costs one read of 96 bytes at the start.
 */
export interface WalIndex {
  /** The two salts of the WAL's header. */
  salts: Uint8Array;
  /** The number of frames up to the last commit. */
  frames: number;
}

/** Null when there is none, or none that is valid: SQLite then rebuilds it. */
export function readWalIndex(path: string): WalIndex | null {
  const header = readHeader(path);
  if (header === null) return null;
  const fields = new DataView(header.buffer);
  // In the byte order of the machine, which is little-endian wherever Deno runs.
  const field = (at: number) => fields.getUint32(at, true);
  const copy = header.subarray(HEADER_BYTES);
  if (field(0) !== VERSION || header[12] !== 1) return null;
  if (!copy.every((byte, i) => byte === header[i])) return null;
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
