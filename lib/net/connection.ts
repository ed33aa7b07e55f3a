import type { Timers } from "../timers.ts";
import type { Dispatcher } from "../dispatch.ts";
import type { Limits } from "../model/limits.ts";
import { encodeLine } from "../protocol/encode_line.ts";
import { LineBuffer } from "../protocol/line_buffer.ts";
import type { Peer } from "../rooms/peer.ts";
import type { AccountConnections } from "./admission/account_connections.ts";
import { StrangerTime, type StrangerTrackers } from "./admission/stranger_time.ts";
import { type ClosingReason, type EndReason, toldReason } from "./end_reason.ts";
import { endGracefully, untilTaken } from "./graceful_end.ts";
import { Outbox } from "./outbox.ts";
import { RequestPipeline } from "./request_pipeline.ts";
import type { RequestTurns } from "./request_turns.ts";
import { ResponseOrder } from "./response_order.ts";
import type { ServerConn } from "./server_conn.ts";

/** Lines split off the input at a time; before a valid token these are all the requests in hand. */
const MAX_SPLIT = { trusted: 256, untrusted: 16 };
/** Bytes of the read buffer, which grows only after a valid token. */
const MIN_BUFFER = 4 * 1024;
const MAX_BUFFER = 64 * 1024;
const LF = 0x0a;

/** How a connection ended: the reason, and its wording in the connection log. */
export interface ConnectionEnd {
  reason: EndReason;
  detail: string;
}

export interface ConnectionOptions extends StrangerTrackers<Connection> {
  /** The network address by which logins are throttled. */
  address: string;
  dispatcher: Dispatcher;
  limits: Limits;
  timers: Timers;
  accounts: AccountConnections<Connection>;
  /** Shared by all connections. */
  turns: RequestTurns;
  /** Called once, when the server begins to end it. */
  onEnding?: () => void;
}

/** A client's connection: its requests in order, their responses in the same order, events between them. */
export class Connection implements Peer {
  readonly address: string;
  trusted = false;
  closed = false;
  readonly #conn: ServerConn;
  readonly #dispatcher: Dispatcher;
  readonly #timers: Timers;
  readonly #onEnding?: () => void;
  readonly #lines: LineBuffer;
  readonly #outbox: Outbox;
  readonly #responses: ResponseOrder;
  readonly #strangerTime: StrangerTime<Connection>;
  readonly #pipeline: RequestPipeline<Connection>;
  readonly #finished = Promise.withResolvers<ConnectionEnd>();
  /** Settles when the client has ended its sending half. */
  readonly #heardEnd = Promise.withResolvers<void>();
  readonly #accounts: AccountConnections<Connection>;
  /** The account that was admitted last: most connections show tokens of one only. */
  #account: number | null = null;
  #lastHeard: number;
  #ending = false;

