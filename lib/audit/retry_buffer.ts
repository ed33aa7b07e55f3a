/** Formatted entries of one file. */
export interface Chunk {
  bytes: Uint8Array;
  /** The bytes of each entry, in order. */
  sizes: readonly number[];
}

export interface WriteOutcome {
  /** The number of entries that failed and found no room in the buffer. */
  lost: number;
  /** The first error, for the operator; null if everything was written. */
  error: string | null;
}

/** Chunks are joined up to this size, so that a long fault doesn't leave thousands of them. */
const MAX_JOINED_BYTES = 1024 * 1024;

/** Entries that could not be written yet, by file and in order; they are retried with each write. */
export class RetryBuffer {
  readonly #append: (path: string, chunk: Chunk) => Promise<void>;
  readonly #maxBytes: number;
  /** By path. */
  readonly #chunks = new Map<string, Chunk[]>();
  #bytes = 0;

  /**
   * @param append appends all of a chunk to a file, or nothing
   * @param maxBytes the most that is kept
   */
  constructor(append: (path: string, chunk: Chunk) => Promise<void>, maxBytes: number) {
    this.#append = append;
    this.#maxBytes = maxBytes;
  }

  /** Bytes that are kept. */
  get bytes(): number {
    return this.#bytes;
  }

  get isEmpty(): boolean {
    return this.#chunks.size === 0;
  }

  /** Appends to each file first its earlier entries, then the new chunk; keeps a copy of what fails. Never rejects. */
  async write(fresh: ReadonlyMap<string, Chunk>): Promise<WriteOutcome> {
    const result: WriteOutcome = { lost: 0, error: null };
    for (const path of new Set([...this.#chunks.keys(), ...fresh.keys()])) {
      const chunk = fresh.get(path);
      try {
        await this.#writeKept(path);
        if (chunk !== undefined) await this.#append(path, chunk);
      } catch (error) {
        result.error ??= `can't write ${path}: ${error instanceof Error ? error.message : error}`;
        if (chunk !== undefined) result.lost += this.#keep(path, chunk);
      }
    }
    return result;
  }

  /** Drops everything. @returns the number of entries dropped */
  clear(): number {
    let entries = 0;
    for (const chunks of this.#chunks.values()) {
      for (const { sizes } of chunks) entries += sizes.length;
    }
    this.#chunks.clear();
    this.#bytes = 0;
    return entries;
  }

  async #writeKept(path: string): Promise<void> {
    const chunks = this.#chunks.get(path);
    if (chunks === undefined) return;
    while (chunks.length > 0) {
      await this.#append(path, chunks[0]);
      this.#bytes -= chunks[0].bytes.length;
      chunks.shift();
    }
    this.#chunks.delete(path);
  }

  /** @returns the number of entries lost for want of room */
  #keep(path: string, chunk: Chunk): number {
    if (this.#bytes + chunk.bytes.length > this.#maxBytes) return chunk.sizes.length;
    this.#bytes += chunk.bytes.length;
    const chunks = this.#chunks.get(path) ?? [];
    const last = chunks.at(-1);
    if (last !== undefined && last.bytes.length + chunk.bytes.length <= MAX_JOINED_BYTES) {
      const joined = new Uint8Array(last.bytes.length + chunk.bytes.length);
      joined.set(last.bytes);
      joined.set(chunk.bytes, last.bytes.length);
      chunks[chunks.length - 1] = { bytes: joined, sizes: [...last.sizes, ...chunk.sizes] };
    } else chunks.push({ ...chunk, bytes: chunk.bytes.slice() });
    this.#chunks.set(path, chunks);
    return 0;
  }
}
