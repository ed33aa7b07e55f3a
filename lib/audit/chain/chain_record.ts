import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

/**
 * A line of a chain, the file beside a log file that proves it (docs/PROTOCOL.md, "Log files"):
 *
 * - `start`: the server, or its writing after a fault, begins or goes on with the file;
 * - `batch`: entries that were written together;
 * - `more`: bytes that stood in the file, and which the chain didn't know;
 * - `less`: the file was shorter than the chain says;
 * - `end`: the server ended, or the day did.
 */
export interface ChainRecord {
  kind: ChainKind;
  /** Entries of the file up to here, counting what is left of torn ones. */
  entries: number;
  /** The length of the file here, in bytes. */
  end: number;
  /** The CRC-32 of each entry of this line, eight hexadecimal digits each. */
  sums: string;
  /** The SHA-256 of the head before, this line without its head, and the bytes that the line is about; hexadecimal. */
  head: string;
}

const KINDS = ["start", "batch", "more", "less", "end"] as const;
export type ChainKind = typeof KINDS[number];

export const CHAIN_SUFFIX = ".chain";
export const SUM_LENGTH = 8;
const LINE =
  /^(start|batch|more|less|end) (\d{1,15}) (\d{1,15}) (-|(?:[0-9a-f]{8})+) ([0-9a-f]{64})$/;

/** The head before a file's first line, which no other file shares. @param day as `30_10_2024` */
export function firstHead(file: string, day: string): string {
  return createHash("sha256").update(`chung audit log\n${file} ${day}\n`).digest("hex");
}

/** The checksum by which the verification finds the place of a difference; the heads are what proves. */
export function sumOf(entry: Uint8Array): string {
  return crc32(entry).toString(16).padStart(SUM_LENGTH, "0");
}

/** Computes the head of a record, given the bytes that it is about in pieces. */
export class HeadHash {
  readonly #hash = createHash("sha256");

  constructor(before: string, record: Omit<ChainRecord, "head">) {
    this.#hash.update(before, "hex").update(`${bodyOf(record)}\n`);
  }

  update(bytes: Uint8Array): this {
    this.#hash.update(bytes);
    return this;
  }

  digest(): string {
    return this.#hash.digest("hex");
  }
}

/** Makes the record that follows a head, of bytes that are at hand. */
export function nextRecord(
  before: string,
  record: Omit<ChainRecord, "head">,
  bytes?: Uint8Array,
): ChainRecord {
  const hash = new HeadHash(before, record);
  if (bytes !== undefined) hash.update(bytes);
  return { ...record, head: hash.digest() };
}

export function formatRecord(record: ChainRecord): string {
  return `${bodyOf(record)} ${record.head}\n`;
}

/** Reads a line; null if it is none of a chain. */
export function parseRecord(line: string): ChainRecord | null {
  const match = LINE.exec(line);
  if (match === null) return null;
  const [, kind, entries, end, sums, head] = match;
  return {
    kind: kind as ChainKind,
    entries: Number(entries),
    end: Number(end),
    sums: sums === "-" ? "" : sums,
    head,
  };
}

function bodyOf({ kind, entries, end, sums }: Omit<ChainRecord, "head">): string {
  return `${kind} ${entries} ${end} ${sums === "" ? "-" : sums}`;
}
