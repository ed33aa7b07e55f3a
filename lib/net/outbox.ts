import { setImmediate } from "node:timers";
import { concatenate } from "../protocol/concatenate.ts";

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
 * Past `maxBytes` unread it is full: `onFull` is called once and nothing more is taken.
 */
export class Outbox {
  #queue: Uint8Array[] = [];
  #queuedBytes = 0;
  #writingBytes = 0;
  #open = true;
  #failed = false;
  #idle = Promise.withResolvers<void>();

  constructor(
    readonly options: {
      write: (bytes: Uint8Array) => Promise<number>;
      maxBytes: number;
      onFull: () => void;
      onError: () => void;
    },
  ) {}

  /** Queues a line; nothing once it is closed. */
  push(line: Uint8Array): void {
    if (!this.#open) return;
    const waiting = this.#queuedBytes + this.#writingBytes;
    // A line that finds nothing waiting is taken whatever its length: a page of messages is one line.
    if (waiting > 0 && waiting + line.length > this.options.maxBytes) {
      this.#open = false;
      // What waited is lost to this connection; what is being written ends at a line's end.
      this.#queue = [];
      this.#queuedBytes = 0;
      this.options.onFull();
      return;
    }
    this.#append(line);
  }

  /** A last line, whatever the cap says; nothing is taken after it. */
  end(line: Uint8Array | null): void {
    this.#open = false;
    if (line !== null && !this.#failed) this.#append(line);
  }

  /** Settles when all that was queued is written, or can't be. */
  drained(): Promise<void> {
    if (this.#failed || this.#queuedBytes + this.#writingBytes === 0) return Promise.resolve();
    return this.#idle.promise;
  }

  flush(): void {
    if (this.#writingBytes > 0 || this.#queuedBytes === 0 || this.#failed) return;
    const bytes = this.#queue.length === 1
      ? this.#queue[0]
      : concatenate(this.#queue, this.#queuedBytes);
    this.#queue = [];
    this.#queuedBytes = 0;
    this.#writingBytes = bytes.length;
    this.#write(bytes).then(() => {
      this.#writingBytes = 0;
      if (this.#queuedBytes > 0) this.flush();
      else this.#settle();
    }, () => {
      this.#failed = true;
      this.#open = false;
      this.#writingBytes = 0;
      this.#settle();
      this.options.onError();
    });
  }

  #append(line: Uint8Array): void {
    this.#queue.push(line);
    this.#queuedBytes += line.length;
    if (this.#writingBytes === 0) flushLater(this);
  }

  async #write(bytes: Uint8Array): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      written += await this.options.write(written === 0 ? bytes : bytes.subarray(written));
    }
  }

  #settle(): void {
    this.#idle.resolve();
    this.#idle = Promise.withResolvers();
  }
}
