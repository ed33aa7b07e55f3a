import { setImmediate } from "node:timers";
import type { Dispatcher } from "../dispatch.ts";
import type { Limits } from "../model/limits.ts";
import { encodeLine } from "../protocol/encode_line.ts";
import { LineBuffer, type Received } from "../protocol/line_buffer.ts";
import type { Peer } from "../rooms/peer.ts";
import { Outbox } from "./outbox.ts";
import { ResponseOrder } from "./response_order.ts";

/** Why the server ends a connection (docs/PROTOCOL.md, "Events"). */
export type ClosingReason = "shutdown" | "slow_consumer" | "idle";

/** Requests of one connection that wait for their answer at once; the rest waits unread. */
const MAX_IN_HAND = 256;
/** Output in bytes that may wait before the next request of its connection begins. */
const MAX_WAITING_OUTPUT = 256 * 1024;
/** Milliseconds of one connection's requests in a row, before others have their turn. */
const TIME_SLICE = 4;
/** How long in milliseconds a connection that is being ended may take to receive what is left. */
const END_DEADLINE = 5_000;
/** How long in milliseconds a client that ended its sending half may take nothing of what it asked for. */
const STALL = 5_000;
/** How long in milliseconds to wait for the other side's FIN; closing earlier could cost it our last line. */
const LINGER = 1_000;
const MIN_BUFFER = 4 * 1024;
const MAX_BUFFER = 64 * 1024;

/** One client's connection: its lines in order, its responses in the same order, its events between them. */
export class Connection implements Peer {
  readonly address: string;
  trusted = false;
  closed = false;
  readonly #conn: Deno.Conn;
  readonly #dispatcher: Dispatcher;
  readonly #now: () => number;
  readonly #lines: LineBuffer;
  readonly #outbox: Outbox;
  readonly #responses: ResponseOrder;
  readonly #finished = Promise.withResolvers<string>();
  /** Settles when the client has ended its sending half. */
  readonly #heardEnd = Promise.withResolvers<void>();
  #heardAt: number;
  #ending = false;
  #overlapping = false;
  #sliceEnds = 0;

  constructor(
    readonly id: number,
    conn: Deno.Conn,
    options: { address: string; dispatcher: Dispatcher; limits: Limits; now: () => number },
  ) {
    this.#conn = conn;
    this.address = options.address;
    this.#dispatcher = options.dispatcher;
    this.#now = options.now;
    this.#heardAt = options.now();
    this.#lines = new LineBuffer(options.limits.maxLine);
    this.#outbox = new Outbox({
      write: (bytes) => conn.write(bytes),
      maxBytes: options.limits.maxOutput,
      onFull: () => this.end("slow_consumer"),
      onError: () => this.#finish("write failed"),
    });
    this.#responses = new ResponseOrder((line) => this.#outbox.respond(line));
  }

  send(line: Uint8Array): void {
    this.#outbox.push(line);
  }

  /** Whether nothing was heard since then, in Unix milliseconds, and nothing is in hand. */
  isSilentSince(time: number): boolean {
    return this.#heardAt <= time && this.#responses.empty;
  }

  /** Serves the connection. @returns why it was closed, once it is */
  run(): Promise<string> {
    this.#read().then(
      () => this.#finish("closed by the client"),
      (error) => this.#finish(`read failed: ${error.name}`),
    );
    return this.#finished.promise;
  }

  /** Takes no more requests, answers those in hand, says why, and closes. */
  async end(reason: ClosingReason): Promise<void> {
    if (this.#ending || this.closed) return;
    this.#ending = true;
    const deadline = setTimeout(() => this.#finish(reason), END_DEADLINE);
    try {
      await this.#responses.fewerThan(1);
      this.#outbox.end(encodeLine(this.#dispatcher.closing(reason)));
      await this.#outbox.drained();
      if (this.closed) return;
      await this.#conn.closeWrite();
      const linger = setTimeout(() => this.#finish(reason), LINGER);
      await Promise.race([this.#heardEnd.promise, this.#finished.promise]);
      clearTimeout(linger);
    } catch {
      // The client is gone: there is nobody to tell.
    } finally {
      clearTimeout(deadline);
      this.#finish(reason);
    }
  }

  async #read(): Promise<void> {
    let buffer = new Uint8Array(MIN_BUFFER);
    while (!this.closed) {
      const length = await this.#conn.read(buffer);
      if (length === null) break;
      this.#heardAt = this.#now();
      this.#sliceEnds = performance.now() + TIME_SLICE;
      // While it ends, what still comes is thrown away.
      if (this.#ending) continue;
      for (const received of this.#lines.push(buffer.subarray(0, length))) {
        await this.#serve(received);
        if (this.#ending || this.closed) break;
      }
      if (length === buffer.length && length < MAX_BUFFER) buffer = new Uint8Array(length * 2);
    }
    this.#heardEnd.resolve();
    // The client may have closed its sending half only: what it asked for is still answered.
    if (!this.#ending) await this.#responses.fewerThan(1);
    if (!this.#ending) await this.#drain();
    if (this.#ending) await this.#finished.promise;
  }

  /** Waits until the client has taken everything, or takes nothing any more. */
  async #drain(): Promise<void> {
    let taken = -1;
    const watch = setInterval(() => {
      if (this.#outbox.written === taken) this.#finish("closed by the client");
      taken = this.#outbox.written;
    }, STALL);
    await Promise.race([this.#outbox.drained(), this.#finished.promise]);
    clearInterval(watch);
  }

  /** Returns when the next request may begin: only requests that overlap are in hand together. */
  async #serve(received: Received): Promise<void> {
    const incoming = this.#dispatcher.recognize(received);
    const overlaps = incoming.action?.overlaps ?? false;
    // Awaited only where there is something to wait for: each await costs a message some tenths of a microsecond.
    const turn = this.#responses.fewerThan(overlaps && this.#overlapping ? MAX_IN_HAND : 1);
    if (turn !== undefined) await turn;
    this.#overlapping = overlaps;
    await this.#dispatcher.run(incoming, this, this.#responses.next());
    const answered = overlaps ? undefined : this.#responses.fewerThan(1);
    if (answered !== undefined) await answered;
    const taken = this.#outbox.drained(MAX_WAITING_OUTPUT);
    if (taken !== undefined) await taken;
    if (performance.now() >= this.#sliceEnds) await this.#giveWay();
  }

  /** Lets the event loop turn: what is answered at once would keep every other connection waiting. */
  async #giveWay(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#sliceEnds = performance.now() + TIME_SLICE;
  }

  #finish(reason: string): void {
    if (this.closed) return;
    this.closed = true;
    this.#outbox.end(null);
    try {
      this.#conn.close();
    } catch {
      // Closed already by the other side.
    }
    this.#finished.resolve(reason);
  }
}
