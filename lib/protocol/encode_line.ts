const LF = 0x0a;
/** Bytes that a UTF-16 unit takes at most in UTF-8. */
const BYTES_A_UNIT = 3;
/** Lines are cut from pieces of this many bytes; what may be longer than a quarter of it has bytes of its own. */
const PIECE = 64 * 1024;

const encoder = new TextEncoder();
let piece = new Uint8Array(PIECE);
let used = 0;

/**
 * The line with its LF, as it goes over the wire.
 *
 * Short lines share the bytes that they are cut from: to make each its own takes four times as long as all else. Who
 * keeps a line for long keeps up to 64 KiB, and copies it if that matters.
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
