import { type AuditEntry, formatBody, formatHead } from "./audit_entry.ts";
import type { Chunk } from "./retry_buffer.ts";

/** Bytes of a new buffer; it doubles when it is full. */
const INITIAL_SIZE = 16 * 1024;
/** UTF-8 bytes per UTF-16 unit, at most. */
const MAX_BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();

/**
 * Encoded entries of one file that wait to be written.
 *
 * Each is encoded into the same bytes. Encoding each into bytes of its own takes several times as long, and so does
 * encoding their joined text: the Vietnamese names make all of it a string of two bytes per unit.
 */
export class EntryBuffer {
  #bytes: Uint8Array;
  #length = 0;
  readonly #sizes: number[] = [];
  #head: { name: string; type: string; bytes: Uint8Array } | null = null;

  /** @param bytes reused from an earlier buffer */
  constructor(bytes: Uint8Array = new Uint8Array(INITIAL_SIZE)) {
    this.#bytes = bytes;
  }

  /**
   * @param timestamp as from `LocalTime`
   * @returns the number of bytes added
   */
  append(entry: AuditEntry, timestamp: string): number {
    const head = this.#headOf(entry);
    const body = formatBody(entry, timestamp);
    const before = this.#length;
    this.#reserve(head.length + body.length * MAX_BYTES_PER_UNIT);
    this.#bytes.set(head, before);
    const start = before + head.length;
    this.#length = start + encoder.encodeInto(body, this.#bytes.subarray(start)).written;
    const size = this.#length - before;
    this.#sizes.push(size);
    return size;
  }

  /** The entries so far; a view of the buffer's own bytes. */
  get chunk(): Chunk {
    return { bytes: this.#bytes.subarray(0, this.#length), sizes: this.#sizes };
  }

  #headOf(entry: AuditEntry): Uint8Array {
    const { name, type } = entry;
    if (this.#head?.name !== name || this.#head.type !== type) {
      this.#head = { name, type, bytes: encoder.encode(formatHead(entry)) };
    }
    return this.#head.bytes;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
