import { readRange } from "../reading/byte_source.ts";
import { CHAIN_SUFFIX, type ChainRecord, parseRecord } from "./chain_record.ts";

const BLOCK = 64 * 1024;
const LINE_FEED = 0x0a;

/**
 * Reads the last whole line of a chain.
 * @returns it, or null if there is none or it is none of a chain; and the length of the file up to its end: a crash may
 * have torn a line behind it
 */
export async function lastRecord(
  file: Deno.FsFile,
): Promise<{ record: ChainRecord | null; length: number }> {
  const { size } = await file.stat();
  let tail = new Uint8Array(0);
  for (let start = size; start > 0;) {
    const from = Math.max(0, start - BLOCK);
    const block = await readRange(file, from, start);
    const joined = new Uint8Array(block.length + tail.length);
    joined.set(block);
    joined.set(tail, block.length);
    tail = joined;
    start = from;
    const end = tail.lastIndexOf(LINE_FEED);
    if (end === -1) continue;
    const begin = tail.lastIndexOf(LINE_FEED, end - 1);
    if (begin === -1 && start > 0) continue;
    const line = new TextDecoder().decode(tail.subarray(begin + 1, end));
    const record = parseRecord(line);
    return { record, length: start + end + 1 };
  }
  return { record: null, length: 0 };
}

/** Whether a log file's chain has not been ended. False where there is none that can be read. */
export async function isOpenChain(path: string): Promise<boolean> {
  try {
    using chain = await Deno.open(path + CHAIN_SUFFIX);
    const { record, length } = await lastRecord(chain);
    return record?.kind !== "end" || length < (await chain.stat()).size;
  } catch {
    return false;
  }
}
