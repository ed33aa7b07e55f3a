import type { ByteSource } from "./byte_source.ts";

/** Bytes of the log that belong together: an entry, or what is left of one that was torn. */
export interface Piece {
  /** The place of its first byte in the file. */
  start: number;
  bytes: Uint8Array;
}

const RULE = "-".repeat(55);
/** No field contains a line break, so that nothing but an entry begins like this. */
const HEAD = `${RULE}\nActionName: `;
const TAIL = `\n${RULE}\n`;

const FIRST_BLOCK = 64 * 1024;
const MAX_BLOCK = 128 * 1024;
/** Bytes after which what has no beginning of an entry is taken for a piece, so that memory stays bounded. */
const MAX_HEADLESS = 32 * MAX_BLOCK;

/** Bytes as text of as many units, to be searched by the engine itself, which is many times as fast as a loop. */
const units = new TextDecoder("latin1");

/**
 * Reads the pieces of a file before a place, the last one first, a block at a time; each array is a block's, the last
 * piece first. Nothing is read before it is asked for.
 */
export async function* piecesBackwards(
  source: ByteSource,
  before: number = source.size,
): AsyncGenerator<Piece[], void> {
  let carry: Uint8Array = new Uint8Array(0);
  let size = FIRST_BLOCK;
  for (let end = Math.min(before, source.size); end > 0; size = Math.min(size * 2, MAX_BLOCK)) {
    const start = Math.max(0, end - size);
    const joined = join(await source.read(start, end), carry);
    const text = units.decode(joined);
    const heads = headsIn(text, start === 0);
    const from = start === 0 || joined.length > MAX_HEADLESS ? 0 : heads[0] ?? joined.length;
    carry = joined.slice(0, from);
    yield cut(joined, text, heads, from, start).reverse();
    end = start;
  }
}

/** The same from a place on, the first piece first. A last piece that is not whole may grow. */
export async function* piecesForwards(
  source: ByteSource,
  from = 0,
  end: number = source.size,
): AsyncGenerator<Piece[], void> {
  let carry: Uint8Array = new Uint8Array(0);
  let size = FIRST_BLOCK;
  for (let start = from; start < end; size = Math.min(size * 2, MAX_BLOCK)) {
    const block = await source.read(start, Math.min(start + size, end));
    const joined = join(carry, block);
    const place = start - carry.length;
    start += block.length;
    const last = start >= end || block.length === 0;
    const text = units.decode(joined);
    const heads = headsIn(text, true);
    // The last head's piece may go on in the next block.
    const to = last || joined.length > MAX_HEADLESS ? joined.length : heads.at(-1) ?? 0;
    carry = joined.slice(to);
    yield cut(joined.subarray(0, to), text, heads.filter((head) => head < to), 0, place);
    if (block.length === 0) return;
  }
}

/** Splits all of these bytes into pieces. @param place that of the first byte in the file */
export function piecesIn(bytes: Uint8Array, place: number): Piece[] {
  const text = units.decode(bytes);
  return cut(bytes, text, headsIn(text, true), 0, place);
}

/** Whether a piece is an entry with its beginning and its end. */
export function isWhole({ bytes }: Piece): boolean {
  const text = units.decode(bytes);
  return text.startsWith(HEAD) && text.endsWith(TAIL);
}

/** The places at which entries begin. */
function headsIn(text: string, lineBegins: boolean): number[] {
  const heads: number[] = [];
  if (lineBegins && text.startsWith(HEAD)) heads.push(0);
  for (let at = 0; (at = text.indexOf(`\n${HEAD}`, at)) !== -1; at++) heads.push(at + 1);
  return heads;
}

/** Cuts bytes at the heads, and behind the end of each entry. @param text the bytes in `units` */
function cut(
  bytes: Uint8Array,
  text: string,
  heads: readonly number[],
  from: number,
  place: number,
): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number) => {
    if (start < end) pieces.push({ start: place + start, bytes: bytes.subarray(start, end) });
  };
  add(from, heads[0] ?? bytes.length);
  heads.forEach((head, index) => {
    const next = heads[index + 1] ?? bytes.length;
    const tail = text.indexOf(TAIL, head + HEAD.length);
    const end = tail === -1 ? next : Math.min(next, tail + TAIL.length);
    add(head, end);
    add(end, next);
  });
  return pieces;
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
