/** Size of a buffer in bytes. A piece longer than a quarter of it is allocated separately. */
const BUFFER = 256 * 1024;
/** Maximum number of free buffers kept for reuse. */
const MAX_FREE = 16;

interface Buffer {
  readonly bytes: Uint8Array;
  used: number;
  /** Number of its pieces that are in use. */
  writing: number;
}

/** A piece of a buffer to fill and write. Call `done` when its bytes are no longer needed. */
export interface WritePiece {
  readonly bytes: Uint8Array;
  done(): void;
}

/**
 * A pool of write buffers, which are reused once their writes are done. Allocating for each write would take longer
 * than everything else that a message needs from the room to the socket.
 */
export class WriteBuffers {
  readonly #free: Buffer[] = [];
  #current: Buffer = newBuffer();

  take(length: number): WritePiece {
    if (length > BUFFER / 4) return { bytes: new Uint8Array(length), done() {} };
    if (this.#current.used + length > BUFFER) this.#current = this.#free.pop() ?? newBuffer();
    const buffer = this.#current;
    const bytes = buffer.bytes.subarray(buffer.used, buffer.used += length);
    buffer.writing++;
    return { bytes, done: () => this.#release(buffer) };
  }

  #release(buffer: Buffer): void {
    if (--buffer.writing > 0) return;
    buffer.used = 0;
    if (buffer !== this.#current && this.#free.length < MAX_FREE) this.#free.push(buffer);
  }
}

function newBuffer(): Buffer {
  return { bytes: new Uint8Array(BUFFER), used: 0, writing: 0 };
}
