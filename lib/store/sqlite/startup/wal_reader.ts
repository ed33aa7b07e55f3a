/** The size in bytes of the header of a WAL: SQLite file format, section 4, "The Write-Ahead Log". */
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** The lowest bit, cleared here, states the byte order of the checksums. */
const MAGIC = 0x377f0682;
const VERSION = 3_007_000;
/** The number of bytes read at a time, if a frame isn't larger. */
const CHUNK_BYTES = 1024 * 1024;

/** A summary of the contents of a WAL. */
export interface WalContents {
  /** The raw bytes of the header's two salts; null if there is no valid header. */
  salts: Uint8Array | null;
  pageSize: number;
  /** The number of frames up to the last readable commit: those that SQLite recovers. */
  frames: number;
  /** The number of commit frames with the same salts at or behind the first unreadable frame. */
  commitsBehind: number;
  /** Whether the file has contents but no valid header. */
  headless: boolean;
}

type Sum = [number, number];

/** Scans a WAL as SQLite's recovery does, and continues beyond the frame at which recovery stops. */
export function readWal(path: string): WalContents {
  using file = Deno.openSync(path);
  const contents: WalContents = {
    salts: null,
    pageSize: 0,
    frames: 0,
    commitsBehind: 0,
    headless: false,
  };
  const header = readUpTo(file, new Uint8Array(HEADER_BYTES));
  const sum = headerSum(header);
  if (sum === null) {
    contents.headless = holdsMoreThan(file, header);
    return contents;
  }
  contents.pageSize = view(header).getUint32(8);
  contents.salts = header.slice(16, 24);
  new FrameReader(contents, sum, (view(header).getUint32(0) & 1) === 0).readAll(file);
  return contents;
}

class FrameReader {
  readonly #contents: WalContents;
  readonly #salts: Uint8Array;
  readonly #littleEndian: boolean;
  #sum: Sum;
  #index = 0;
  #whole = true;

  constructor(contents: WalContents, sum: Sum, littleEndian: boolean) {
    this.#contents = contents;
    this.#salts = contents.salts!;
    this.#sum = sum;
    this.#littleEndian = littleEndian;
  }

  readAll(file: Deno.FsFile): void {
    const frameBytes = FRAME_HEADER_BYTES + this.#contents.pageSize;
    const chunk = new Uint8Array(Math.max(1, Math.floor(CHUNK_BYTES / frameBytes)) * frameBytes);
    for (;;) {
      const bytes = readUpTo(file, chunk);
      // Only the last frame can be cut short.
      for (let at = 0; at + frameBytes <= bytes.length; at += frameBytes) {
        this.#take(bytes.subarray(at, at + frameBytes));
      }
      if (bytes.length < chunk.length) return;
    }
  }

  #take(frame: Uint8Array): void {
    const header = view(frame);
    const pages = header.getUint32(4);
    const current = this.#salts.every((byte, i) => byte === frame[8 + i]);
    this.#index++;
    if (this.#whole && current && header.getUint32(0) > 0) {
      const head = checksum(frame, 0, 8, this.#littleEndian, this.#sum);
      this.#sum = checksum(frame, FRAME_HEADER_BYTES, frame.length, this.#littleEndian, head);
      this.#whole = this.#sum[0] === header.getUint32(16) && this.#sum[1] === header.getUint32(20);
    } else this.#whole = false;
    if (pages === 0 || !current) return;
    if (!this.#whole) this.#contents.commitsBehind++;
    else this.#contents.frames = this.#index;
  }
}

/** Returns the checksum from which those of the frames continue; null if the header is invalid. */
function headerSum(header: Uint8Array): Sum | null {
  if (header.length < HEADER_BYTES) return null;
  const fields = view(header);
  const magic = fields.getUint32(0);
  const pageSize = fields.getUint32(8);
  if ((magic & ~1) >>> 0 !== MAGIC || fields.getUint32(4) !== VERSION) return null;
  if (pageSize < 512 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0) return null;
  const sum = checksum(header, 0, 24, (magic & 1) === 0, [0, 0]);
  return sum[0] === fields.getUint32(24) && sum[1] === fields.getUint32(28) ? sum : null;
}

/** Computes the checksum of SQLite file format, section 4.2, continuing from an earlier one. */
export function checksum(
  bytes: Uint8Array,
  from: number,
  to: number,
  littleEndian: boolean,
  [first, second]: Sum,
): Sum {
  const words = view(bytes);
  for (let at = from; at < to; at += 8) {
    first = (first + words.getUint32(at, littleEndian) + second) >>> 0;
    second = (second + words.getUint32(at + 4, littleEndian) + first) >>> 0;
  }
  return [first, second];
}

/** Whether the file is longer than a header and not all zeros; a file that was never synced may be all zeros. */
function holdsMoreThan(file: Deno.FsFile, header: Uint8Array): boolean {
  const chunk = new Uint8Array(CHUNK_BYTES);
  let written = header.some((byte) => byte !== 0);
  for (let longer = false;;) {
    const bytes = readUpTo(file, chunk);
    longer ||= bytes.length > 0;
    written ||= bytes.some((byte) => byte !== 0);
    if (bytes.length < chunk.length) return longer && written;
  }
}

function readUpTo(file: Deno.FsFile, buffer: Uint8Array): Uint8Array {
  let length = 0;
  while (length < buffer.length) {
    const count = file.readSync(buffer.subarray(length));
    if (count === null) break;
    length += count;
  }
  return buffer.subarray(0, length);
}

function view({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
