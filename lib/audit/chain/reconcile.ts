import { writeAll } from "../../files/write_all.ts";
import { type ByteSource, readRange } from "../reading/byte_source.ts";
import { piecesForwards } from "../reading/log_pieces.ts";
import type { ChainEnd } from "./chain_end.ts";
import { HeadHash, sumOf } from "./chain_record.ts";

const LINE_FEED = 0x0a;
const HASHED = 256 * 1024;

/**
 * Writes into the chain how the file differs from what the chain says: what a crash or a hand left there or took. After
 * it the next batch begins on a new line.
 */
export async function reconcile(end: ChainEnd, log: Deno.FsFile): Promise<void> {
  const { size } = await log.stat();
  if (size === end.length) return;
  if (size < end.length) end.add(end.next("less", "", size));
  const whole = size === 0 || await endsWithLineFeed(log, size);
  // A batch torn by a crash must not have the next one begin in the middle of its last line.
  if (!whole) await writeAll(log, new Uint8Array([LINE_FEED]));
  await addUnknown(end, log, whole ? size : size + 1);
}

async function endsWithLineFeed(log: Deno.FsFile, size: number): Promise<boolean> {
  return (await readRange(log, size - 1, size))[0] === LINE_FEED;
}

/** Takes what stands behind the end of the chain into it: all of a file that was written before there were chains. */
async function addUnknown(end: ChainEnd, log: Deno.FsFile, size: number): Promise<void> {
  if (size === end.length) return;
  const source: ByteSource = {
    size,
    read: (from, to) => readRange(log, from, to),
    close() {},
  };
  const sums: string[] = [];
  for await (const pieces of piecesForwards(source, end.length)) {
    for (const { bytes } of pieces) sums.push(sumOf(bytes));
  }
  const line = end.next("more", sums.join(""), size);
  const hash = new HeadHash(end.head, line);
  for (let from = end.length; from < size; from += HASHED) {
    hash.update(await source.read(from, Math.min(from + HASHED, size)));
  }
  end.push({ ...line, head: hash.digest() });
}
