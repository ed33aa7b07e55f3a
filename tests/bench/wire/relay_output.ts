import { setImmediate } from "node:timers";

const BUFFER_BYTES = 16 * 1024;
/**
 * Maximum of pending bytes in all outputs together before reading pauses; otherwise a large room would fill the memory.
 */
const MOST_WAITING_BYTES = 16 * 1024 * 1024;

/** Outputs waiting for the end of this event loop turn. */
let waiting: RelayOutput[] = [];

function writeAll(): void {
  const outputs = waiting;
  waiting = [];
  for (const output of outputs) output.write();
}

let waitingBytes = 0;
/** Callbacks of paused readers. */
let readers: (() => void)[] = [];

/** Undefined while reading may continue; otherwise resolves when it may. */
export function space(): Promise<void> | undefined {
  if (waitingBytes <= MOST_WAITING_BYTES) return;
  return new Promise((resolve) => readers.push(resolve));
}

function written(bytes: number): void {
  waitingBytes -= bytes;
  if (readers.length === 0 || waitingBytes > MOST_WAITING_BYTES / 2) return;
  const woken = readers;
  readers = [];
  for (const wake of woken) wake();
}

/** The pending output of one connection, written as one chunk per event loop turn. */
export class RelayOutput {
  readonly #conn: Deno.TcpConn;
  #buffer = new Uint8Array(BUFFER_BYTES);
  /** The other buffer while one is being written. */
  #spare = new Uint8Array(BUFFER_BYTES);
  #length = 0;
  /** Whether it waits for the end of the turn or for a write in progress. */
  #busy = false;

  constructor(conn: Deno.TcpConn) {
    this.#conn = conn;
  }

  push(bytes: Uint8Array): void {
    const end = this.#length + bytes.length;
    if (end > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(end, this.#buffer.length * 2));
      larger.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.#length);
    this.#length = end;
    waitingBytes += bytes.length;
    if (this.#busy) return;
    this.#busy = true;
    if (waiting.push(this) === 1) setImmediate(writeAll);
  }

  async write(): Promise<void> {
    try {
      while (this.#length > 0) {
        const buffer = this.#buffer;
        let bytes = buffer.subarray(0, this.#length);
        [this.#buffer, this.#length] = [this.#spare, 0];
        while (bytes.length > 0) {
          const count = await this.#conn.write(bytes);
          written(count);
          bytes = bytes.subarray(count);
        }
        this.#spare = buffer;
      }
    } catch {
      // The connection is gone.
    }
    this.#busy = false;
  }
}
