import { type ChainKind, formatRecord, nextRecord, SUM_LENGTH } from "./chain_record.ts";
import type { ChainRecord } from "./chain_record.ts";

/** The end of a chain, and the lines that are still to be appended to it. */
export class ChainEnd {
  #entries: number;
  #length: number;
  #head: string;
  #lines = "";

  constructor({ entries, end, head }: Pick<ChainRecord, "entries" | "end" | "head">) {
    this.#entries = entries;
    this.#length = end;
    this.#head = head;
  }

  get entries(): number {
    return this.#entries;
  }

  /** The length that the log file has according to the chain, in bytes. */
  get length(): number {
    return this.#length;
  }

  get head(): string {
    return this.#head;
  }

  /** Makes a line with these sums, up to this length, without adding it. */
  next(kind: ChainKind, sums = "", length = this.#length): Omit<ChainRecord, "head"> {
    return { kind, entries: this.#entries + sums.length / SUM_LENGTH, end: length, sums };
  }

  /** Adds a line of bytes that are at hand, or of none. */
  add(line: Omit<ChainRecord, "head">, bytes?: Uint8Array): void {
    this.push(nextRecord(this.#head, line, bytes));
  }

  push(record: ChainRecord): void {
    this.#lines += formatRecord(record);
    this.#entries = record.entries;
    this.#length = record.end;
    this.#head = record.head;
  }

  takeLines(): string {
    const lines = this.#lines;
    this.#lines = "";
    return lines;
  }
}
