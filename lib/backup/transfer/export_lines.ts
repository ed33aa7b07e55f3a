import { createHash } from "node:crypto";
import { VERSION } from "../../cli/version.ts";
import { KINDS } from "../../store/sqlite/transfer/kinds.ts";
import { readWorkplace } from "../../store/sqlite/transfer/read_workplace.ts";

export const EXPORT_FORMAT = "chung-workplace";
/** Raised when an older Chung can't import it any more. */
export const EXPORT_VERSION = 1;
/** Bytes that are written at a time. */
const CHUNK = 64 * 1024;

/** The number of things by kind. */
export type Counts = Record<string, number>;

export interface ExportRequest {
  /** The path of the database. */
  database: string;
  /** Whether users come with the hashes of their passwords. */
  withPasswords: boolean;
  /** Unix milliseconds. */
  at: number;
}

/**
 * Writes a whole workplace as JSON Lines (docs/EXPORT.md), as it is at one moment.
 * @param write takes the bytes, which it may not keep; blocks until they are written
 * @param progress called now and then with the number of things so far
 * @throws {Error} in one line
 */
export function exportWorkplace(
  { database, withPasswords, at }: ExportRequest,
  write: (bytes: Uint8Array) => void,
  progress: (count: number) => void = () => {},
): Counts {
  return readWorkplace(database, withPasswords, (things, lastIds) => {
    const counts: Counts = Object.fromEntries(KINDS.map(({ kind }) => [kind, 0]));
    const hash = createHash("sha256");
    let pending = "";
    let count = 0;
    // One buffer for nearly all chunks: a million short-lived ones would wait for the collector.
    const encoder = new TextEncoder();
    const buffer = new Uint8Array(4 * CHUNK);
    const encode = (text: string) =>
      // A UTF-16 unit takes 3 bytes at most.
      text.length * 3 > buffer.length
        ? encoder.encode(text)
        : buffer.subarray(0, encoder.encodeInto(text, buffer).written);
    const flush = () => {
      const bytes = encode(pending);
      hash.update(bytes);
      write(bytes);
      pending = "";
      progress(count);
    };
    const add = (value: unknown) => {
      pending += `${JSON.stringify(value)}\n`;
      if (pending.length >= CHUNK) flush();
    };
    const exported_at = new Date(at).toISOString();
    add({ format: EXPORT_FORMAT, version: EXPORT_VERSION, chung: VERSION, exported_at });
    for (const thing of things) {
      add(thing);
      counts[thing.kind]++;
      count++;
    }
    flush();
    add({ kind: "end", counts, last_ids: lastIds, sha256: hash.copy().digest("hex") });
    flush();
    return counts;
  });
}
