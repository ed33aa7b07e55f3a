import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import { crc32 } from "node:zlib";
import { type ByteSource, readRange } from "./byte_source.ts";

/*
 * A compressed log file is an ordinary gzip file (RFC 1952) of several members, one a block of the log, so that any
 * block can be read alone. The last member is empty; its extra field, named "CL", lists the lengths of the others:
 * for each member 4 bytes with the bytes of the log in it, and 4 bytes with those of the member. The last 4 bytes of
 * that field are its own length. Numbers are little-endian.
 */

const deflate = promisify(deflateRaw) as (bytes: Uint8Array) => Promise<Uint8Array>;
const inflate = promisify(inflateRaw) as (bytes: Uint8Array) => Promise<Uint8Array>;

/** Bytes of the log in a member, at least. */
const MIN_BLOCK = 256 * 1024;
/** Members of a file, at most: the extra field has 65,535 bytes. */
const MAX_BLOCKS = 8_000;
const HEADER = 10;
const TRAILER = 8;
/** An empty deflate stream. */
const EMPTY = new Uint8Array([3, 0]);
const EXTRA_FLAG = 4;

function header(flags: number): Uint8Array {
  return new Uint8Array([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 255]);
}

/**
 * Writes a log as gzip. Compression runs beside this thread.
 * @param write appends bytes to the compressed file
 */
export async function compress(
  source: ByteSource,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const block = Math.max(MIN_BLOCK, Math.ceil(source.size / MAX_BLOCKS));
  const lengths: number[] = [];
  for (let start = 0; start < source.size; start += block) {
    const bytes = await source.read(start, Math.min(start + block, source.size));
    const deflated = await deflate(bytes);
    const trailer = new DataView(new ArrayBuffer(TRAILER));
    trailer.setUint32(0, crc32(bytes), true);
    trailer.setUint32(4, bytes.length, true);
    await write(header(0));
    await write(deflated);
    await write(new Uint8Array(trailer.buffer));
    lengths.push(bytes.length, HEADER + deflated.length + TRAILER);
  }
  await write(indexMember(lengths));
}

function indexMember(lengths: readonly number[]): Uint8Array {
  const data = lengths.length * 4 + 4;
  const extra = 4 + data;
  const bytes = new Uint8Array(HEADER + 2 + extra + EMPTY.length + TRAILER);
  const view = new DataView(bytes.buffer);
  bytes.set(header(EXTRA_FLAG));
  view.setUint16(HEADER, extra, true);
  bytes.set([0x43, 0x4c], HEADER + 2);
  view.setUint16(HEADER + 4, data, true);
  let at = HEADER + 6;
  for (const length of [...lengths, data]) {
    view.setUint32(at, length, true);
    at += 4;
  }
  bytes.set(EMPTY, at);
  return bytes;
}

interface Block {
  /** Its place in the log. */
  start: number;
  end: number;
  /** That of its member in the compressed file. */
  from: number;
  to: number;
}

/** A log that `compress` has written. */
export class CompressedSource implements ByteSource {
  readonly size: number;
  readonly #file: Deno.FsFile;
  readonly #blocks: readonly Block[];
  #last: { block: Block; bytes: Uint8Array } | null = null;

  private constructor(file: Deno.FsFile, blocks: readonly Block[]) {
    this.#file = file;
    this.#blocks = blocks;
    this.size = blocks.at(-1)?.end ?? 0;
  }

  /** @throws {Error} if the file was compressed by another program */
  static async open(path: string): Promise<CompressedSource> {
    const file = await Deno.open(path);
    try {
      return new CompressedSource(file, await readIndex(file, path));
    } catch (error) {
      file.close();
      throw error;
    }
  }

  async read(start: number, end: number): Promise<Uint8Array> {
    const to = Math.min(end, this.size);
    const bytes = new Uint8Array(Math.max(0, to - start));
    for (let at = start; at < to;) {
      const block = this.#blockAt(at);
      const inflated = await this.#inflated(block);
      const piece = inflated.subarray(at - block.start, Math.min(to, block.end) - block.start);
      bytes.set(piece, at - start);
      at += piece.length;
    }
    return bytes;
  }

  close(): void {
    this.#file.close();
  }

  #blockAt(place: number): Block {
    let [low, high] = [0, this.#blocks.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#blocks[middle].end <= place) low = middle + 1;
      else high = middle;
    }
    return this.#blocks[low];
  }

  async #inflated(block: Block): Promise<Uint8Array> {
    if (this.#last?.block === block) return this.#last.bytes;
    const member = await readRange(this.#file, block.from, block.to);
    const bytes = await inflate(member.subarray(HEADER, member.length - TRAILER));
    const view = new DataView(member.buffer, member.byteOffset, member.length);
    if (
      bytes.length !== block.end - block.start ||
      view.getUint32(member.length - TRAILER, true) !== crc32(bytes)
    ) throw new Error("a compressed log file is damaged");
    this.#last = { block, bytes };
    return bytes;
  }
}

async function readIndex(file: Deno.FsFile, path: string): Promise<Block[]> {
  const { size } = await file.stat();
  const tail = EMPTY.length + TRAILER;
  const foreign = () =>
    new Error(`${path} is not as chung-server compresses its log: decompress it with gunzip`);
  const ending = await readRange(file, Math.max(0, size - tail - 4), size);
  if (ending.length < tail + 4) throw foreign();
  const data = view(ending).getUint32(0, true);
  const from = size - tail - data - HEADER - 6;
  if (data < 4 || data % 8 !== 4 || from < 0) throw foreign();
  const member = await readRange(file, from, size);
  const marks = view(member);
  if (marks.getUint16(0) !== 0x1f8b || marks.getUint16(HEADER + 2) !== 0x434c) throw foreign();
  const blocks: Block[] = [];
  let [start, place] = [0, 0];
  for (let at = HEADER + 6; at < HEADER + 6 + data - 4; at += 8) {
    const end = start + marks.getUint32(at, true);
    const to = place + marks.getUint32(at + 4, true);
    blocks.push({ start, end, from: place, to });
    [start, place] = [end, to];
  }
  if (place !== from) throw foreign();
  return blocks;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
