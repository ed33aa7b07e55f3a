const LF = 0x0a;
/** Most UTF-8 bytes per UTF-16 code unit. */
const BYTES_A_UNIT = 3;
/** Size in bytes of the shared buffers. A line that may take more than a quarter of one is encoded separately. */
const PIECE = 64 * 1024;

const encoder = new TextEncoder();
let piece = new Uint8Array(PIECE);
let used = 0;

/**
 * Encodes a line and its LF as UTF-8.
 *
 * Short lines are slices of a shared buffer: allocating each separately takes four times as long as everything else.
 * Keeping a line alive keeps up to 64 KiB alive; copy it where that matters.
 */
export function encodeLine(line: string): Uint8Array {
  const most = line.length * BYTES_A_UNIT + 1;
  if (most > PIECE / 4) return encoder.encode(`${line}\n`);
  if (used + most > PIECE) {
    piece = new Uint8Array(PIECE);
    used = 0;
  }
  const start = used;
  used += encoder.encodeInto(line, piece.subarray(start)).written;
  piece[used++] = LF;
  return piece.subarray(start, used);
}
