import { isMissing } from "../reading/log_files.ts";
import { CHAIN_SUFFIX, type ChainRecord, parseRecord } from "./chain_record.ts";

export interface Chain {
  records: ChainRecord[];
  /** The number of the first line that is none of a chain, from 1; null if all are. Nothing behind it is read. */
  unreadable: number | null;
}

/**
 * Reads the chain of a log file; null if there is none. A last line without its line break is left out: it is being
 * written, or a crash tore it.
 */
export async function readChain(path: string): Promise<Chain | null> {
  let text: string;
  try {
    text = await Deno.readTextFile(path + CHAIN_SUFFIX);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  const records: ChainRecord[] = [];
  const lines = text.split("\n");
  lines.pop();
  for (const [index, line] of lines.entries()) {
    const record = parseRecord(line);
    if (record === null) return { records, unreadable: index + 1 };
    records.push(record);
  }
  return { records, unreadable: null };
}
