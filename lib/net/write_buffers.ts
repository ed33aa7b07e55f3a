/** Bytes of a buffer; a piece longer than a quarter of it is allocated by itself. */
const BUFFER = 256 * 1024;
/** Free buffers kept for reuse at most. */
const MAX_FREE = 16;

interface Buffer {
  readonly bytes: Uint8Array;
  used: number;
  /** Pieces of it that are being written. */
  writing: number;
}

/** A piece to be filled and written. Call `done` when its bytes are no longer needed. */
export interface WritePiece {
  readonly bytes: Uint8Array;
  done(): void;
}

/**
 * Provides bytes for writes, and reuses them once the write is done. Allocating them for each write would take longer
 * than everything else on a message's way from the room to the socket.
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
