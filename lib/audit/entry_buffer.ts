import { type AuditEntry, formatHead, formatRest } from "./audit_entry.ts";
import type { Chunk } from "./retry_buffer.ts";

/** Bytes of a new buffer; it doubles as it fills. */
const SMALLEST = 16 * 1024;
/** UTF-8 bytes that a UTF-16 unit takes at most. */
const BYTES_A_UNIT = 3;

const encoder = new TextEncoder();

/**
 * Entries of one file that wait to be written, as they will stand there.
 *
 * They are encoded one by one into the same bytes: to encode each into bytes of its own takes several times as long,
 * and to encode the text of many at once too, when its Vietnamese names make all of it a string of two bytes a unit.
 */
export class EntryBuffer {
  #bytes: Uint8Array;
  #length = 0;
  #entries = 0;
  #head: { name: string; type: string; bytes: Uint8Array } | null = null;

  /** @param bytes to use again */
  constructor(bytes: Uint8Array = new Uint8Array(SMALLEST)) {
    this.#bytes = bytes;
  }

  /**
   * @param timestamp as from `LocalTime`
   * @returns how many bytes were added
   */
  append(entry: AuditEntry, timestamp: string): number {
    const head = this.#headOf(entry);
    const rest = formatRest(entry, timestamp);
    const before = this.#length;
    this.#reserve(head.length + rest.length * BYTES_A_UNIT);
    this.#bytes.set(head, before);
    const start = before + head.length;
    this.#length = start + encoder.encodeInto(rest, this.#bytes.subarray(start)).written;
    this.#entries++;
    return this.#length - before;
  }

  /** What was appended, in the buffer's own bytes. */
  get chunk(): Chunk {
    return { bytes: this.#bytes.subarray(0, this.#length), entries: this.#entries };
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
