import { setImmediate } from "node:timers";
import type { Dispatcher } from "../dispatch.ts";
import type { Limits } from "../model/limits.ts";
import { encodeLine } from "../protocol/encode_line.ts";
import { LineBuffer, type Received } from "../protocol/line_buffer.ts";
import type { Peer } from "../rooms/peer.ts";
import { type ClosingReason, type EndReason, toldReason } from "./end_reason.ts";
import { Outbox } from "./outbox.ts";
import { ResponseOrder } from "./response_order.ts";
import type { ServerConn } from "./server_conn.ts";
import type { SilenceTracker } from "./admission/silence_tracker.ts";

/** Requests of one connection that wait for their answer at once; the rest waits unread. */
const MAX_IN_HAND = 256;
/** Lines that are cut from what was read at once; before a valid token these are all the requests in hand. */
const MAX_CUT = { trusted: 256, untrusted: 16 };
/** Output in bytes that may wait before the next request of its connection begins. */
const MAX_WAITING_OUTPUT = { trusted: 256 * 1024, untrusted: 16 * 1024 };
/** Milliseconds of one connection's requests in a row, before others have their turn. */
const TIME_SLICE = 4;
/** How long in milliseconds a connection that is being ended may take to receive what is left. */
const END_DEADLINE = 5_000;
/** How long in milliseconds a client that ended its sending half may take nothing of what it asked for. */
const STALL = 5_000;
/** How long in milliseconds to wait for the other side's FIN; closing earlier could cost it our last line. */
const LINGER = 1_000;
/** Bytes read at once: the first is all that a connection has before it has shown a valid token. */
const MIN_BUFFER = 4 * 1024;
const MAX_BUFFER = 64 * 1024;
const LF = 0x0a;

/** What became of a connection: the reason, and the same as the log has it. */
export interface ConnectionEnd {
  reason: EndReason;
  detail: string;
}

export interface ConnectionOptions {
  /** What logins are throttled by. */
  address: string;
  dispatcher: Dispatcher;
  limits: Limits;
  /** It is in these while it has shown no valid token: when it lets us wait, and when it is within a line. */
  silent: SilenceTracker<Connection>;
  inLine: SilenceTracker<Connection>;
  /** Called once when the server begins to end it. */
  onEnding?: () => void;
}

/** One client's connection: its lines in order, its responses in the same order, its events between them. */
export class Connection implements Peer {
  readonly address: string;
  trusted = false;
  closed = false;
  readonly #conn: ServerConn;
  readonly #dispatcher: Dispatcher;
  readonly #silent: SilenceTracker<Connection>;
  readonly #inLine: SilenceTracker<Connection>;
  readonly #onEnding?: () => void;
  readonly #lines: LineBuffer;
  readonly #outbox: Outbox;
  readonly #responses: ResponseOrder;
  readonly #finished = Promise.withResolvers<ConnectionEnd>();
  /** Settles when the client has ended its sending half. */
  readonly #heardEnd = Promise.withResolvers<void>();
  #ending = false;
  /** Lines that are cut and not begun. */
  #cut = 0;
  #overlapping = false;
  #sliceEnds = 0;

