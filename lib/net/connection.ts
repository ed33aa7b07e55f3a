import { type Dispatcher, encodeLine } from "../dispatch.ts";
import type { Limits } from "../model/limits.ts";
import { eventLine } from "../protocol/event.ts";
import { LineBuffer, type Received } from "../protocol/line_buffer.ts";
import type { Peer } from "../rooms/peer.ts";
import { Outbox } from "./outbox.ts";
import { ResponseOrder } from "./response_order.ts";

/** Why the server ends a connection (docs/PROTOCOL.md, "Events"). */
export type ClosingReason = "shutdown" | "slow_consumer" | "idle";

/** Requests of one connection that wait for their answer at once; the rest waits unread. */
const MAX_IN_HAND = 256;
/** How long in milliseconds a connection that is being ended may take to receive what is left. */
const END_DEADLINE = 5_000;
/** How long in milliseconds to wait for the other side's FIN; closing earlier could cost it our last line. */
const LINGER = 1_000;
const MIN_BUFFER = 4 * 1024;
const MAX_BUFFER = 64 * 1024;

/** One client's connection: its lines in order, its responses in the same order, its events between them. */
export class Connection implements Peer {
  readonly address: string;
  trusted = false;
  closed = false;
  /** When it was last heard of, in Unix milliseconds. */
  heardAt: number;
  readonly #conn: Deno.Conn;
  readonly #dispatcher: Dispatcher;
  readonly #now: () => number;
  readonly #lines: LineBuffer;
  readonly #outbox: Outbox;
  readonly #responses: ResponseOrder;
  readonly #finished = Promise.withResolvers<string>();
  #reason = "closed by the client";
  #ending = false;

  constructor(
    readonly id: number,
    conn: Deno.Conn,
    options: { address: string; dispatcher: Dispatcher; limits: Limits; now: () => number },
  ) {
    this.#conn = conn;
    this.address = options.address;
    this.#dispatcher = options.dispatcher;
    this.#now = options.now;
    this.heardAt = options.now();
    this.#lines = new LineBuffer(options.limits.maxLine);
    this.#outbox = new Outbox({
      write: (bytes) => conn.write(bytes),
      maxBytes: options.limits.maxOutput,
      onFull: () => this.end("slow_consumer"),
      onError: () => this.#finish("write failed"),
    });
    this.#responses = new ResponseOrder((line) => this.send(line));
  }

  send(line: Uint8Array): void {
    this.#outbox.push(line);
  }

  /** Serves the connection. @returns why it was closed, once it is */
  run(): Promise<string> {
    this.#read().then(
      () => this.#finish(this.#reason),
      (error) => this.#finish(`read failed: ${error.name}`),
    );
    return this.#finished.promise;
  }

  /** Takes no more requests, answers those in hand, says why, and closes. */
  async end(reason: ClosingReason): Promise<void> {
    if (this.#ending || this.closed) return;
    this.#ending = true;
    this.#reason = reason;
    const deadline = setTimeout(() => this.#finish(reason), END_DEADLINE);
    try {
      await this.#responses.fewerThan(1);
      this.#outbox.end(encodeLine(eventLine("closing", { reason })));
      await this.#outbox.drained();
      if (this.closed) return;
      await this.#conn.closeWrite();
      const linger = setTimeout(() => this.#finish(reason), LINGER);
      await this.#finished.promise;
      clearTimeout(linger);
    } catch {
      this.#finish(reason);
    } finally {
      clearTimeout(deadline);
    }
  }

  async #read(): Promise<void> {
    let buffer = new Uint8Array(MIN_BUFFER);
    while (!this.closed) {
      const length = await this.#conn.read(buffer);
      if (length === null) break;
      this.heardAt = this.#now();
      // While it ends, what still comes is thrown away.
      if (this.#ending) continue;
      for (const received of this.#lines.push(buffer.subarray(0, length))) {
        await this.#serve(received);
        if (this.#ending) break;
      }
      if (length === buffer.length && length < MAX_BUFFER) buffer = new Uint8Array(length * 2);
    }
    if (this.#ending || this.closed) return;
    // The client may have closed its sending half only: what it asked for is still answered.
    const deadline = setTimeout(() => this.#finish("closed by the client"), END_DEADLINE);
    await this.#responses.fewerThan(1);
    await this.#outbox.drained();
    clearTimeout(deadline);
  }

  /** Returns when the next request may begin: only requests that overlap are in hand together. */
  async #serve(received: Received): Promise<void> {
    const incoming = this.#dispatcher.recognize(received);
    const overlaps = incoming.action?.overlaps ?? false;
    await this.#responses.fewerThan(overlaps && this.#overlapping ? MAX_IN_HAND : 1);
    this.#overlapping = overlaps;
    await this.#dispatcher.run(incoming, this, this.#responses.next());
    if (!overlaps) await this.#responses.fewerThan(1);
  }
  #overlapping = false;

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
