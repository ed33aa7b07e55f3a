import { setImmediate } from "node:timers";
import { concatenate, join } from "../protocol/concatenate.ts";
import { WriteBuffers } from "./write_buffers.ts";

/** Lines that wait behind a write one by one. */
const MAX_LOOSE_LINES = 64;
/** Bytes that they keep beyond their own: a line keeps all of the piece that it was cut from (encodeLine). */
const MAX_LOOSE_WASTE = 192 * 1024;

const buffers = new WriteBuffers();
const dirty = new Set<Outbox>();

function flushLater(outbox: Outbox): void {
  if (dirty.size === 0) {
    setImmediate(() => {
      const outboxes = [...dirty];
      dirty.clear();
      for (const each of outboxes) each.flush();
    });
  }
  dirty.add(outbox);
}

/**
 * What waits to be sent on one connection: one write a connection and loop turn, and one at a time.
 *
 * Past `maxBytes` of unread events it is full: `onFull` is called once and nothing more is taken. Responses don't
 * count: their number is bounded by the requests in hand, and a connection whose responses wait is not read.
 */
export class Outbox {
  #queue: Uint8Array[] = [];
  /** The last ones of the queue that wait one by one, and their bytes. */
  #looseLines = 0;
  #looseBytes = 0;
  /** Bytes of the pieces that they are cut from, and the last one of these. */
  #loosePieces = 0;
  #lastPiece: ArrayBufferLike | null = null;
  #queuedBytes = 0;
  #queuedEvents = 0;
  #writingBytes = 0;
  #writingEvents = 0;
  #written = 0;
  #open = true;
  #failed = false;
  #waiting: { below: number; resolve: () => void }[] = [];

  constructor(
    readonly options: {
      write: (bytes: Uint8Array) => Promise<number>;
      maxBytes: number;
      /** The socket has taken some of it. */
      onTaken?: () => void;
      onFull: () => void;
      onError: () => void;
    },
  ) {}

  /** Bytes that the socket has taken so far. */
  get written(): number {
    return this.#written;
  }

  /** Bytes that the socket has not taken yet. */
  get waiting(): number {
    return this.#queuedBytes + this.#writingBytes;
  }

  /** Bytes of memory that what is queued keeps: hardly more than waits, whatever the lines were cut from. */
  get keptBytes(): number {
    let kept = 0;
    for (const piece of new Set(this.#queue.map(({ buffer }) => buffer))) kept += piece.byteLength;
    return kept;
  }

  /** Queues the line of a response; nothing once it is closed. */
  respond(line: Uint8Array): void {
    if (this.#open) this.#append(line);
  }

  /** Queues the line of an event; nothing once it is closed. */
  push(line: Uint8Array): void {
    if (!this.#open) return;
    const unread = this.#queuedEvents + this.#writingEvents;
    // A line that finds nothing unread is taken whatever its length.
    if (unread > 0 && unread + line.length > this.options.maxBytes) {
      this.#open = false;
      // What waited is lost to this connection; what is being written ends at a line's end.
      this.#queue = [];
      this.#queuedBytes = 0;
      this.#forgetLooseLines();
      this.options.onFull();
      return;
    }
    this.#queuedEvents += line.length;
    this.#append(line);
  }

  /** A last line, or none; nothing is taken after it. */
  end(line: Uint8Array | null): void {
    this.#open = false;
    if (line !== null && !this.#failed) this.#append(line);
  }

  /** Settles when no more than `bytes` wait, or nothing can be written any more; undefined when it is so. */
  drained(bytes = 0): Promise<void> | undefined {
    if (this.#failed || this.#queuedBytes + this.#writingBytes <= bytes) return undefined;
    return new Promise((resolve) => this.#waiting.push({ below: bytes, resolve }));
  }

  flush(): void {
    if (this.#writingBytes > 0 || this.#queuedBytes === 0 || this.#failed) return;
    const piece = buffers.take(this.#queuedBytes);
    join(this.#queue, piece.bytes);
    this.#writingBytes = this.#queuedBytes;
    this.#writingEvents = this.#queuedEvents;
    this.#queue.length = 0;
    this.#queuedBytes = this.#queuedEvents = 0;
    this.#forgetLooseLines();
    this.#write(piece.bytes).then(() => {
      piece.done();
      this.#writingBytes = this.#writingEvents = 0;
      this.#settle();
      this.flush();
    }, () => {
      piece.done();
      this.#failed = true;
      this.#open = false;
      this.#settle();
      this.options.onError();
    });
  }

  #append(line: Uint8Array): void {
    this.#queue.push(line);
    this.#queuedBytes += line.length;
    if (this.#writingBytes === 0) {
      if (this.#queue.length === 1) flushLater(this);
    } else {
      this.#looseBytes += line.length;
      if (line.buffer !== this.#lastPiece) {
        this.#lastPiece = line.buffer;
        this.#loosePieces += line.buffer.byteLength;
      }
      if (
        ++this.#looseLines === MAX_LOOSE_LINES ||
        this.#loosePieces - this.#looseBytes > MAX_LOOSE_WASTE
      ) this.#joinLooseLines();
    }
  }

  /** Only those: to join all that waits each time would take the square of it. */
  #joinLooseLines(): void {
    const lines = this.#queue.splice(-this.#looseLines);
    this.#queue.push(concatenate(lines, this.#looseBytes));
    this.#forgetLooseLines();
  }

  #forgetLooseLines(): void {
    this.#looseLines = this.#looseBytes = this.#loosePieces = 0;
    this.#lastPiece = null;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const length = await this.options.write(written === 0 ? bytes : bytes.subarray(written));
      written += length;
      this.#written += length;
      this.options.onTaken?.();
    }
  }

  #settle(): void {
    if (this.#waiting.length === 0) return;
    const left = this.#failed ? 0 : this.#queuedBytes + this.#writingBytes;
    this.#waiting = this.#waiting.filter(({ below, resolve }) => {
      if (left > below) return true;
      resolve();
      return false;
    });
  }
}
