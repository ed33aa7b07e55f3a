import { appendWhole } from "./audit_file.ts";

/** Entries of one file, formatted. */
export interface Chunk {
  bytes: Uint8Array;
  entries: number;
}

export interface WriteResult {
  /** Entries for which there was no room. */
  lost: number;
  /** What went wrong, for the operator; null if everything was written. */
  error: string | null;
}

/** Chunks are joined up to this size, so that a long fault doesn't leave thousands of them. */
const MAX_JOINED_BYTES = 1024 * 1024;

/** What could not be written to its file yet, in the order of its recording. */
export class RetryBuffer {
  readonly #maxBytes: number;
  /** By path. */
  readonly #chunks = new Map<string, Chunk[]>();
  #bytes = 0;

  /** @param maxBytes kept at most */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get isEmpty(): boolean {
    return this.#chunks.size === 0;
  }

  /** Appends to each file what is left from before and then the new chunk; keeps a copy of what fails. Never rejects. */
  async write(fresh: ReadonlyMap<string, Chunk>): Promise<WriteResult> {
    const result: WriteResult = { lost: 0, error: null };
    for (const path of new Set([...this.#chunks.keys(), ...fresh.keys()])) {
      const chunk = fresh.get(path);
      try {
        await this.#writeKept(path);
        if (chunk !== undefined) await appendWhole(path, chunk.bytes);
      } catch (error) {
        result.error ??= `can't write ${path}: ${error instanceof Error ? error.message : error}`;
        if (chunk !== undefined) result.lost += this.#keep(path, chunk);
      }
    }
    return result;
  }

  /** Forgets everything and gives the number of its entries. */
  clear(): number {
    let entries = 0;
    for (const chunks of this.#chunks.values()) {
      for (const chunk of chunks) entries += chunk.entries;
    }
    this.#chunks.clear();
    this.#bytes = 0;
    return entries;
  }

  async #writeKept(path: string): Promise<void> {
    const chunks = this.#chunks.get(path);
    if (chunks === undefined) return;
    while (chunks.length > 0) {
      await appendWhole(path, chunks[0].bytes);
      this.#bytes -= chunks[0].bytes.length;
      chunks.shift();
    }
    this.#chunks.delete(path);
  }

  /** Gives the number of entries for which there is no room. */
  #keep(path: string, chunk: Chunk): number {
    if (this.#bytes + chunk.bytes.length > this.#maxBytes) return chunk.entries;
    this.#bytes += chunk.bytes.length;
    const chunks = this.#chunks.get(path) ?? [];
    const last = chunks.at(-1);
    if (last !== undefined && last.bytes.length + chunk.bytes.length <= MAX_JOINED_BYTES) {
      const joined = new Uint8Array(last.bytes.length + chunk.bytes.length);
      joined.set(last.bytes);
      joined.set(chunk.bytes, last.bytes.length);
      chunks[chunks.length - 1] = { bytes: joined, entries: last.entries + chunk.entries };
    } else chunks.push({ ...chunk, bytes: chunk.bytes.slice() });
    this.#chunks.set(path, chunks);
    return 0;
  }
}