  constructor(
    readonly id: number,
    conn: ServerConn,
    options: ConnectionOptions,
  ) {
    this.#conn = conn;
    this.address = options.address;
    this.#dispatcher = options.dispatcher;
    this.#timers = options.timers;
    this.#accounts = options.accounts;
    this.#lastHeard = options.timers.monotonic();
    this.#onEnding = options.onEnding;
    this.#lines = new LineBuffer(options.limits.maxLine);
    this.#strangerTime = new StrangerTime<Connection>(this, options);
    this.#outbox = new Outbox({
      write: (bytes) => conn.write(bytes),
      maxBytes: options.limits.maxOutput,
      onTaken: () => this.#strangerTime.outputTaken(),
      onFull: () => this.end("slow_consumer"),
      onError: () => this.#finish("write_failed", "write failed"),
    });
    this.#responses = new ResponseOrder((line) => this.#outbox.respond(line));
    this.#pipeline = new RequestPipeline<Connection>({
      connection: this,
      dispatcher: options.dispatcher,
      turns: options.turns,
      lane: () => this.#account === null ? this.address : String(this.#account),
      responses: this.#responses,
      outbox: this.#outbox,
      heardAt: () => this.#lastHeard,
      strangerTime: this.#strangerTime,
    });
  }

  send(line: Uint8Array): void {
    this.#outbox.push(line);
  }

  admit(accountId: number): boolean {
    // A request that came before the end may still be served: nothing would give its place back.
    if (this.#account === accountId || this.closed) return true;
    if (!this.#accounts.admit(this, accountId, this.#timers.monotonic())) return false;
    this.#account = accountId;
    return true;
  }

  get lastHeard(): number {
    return this.#lastHeard;
  }

  /** Whether the server is ending it, or has ended it. */
  get ending(): boolean {
    return this.#ending;
  }

  /** Requests taken from the socket and not answered yet. */
  get inHand(): number {
    return this.#pipeline.inHand;
  }

  /** Bytes that the client has not taken yet. */
  get unreadBytes(): number {
    return this.#outbox.waiting;
  }

  /** Serves the connection. @returns why it was closed, once it is */
  run(): Promise<ConnectionEnd> {
    this.#strangerTime.awaitClient();
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
    this.#strangerTime.stop();
    const told = toldReason(reason);
    // A client that has taken nothing for so long would not take the last line either.
    if (told === "idle" && this.#outbox.waiting > 0) return this.#finish(reason);
    await endGracefully({
      conn: this.#conn,
      responses: this.#responses,
      outbox: this.#outbox,
      lastLine: () => encodeLine(this.#dispatcher.closing(told)),
      heardEnd: this.#heardEnd.promise,
      closed: this.#finished.promise,
      isClosed: () => this.closed,
      timers: this.#timers,
    });
    this.#finish(reason);
  }

  async #read(): Promise<void> {
    let buffer = new Uint8Array(MIN_BUFFER);
    while (!this.closed) {
      const length = await this.#conn.read(buffer);
      if (length === null) break;
      this.#lastHeard = this.#timers.monotonic();
      const endsLine = buffer.subarray(0, length).includes(LF);
      // What ends no line begins no request.
      const turn = endsLine ? this.#pipeline.begin() : undefined;
      if (turn !== undefined) await turn;
      // While the connection is being ended, further input is discarded.
      if (this.#ending) continue;
      if (!this.trusted && endsLine) this.#strangerTime.lineEnded();
      await this.#serveLines(buffer, length);
      if (buffer[length - 1] !== LF) this.#strangerTime.lineBegun();
      if (length === buffer.length && length < MAX_BUFFER && this.trusted) {
        buffer = new Uint8Array(length * 2);
      }
    }
    this.#heardEnd.resolve();
    // The client may have closed its sending half only: what it asked for is still answered.
    if (!this.#ending) await this.#responses.fewerThan(1);
    if (!this.#ending) await untilTaken(this.#outbox, this.#finished.promise, this.#timers);
    if (this.#ending) await this.#finished.promise;
  }

  /** Serves the lines that the first `length` bytes of the buffer complete, some at a time. */
  async #serveLines(buffer: Uint8Array, length: number): Promise<void> {
    for (let start = 0; start < length && !this.#ending && !this.closed;) {
      const most = this.trusted ? MAX_SPLIT.trusted : MAX_SPLIT.untrusted;
      const end = endOfLines(buffer, start, length, most);
      const lines = this.#lines.push(buffer.subarray(start, end));
      this.#pipeline.expect(lines.length);
      for (const received of lines) {
        await this.#pipeline.serve(received);
        if (this.#ending || this.closed) break;
      }
      start = end;
    }
    this.#pipeline.expect(0);
  }

  #finish(reason: EndReason, detail: string = reason): void {
    if (this.closed) return;
    this.closed = true;
    this.#strangerTime.stop();
    this.#outbox.end(null);
    try {
      this.#conn.close();
    } catch {
      // Closed already by the other side.
    }
    this.#finished.resolve({ reason, detail });
  }
}

/** Finds where the `most`-th line from `start` on ends; `length` if there are fewer. */
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
