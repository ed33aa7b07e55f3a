import { setImmediate } from "node:timers";
import { concatenate, join } from "../protocol/concatenate.ts";
import { WriteBuffers, type WritePiece } from "./write_buffers.ts";

/**
 * Bytes that the lines waiting behind a write may keep in memory beyond their own, before they are copied into one. A
 * line keeps the whole piece that it was cut from (encodeLine): without this, 27 MB of unread lines of 60 bytes, each
 * for one connection, keep 77 MB instead of 29.
 *
 * Their number alone is no reason to copy: the connections of a room share its lines. Copied 64 at a time, 45 MB unread
 * by 50 readers of one room keep 46 MB instead of 6, and a push takes two to four times as long.
 */
const MAX_WASTE = 192 * 1024;

/** Bytes of a line that is not copied to be written. */
const LONG_LINE = 64 * 1024;

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
 * Buffers the output of one connection: one write per connection and loop turn, and one at a time.
 *
 * Beyond `maxBytes` of unread events it is full: `onFull` is called once and nothing more is accepted. Responses don't
 * count: their number is bounded by the requests in hand, and a connection whose responses wait is not read.
 */
export class Outbox {
  #queue: Uint8Array[] = [];
  /** The lines at the end of the queue that are not copied: their number and bytes. */
  #looseLines = 0;
  #looseBytes = 0;
  /** Bytes of the pieces that they were cut from, and the last of these. */
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
      /** Called when the socket has taken some of the output. */
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

  /** Bytes of memory that the queue keeps: hardly more than wait, whatever the lines were cut from. */
  get keptBytes(): number {
    let kept = 0;
    for (const piece of new Set(this.#queue.map(({ buffer }) => buffer))) kept += piece.byteLength;
    return kept;
  }

  /** Queues the line of a response; does nothing once it is closed. */
  respond(line: Uint8Array): void {
    if (this.#open) this.#append(line);
  }

  /** Queues the line of an event; does nothing once it is closed. */
  push(line: Uint8Array): void {
    if (!this.#open) return;
    const unread = this.#queuedEvents + this.#writingEvents;
    // If nothing is unread, a line of any length is accepted.
    if (unread > 0 && unread + line.length > this.options.maxBytes) {
      this.#open = false;
      // The queue is lost to this connection; the write in progress ends with a whole line.
      this.#queue = [];
      this.#queuedBytes = 0;
      this.#forgetLooseLines();
      this.options.onFull();
      return;
    }
    this.#queuedEvents += line.length;
    this.#append(line);
  }

  /** Queues a last line, if any, and accepts no more. */
  end(line: Uint8Array | null): void {
    this.#open = false;
    if (line !== null && !this.#failed) this.#append(line);
  }

  /** Settles when at most `bytes` wait, or writing has failed; undefined when that is already so. */
  drained(bytes = 0): Promise<void> | undefined {
    if (this.#failed || this.#queuedBytes + this.#writingBytes <= bytes) return undefined;
    return new Promise((resolve) => this.#waiting.push({ below: bytes, resolve }));
  }

  flush(): void {
    if (this.#writingBytes > 0 || this.#queuedBytes === 0 || this.#failed) return;
    const piece = this.#takeLongLine() ?? buffers.take(this.#queuedBytes);
    if (piece.bytes !== this.#queue[0]) join(this.#queue, piece.bytes);
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

  /** A long line by itself is written as it is: its bytes are its own (encodeLine), and nobody changes them. */
  #takeLongLine(): WritePiece | null {
    const [line] = this.#queue;
    if (this.#queue.length > 1 || line.length < LONG_LINE) return null;
    return { bytes: line, done() {} };
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
      this.#looseLines++;
      if (this.#loosePieces - this.#looseBytes > MAX_WASTE) this.#joinLooseLines();
    }
  }

  /** Copies only those: copying the whole queue each time would take quadratic time. */
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