  constructor(
    readonly id: number,
    conn: ServerConn,
    options: ConnectionOptions,
  ) {
    this.#conn = conn;
    this.address = options.address;
    this.#dispatcher = options.dispatcher;
    this.#silent = options.silent;
    this.#inLine = options.inLine;
    this.#onEnding = options.onEnding;
    this.#lines = new LineBuffer(options.limits.maxLine);
    this.#outbox = new Outbox({
      write: (bytes) => conn.write(bytes),
      maxBytes: options.limits.maxOutput,
      onTaken: () => {
        if (!this.trusted && this.#silent.has(this)) this.#silent.begin(this);
      },
      onFull: () => this.end("slow_consumer"),
      onError: () => this.#finish("write_failed", "write failed"),
    });
    this.#responses = new ResponseOrder((line) => this.#outbox.respond(line));
  }

  send(line: Uint8Array): void {
    this.#outbox.push(line);
  }

  /** Whether the server is ending it, or has ended it. */
  get ending(): boolean {
    return this.#ending;
  }

  /** Requests taken from the socket and not answered yet. */
  get inHand(): number {
    return this.#cut + this.#responses.length;
  }

  /** Bytes that wait to be taken by the client. */
  get unreadBytes(): number {
    return this.#outbox.waiting;
  }

  /** Serves the connection. @returns why it was closed, once it is */
  run(): Promise<ConnectionEnd> {
    this.#awaitClient(this.#silent);
    this.#read().then(
      () => this.#finish("closed_by_client", "closed by the client"),
      (error) => this.#finish("read_failed", `read failed: ${error.name}`),
    );
    return this.#finished.promise;
  }

  /** Takes no more requests, answers those in hand, says why, and closes. */
  async end(reason: ClosingReason): Promise<void> {
    if (this.#ending || this.closed) return;
    this.#ending = true;
    this.#onEnding?.();
    this.#stopWatching();
    // It has taken nothing for so long that it would not take the last line either.
    if (toldReason(reason) === "idle" && this.#outbox.waiting > 0) return this.#finish(reason);
    const deadline = setTimeout(() => this.#finish(reason), END_DEADLINE);
    try {
      await this.#responses.fewerThan(1);
      this.#outbox.end(encodeLine(this.#dispatcher.closing(toldReason(reason))));
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
      this.#sliceEnds = performance.now() + TIME_SLICE;
      // While it ends, what still comes is thrown away.
      if (this.#ending) continue;
      // A line that ends is a sign of life, a byte is none.
      if (!this.trusted && buffer.subarray(0, length).includes(LF)) {
        this.#inLine.end(this);
        this.#awaitClient(this.#silent);
      }
      for (let start = 0; start < length && !this.#ending && !this.closed;) {
        const most = this.trusted ? MAX_CUT.trusted : MAX_CUT.untrusted;
        const end = endOfLines(buffer, start, length, most);
        const lines = this.#lines.push(buffer.subarray(start, end));
        this.#cut = lines.length;
        for (const received of lines) {
          await this.#serve(received);
          if (this.#ending || this.closed) break;
        }
        start = end;
      }
      this.#cut = 0;
      if (buffer[length - 1] !== LF && !this.#inLine.has(this)) this.#awaitClient(this.#inLine);
      if (length === buffer.length && length < MAX_BUFFER && this.trusted) {
        buffer = new Uint8Array(length * 2);
      }
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
      if (this.#outbox.written === taken) {
        this.#finish("closed_by_client", "closed by the client");
      }
      taken = this.#outbox.written;
    }, STALL);
    await Promise.race([this.#outbox.drained(), this.#finished.promise]);
    clearInterval(watch);
  }

  /** From here on it lets us wait, unless it has shown a valid token: that one may be silent. */
  #awaitClient(waiting: SilenceTracker<Connection>): void {
    if (!this.trusted && !this.#ending && !this.closed) waiting.begin(this);
  }

  #stopWatching(): void {
    this.#silent.end(this);
    this.#inLine.end(this);
  }

  /** Returns when the next request may begin: only requests that overlap are in hand together. */
  async #serve(received: Received): Promise<void> {
    const incoming = this.#dispatcher.recognize(received);
    const overlaps = incoming.action?.overlaps ?? false;
    // Awaited only where there is something to wait for: each await costs a message some tenths of a microsecond.
    const turn = this.#responses.fewerThan(overlaps && this.#overlapping ? MAX_IN_HAND : 1);
    if (turn !== undefined) await turn;
    this.#overlapping = overlaps;
    this.#cut--;
    // While it waits for us it isn't silent.
    if (!this.trusted) this.#silent.end(this);
    await this.#dispatcher.run(incoming, this, this.#responses.next());
    const answered = overlaps ? undefined : this.#responses.fewerThan(1);
    if (answered !== undefined) await answered;
    this.#awaitClient(this.#silent);
    const taken = this.#outbox.drained(
      this.trusted ? MAX_WAITING_OUTPUT.trusted : MAX_WAITING_OUTPUT.untrusted,
    );
    if (taken !== undefined) await taken;
    if (performance.now() >= this.#sliceEnds) await this.#giveWay();
  }

  /** Lets the event loop turn: what is answered at once would keep every other connection waiting. */
  async #giveWay(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#sliceEnds = performance.now() + TIME_SLICE;
  }

  #finish(reason: EndReason, detail: string = reason): void {
    if (this.closed) return;
    this.closed = true;
    this.#stopWatching();
    this.#outbox.end(null);
    try {
      this.#conn.close();
    } catch {
      // Closed already by the other side.
    }
    this.#finished.resolve({ reason, detail });
  }
}

/** Where the `most`-th line from `start` on ends, or `length` where there are fewer. */
function endOfLines(bytes: Uint8Array, start: number, length: number, most: number): number {
  if (length - start <= most) return length;
  let end = start;
  for (let line = 0; line < most; line++) {
    const lf = bytes.indexOf(LF, end);
    if (lf < 0 || lf >= length) return length;
    end = lf + 1;
  }
  return end;
}
