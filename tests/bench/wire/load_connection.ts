import { ACKNOWLEDGED, type Classify, DELIVERED, PING, UNEXPECTED } from "./dialect.ts";
import { age, StampedLines } from "./stamped_lines.ts";

const LF = 10;
/** The default; a prime, so that different members are sampled. */
const SAMPLE = 61;
const PONG = new TextEncoder().encode("PONG\r\n");

/** Counters shared by all connections. */
export class Counts {
  sent = 0;
  acknowledged = 0;
  delivered = 0;
  /** The measured delivery times in milliseconds. */
  delays: number[] = [];

  /** @param sample measures one in this many deliveries */
  constructor(readonly sample: number = SAMPLE) {}
}

/** The closed loop of one connection: each acknowledged message is followed by another. */
export class LoadConnection {
  readonly #conn: Deno.TcpConn;
  readonly #classify: Classify;
  readonly #lines: StampedLines;
  readonly #counts: Counts;
  #buffer: Uint8Array<ArrayBuffer>;
  #unopened = 0;
  #opened = () => {};
  #sending = false;
  /** Messages to send. */
  #owed = 0;
  #pongOwed = false;
  #writing = false;

  constructor(
    { conn, classify, lines, counts, bufferBytes }: {
      conn: Deno.TcpConn;
      classify: Classify;
      lines: StampedLines;
      counts: Counts;
      /** The initial size; it grows to the longest line. */
      bufferBytes: number;
    },
  ) {
    this.#conn = conn;
    this.#classify = classify;
    this.#lines = lines;
    this.#counts = counts;
    this.#buffer = new Uint8Array(bufferBytes);
  }

  /** Sends the opening lines and waits for as many responses. */
  async open(lines: string, answers: number): Promise<void> {
    this.#unopened = answers;
    const opened = new Promise<void>((resolve) => this.#opened = resolve);
    this.#read();
    await this.#send(new TextEncoder().encode(lines));
    await opened;
  }

  start(window: number): void {
    this.#sending = true;
    this.#owed = window;
    this.#write();
  }

  stop(): void {
    this.#sending = false;
  }

  async #read(): Promise<void> {
    let kept = 0;
    for (;;) {
      const read = await this.#conn.read(kept === 0 ? this.#buffer : this.#buffer.subarray(kept));
      if (read === null) throw new Error("a connection was closed");
      kept = this.#take(kept, kept + read);
      if ((this.#owed > 0 || this.#pongOwed) && !this.#writing) this.#write();
    }
  }

  /**
   * Consumes complete lines from the buffer, whose first `searched` bytes contain no line end; returns the length of
   * the rest.
   */
  #take(searched: number, length: number): number {
    const bytes = this.#buffer.subarray(0, length);
    let from = 0;
    for (let end = bytes.indexOf(LF, searched); end >= 0; end = bytes.indexOf(LF, from)) {
      this.#line(bytes, from);
      from = end + 1;
    }
    if (from > 0) this.#buffer.copyWithin(0, from, length);
    else if (length === this.#buffer.length) {
      this.#buffer = new Uint8Array(length * 2);
      this.#buffer.set(bytes);
    }
    return length - from;
  }

  #line(bytes: Uint8Array, from: number): void {
    const kind = this.#classify(bytes, from);
    if (kind === DELIVERED) {
      if (++this.#counts.delivered % this.#counts.sample === 0) {
        this.#counts.delays.push(age(bytes, from));
      }
    } else if (kind === ACKNOWLEDGED) {
      if (this.#unopened > 0) {
        if (--this.#unopened === 0) this.#opened();
        return;
      }
      this.#counts.acknowledged++;
      if (this.#sending) this.#owed++;
    } else if (kind === PING) this.#pongOwed = true;
    else if (kind === UNEXPECTED) {
      throw new Error(`unexpected: ${new TextDecoder().decode(bytes.subarray(from, from + 300))}`);
    }
  }

  /** Everything caused by one chunk of input is written at once. */
  async #write(): Promise<void> {
    this.#writing = true;
    while (this.#owed > 0 || this.#pongOwed) {
      if (this.#pongOwed) {
        this.#pongOwed = false;
        await this.#send(PONG);
      }
      const count = this.#owed;
      this.#owed = 0;
      this.#counts.sent += count;
      await this.#send(this.#lines.stamped(count));
    }
    this.#writing = false;
  }

  async #send(bytes: Uint8Array): Promise<void> {
    while (bytes.length > 0) bytes = bytes.subarray(await this.#conn.write(bytes));
  }
}
