import { type Event, parseEvent } from "../../lib/protocol/events.ts";
import { LineBuffer, type Received } from "../../lib/protocol/line_buffer.ts";
import { parseServerLine, type Reply } from "./server_line.ts";
import type { Timer, Timers } from "../shared/timers.ts";

/** A request as sent on a connection. Answers arrive in the order of the requests. */
export interface Ask {
  readonly line: string;
  readonly action: string;
  readonly tag: string | null;
  /** Called synchronously as the answer is read, before anything that follows it on the connection. */
  answer(reply: Reply): void;
  /** Called when the connection ends before the answer; the server may or may not have carried out the request. */
  lost(): void;
}

export interface LinkOptions {
  timers: Timers;
  /** Milliseconds of silence before a `ping` is sent: TCP would take hours to notice a dead peer. */
  keepaliveMs: number;
  /** Milliseconds of silence, with a request unanswered, after which the connection counts as dead. */
  answerMs: number;
  event(event: Event): void;
  answered(): void;
  /** Called once, after `lost` of the unanswered requests. */
  lost(): void;
}

/** Longest line in bytes. The longest legitimate one is a page of messages: 1 MiB of text, which JSON can double. */
const MAX_LINE = 16 * 1024 * 1024;
const READ_BYTES = 64 * 1024;
const LINGER_MS = 1_000;

/** One connection to the server, from its opening to its loss. */
export class UpstreamConnection {
  readonly #conn: Deno.Conn;
  readonly #options: LinkOptions;
  readonly #lines = new LineBuffer(MAX_LINE);
  readonly #encoder = new TextEncoder();
  #unanswered: Ask[] = [];
  #unsent: string[] = [];
  #writing = false;
  #ended = false;
  #readEnded = false;
  #closed = false;
  #heardAt: number;
  #watch: Timer | undefined;
  #linger: Timer | undefined;

  constructor(conn: Deno.Conn, options: LinkOptions) {
    this.#conn = conn;
    this.#options = options;
    this.#heardAt = options.timers.now();
    this.#arm();
    this.#read();
  }

  /** The number of unanswered requests. */
  get waiting(): number {
    return this.#unanswered.length;
  }

  send(ask: Ask): void {
    if (this.#unanswered.length === 0) this.#heardAt = this.#options.timers.now();
    this.#unanswered.push(ask);
    this.#unsent.push(ask.line);
    if (this.#unanswered.length === 1) this.#arm();
    if (this.#writing) return;
    this.#writing = true;
    // Batches the requests of one turn into one write.
    queueMicrotask(() => this.#write());
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#options.timers.clear(this.#watch);
    const unanswered = this.#unanswered;
    this.#unanswered = [];
    this.#unsent = [];
    this.#finish();
    for (const ask of unanswered) ask.lost();
    this.#options.lost();
  }

  /**
   * Half-closes the connection and waits for the peer to follow: on Deno 2.8 a read that is pending when the
   * connection is closed never settles (denoland/deno#35292).
   */
  #finish(): void {
    if (this.#readEnded) return this.#close();
    this.#conn.closeWrite().catch(() => {});
    this.#linger = this.#options.timers.set(() => this.#close(), LINGER_MS);
  }

  #close(): void {
    this.#options.timers.clear(this.#linger);
    if (this.#closed) return;
    this.#closed = true;
    this.#conn.close();
  }

  async #read(): Promise<void> {
    const buffer = new Uint8Array(READ_BYTES);
    try {
      for (;;) {
        const length = await this.#conn.read(buffer);
        if (length === null) break;
        if (this.#ended) continue;
        this.#heardAt = this.#options.timers.now();
        for (const received of this.#lines.push(buffer.subarray(0, length))) this.#take(received);
      }
    } catch {
      // A reset is handled like any other loss.
    }
    this.#readEnded = true;
    this.end();
    this.#close();
  }

  #take(received: Received): void {
    if (this.#ended) return;
    const line = "text" in received ? parseServerLine(received.text) : null;
    if (line?.kind === "event") {
      const event = parseEvent(line.type, line.data);
      // A newer server may send events unknown here.
      if (event !== null) this.#options.event(event);
      return;
    }
    const ask = this.#unanswered[0];
    // The peer is not a Chung server, or is out of step: nothing that follows can be trusted.
    if (line === null || ask === undefined || !answers(line, ask)) return this.end();
    this.#unanswered.shift();
    ask.answer(line);
    // A refused connection gets this error in place of its first answer: the backoff should keep growing.
    if (line.kind !== "err" || line.action !== "-") this.#options.answered();
  }

  async #write(): Promise<void> {
    try {
      while (this.#unsent.length > 0) {
        const bytes = this.#encoder.encode(this.#unsent.join("\n") + "\n");
        this.#unsent = [];
        for (let sent = 0; sent < bytes.length;) {
          sent += await this.#conn.write(bytes.subarray(sent));
        }
      }
      this.#writing = false;
    } catch {
      this.end();
    }
  }

  #arm(): void {
    const { timers, answerMs, keepaliveMs } = this.#options;
    timers.clear(this.#watch);
    const limit = this.#unanswered.length > 0 ? answerMs : keepaliveMs;
    const left = Math.max(0, this.#heardAt + limit - timers.now());
    this.#watch = timers.set(() => this.#overdue(limit), left);
  }

  #overdue(limit: number): void {
    const { timers } = this.#options;
    const silent = timers.now() - this.#heardAt >= limit;
    if (silent && this.#unanswered.length > 0) return this.end();
    if (silent) this.send({ line: "ping", action: "ping", tag: null, answer() {}, lost() {} });
    else this.#arm();
  }
}

function answers(reply: Reply, ask: Ask): boolean {
  // The server answers a request that it could not read without an action or tag.
  if (reply.kind === "err" && reply.action === "-") return true;
  return reply.action === ask.action && reply.tag === ask.tag;
}
