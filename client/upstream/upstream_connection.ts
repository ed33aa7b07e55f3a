import { type Event, parseEvent } from "../../lib/protocol/events.ts";
import { LineBuffer, type Received } from "../../lib/protocol/line_buffer.ts";
import { parseServerLine, type Reply } from "./server_line.ts";
import type { Timer, Timers } from "../../lib/timers.ts";

/** A request on its way: the answers come in the order of the requests. */
export interface SentRequest {
  readonly line: string;
  readonly action: string;
  readonly tag: string | null;
  /** Called while the line is read, so that what follows it on the connection comes after. */
  answer(reply: Reply): void;
  /** The connection ended before the answer; the server may have done it or not. */
  lost(): void;
}

export interface UpstreamConnectionOptions {
  timers: Timers;
  /** Silence in ms after which a `ping` is sent: TCP would notice a dead peer after hours. */
  keepaliveMs: number;
  /** Silence in ms, with a request unanswered, after which the connection counts as dead. */
  answerMs: number;
  event(event: Event): void;
  answered(): void;
  /** Called once, after the unanswered requests were told. */
  lost(): void;
}

/** A page of messages is the longest: 1 MiB of text, which JSON can double. */
const MAX_LINE = 16 * 1024 * 1024;
const READ_BYTES = 64 * 1024;
const LINGER_MS = 1_000;

/** One connection to the server, from its opening to its loss. */
export class UpstreamConnection {
  readonly #conn: Deno.Conn;
  readonly #options: UpstreamConnectionOptions;
  readonly #lines = new LineBuffer(MAX_LINE);
  readonly #encoder = new TextEncoder();
  #unanswered: SentRequest[] = [];
  #unsent: string[] = [];
  #writing = false;
  #ended = false;
  #readEnded = false;
  #closed = false;
  #heardAt: number;
  #watch: Timer | undefined;
  #linger: Timer | undefined;

  constructor(conn: Deno.Conn, options: UpstreamConnectionOptions) {
    this.#conn = conn;
    this.#options = options;
    this.#heardAt = options.timers.monotonic();
    this.#arm();
    this.#read();
  }

  /** Requests without an answer. */
  get waiting(): number {
    return this.#unanswered.length;
  }

  send(request: SentRequest): void {
    if (this.#unanswered.length === 0) this.#heardAt = this.#options.timers.monotonic();
    this.#unanswered.push(request);
    this.#unsent.push(request.line);
    if (this.#unanswered.length === 1) this.#arm();
    if (this.#writing) return;
    this.#writing = true;
    // What is asked in one turn goes out in one write.
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
    for (const request of unanswered) request.lost();
    this.#options.lost();
  }

  /**
   * Ends the connection from our side and waits for the other to follow: on Deno 2.8 a read that is
   * pending when the connection is closed never settles (denoland/deno#35292).
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
        this.#heardAt = this.#options.timers.monotonic();
        for (const received of this.#lines.push(buffer.subarray(0, length))) this.#take(received);
      }
    } catch {
      // A reset is a loss like any other.
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
      // A newer server may have events of its own.
      if (event !== null) this.#options.event(event);
      return;
    }
    const request = this.#unanswered[0];
    // Whoever speaks otherwise is no Chung server, or out of step: nothing after it can be trusted.
    if (line === null || request === undefined || !answers(line, request)) return this.end();
    this.#unanswered.shift();
    request.answer(line);
    // A connection that is refused is told so in the first answer's place: the next one may well wait longer.
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
    const left = Math.max(0, this.#heardAt + limit - timers.monotonic());
    this.#watch = timers.set(() => this.#overdue(limit), left);
  }

  #overdue(limit: number): void {
    const { timers } = this.#options;
    const silent = timers.monotonic() - this.#heardAt >= limit;
    if (silent && this.#unanswered.length > 0) return this.end();
    if (silent) this.send({ line: "ping", action: "ping", tag: null, answer() {}, lost() {} });
    else this.#arm();
  }
}

function answers(reply: Reply, request: SentRequest): boolean {
  // A request that the server could not even read is answered without its action and tag.
  if (reply.kind === "err" && reply.action === "-") return true;
  return reply.action === request.action && reply.tag === request.tag;
}
