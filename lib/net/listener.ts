import type { AuditEntry } from "../audit/audit_entry.ts";
import type { Dispatcher } from "../dispatch.ts";
import { isLoopback } from "../loopback.ts";
import type { Limits } from "../model/limits.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { AddressLimits } from "./admission/address_limits.ts";
import { Connection } from "./connection.ts";
import { ConnectionCounts, type ConnectionTotals } from "./connection_counts.ts";
import type { ClosingReason } from "./end_reason.ts";
import { networkAddress } from "./admission/network_address.ts";
import { type Refusal, refusalLine } from "./admission/refusal_line.ts";
import { RefusedConnections } from "./admission/refused_connections.ts";
import type { ServerConn } from "./server_conn.ts";
import type { ServerSocket } from "./server_socket.ts";
import { steadyClock } from "./steady_clock.ts";
import { SilenceTracker } from "./admission/silence_tracker.ts";

/** Pause in milliseconds when there is no descriptor or memory for another connection. */
const ACCEPT_PAUSE = 100;
/** Silence in milliseconds after which a connection without a valid token gives way to a new one. */
const GIVE_WAY_AFTER = 30_000;

/** Accepts connections and keeps account of them. */
export class Listener {
  readonly #socket: ServerSocket;
  readonly #options: ListenerOptions;
  /** Milliseconds that never go back. */
  readonly #clock: () => number;
  readonly #connections = new Map<Connection, Promise<void>>();
  /** Connections that have not shown a valid token: those that let us wait, and those that are within a line. */
  readonly #silent: SilenceTracker<Connection>;
  readonly #inLine: SilenceTracker<Connection>;
  readonly #addresses: AddressLimits;
  readonly #refusals = new RefusedConnections();
  readonly #counts: ConnectionCounts;
  #accepting: Promise<void>;
  #closing = false;
  #nextId = 1;
  /** Connections that are being ended: they have no place any more. */
  #ending = 0;

  constructor(options: ListenerOptions) {
    const { limits, now, report } = options;
    this.#options = options;
    this.#socket = options.socket;
    this.#clock = steadyClock(now);
    this.#silent = new SilenceTracker(this.#clock);
    this.#inLine = new SilenceTracker(this.#clock);
    this.#addresses = new AddressLimits({ limits, now: this.#clock });
    this.#counts = new ConnectionCounts({ report, now: this.#clock });
    this.#accepting = this.#accept();
  }

  /** Ends the connections that have been silent, or within a line, too long; to be called from time to time. */
  sweep(): void {
    const { idleSeconds, lineSeconds } = this.#options.limits;
    this.#endWaiting(this.#inLine, lineSeconds * 1000, "slow_line");
    this.#endWaiting(this.#silent, idleSeconds * 1000, "idle");
    this.#counts.tell();
  }

  /** What there is now, and what became of the others since the start. */
  counts(): ListenerCounts {
    const counts = { open: 0, ending: this.#ending, trusted: 0, inHand: 0, unreadBytes: 0 };
    for (const connection of this.#connections.keys()) {
      counts.open++;
      if (connection.trusted) counts.trusted++;
      counts.inHand += connection.inHand;
      counts.unreadBytes += connection.unreadBytes;
    }
    return { ...counts, ...this.#counts.totals };
  }

  /** Takes no more, finishes what is in hand, and tells every connection why it is closed. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#socket.close();
    await this.#accepting;
    for (const connection of this.#connections.keys()) connection.end("shutdown");
    await Promise.all([...this.#connections.values(), this.#refusals.settled()]);
  }

  async #accept(): Promise<void> {
    let failing = false;
    while (!this.#closing) {
      let conn: ServerConn;
      try {
        conn = await this.#socket.accept();
        failing = false;
      } catch (error) {
        if (this.#closing) return;
        // The client was gone before it was accepted: that is no reason to keep the next one waiting.
        if (isClientGone(error)) continue;
        if (!failing) this.#options.report(`connections can't be accepted now: ${error}`);
        failing = true;
        this.#makePlace();
        await new Promise((resolve) => setTimeout(resolve, ACCEPT_PAUSE));
        continue;
      }
      this.#admit(conn);
    }
  }

  #admit(conn: ServerConn): void {
    const network = networkAddress(conn.remoteAddr.hostname);
    const refusal = isLoopback(network) ? null : this.#addresses.admit(network);
    if (refusal !== null) return this.#refuse(conn, refusal);
    const { maxConnections } = this.#options.limits;
    if (this.#connections.size - this.#ending < maxConnections || this.#makePlace()) {
      this.#serve(conn, network);
    } else {
      this.#addresses.release(network);
      this.#refuse(conn, { reason: "server_full" });
    }
  }

  #serve(conn: ServerConn, network: string): void {
    const { dispatcher, limits, rooms } = this.#options;
    const { hostname, port } = conn.remoteAddr;
    const name = `${hostname}:${port}`;
    const connection = new Connection(this.#nextId++, conn, {
      address: network,
      dispatcher,
      limits,
      silent: this.#silent,
      inLine: this.#inLine,
      onEnding: () => this.#ending++,
    });
    this.#counts.accepted();
    this.#record(`connect ${name}`, "accepted");
    const served = connection.run().then(({ reason, detail }) => {
      this.#connections.delete(connection);
      if (connection.ending) this.#ending--;
      this.#addresses.release(network);
      this.#counts.ended(reason);
      for (const event of rooms.disconnect(connection)) dispatcher.publish(event);
      this.#record(`disconnect ${name}`, detail);
    });
    this.#connections.set(connection, served);
  }

  /** @returns whether a connection that has shown no valid token gave way */
  #makePlace(): boolean {
    return this.#endWaiting(this.#silent, GIVE_WAY_AFTER, "gave_way", 1);
  }

  /** Ends `most` of those that have been waiting so many milliseconds. @returns whether there was one */
  #endWaiting(
    waiting: SilenceTracker<Connection>,
    milliseconds: number,
    reason: ClosingReason,
    most = Infinity,
  ): boolean {
    let ended = 0;
    for (const connection of waiting.since(milliseconds)) {
      connection.end(reason);
      if (++ended === most) break;
    }
    return ended > 0;
  }

  #refuse(conn: ServerConn, refusal: Refusal): void {
    const { hostname, port } = conn.remoteAddr;
    const name = `${hostname}:${port}`;
    const { reason } = refusal;
    this.#counts.refused(reason);
    this.#record(`connect ${name}`, reason);
    const refused = this.#refusals.refuse(conn, refusalLine(refusal, this.#options.limits));
    const closed = () => this.#record(`disconnect ${name}`, reason);
    if (refused === undefined) closed();
    else refused.then(closed);
  }

  #record(request: string, response: string): void {
    this.#options.audit({
      file: "connection",
      name: "kết nối",
      type: "connection",
      user: null,
      request,
      response,
      at: this.#options.now(),
    });
  }
}

/** What there is now, and what became of the others since the start. */
export interface ListenerCounts extends ConnectionTotals {
  open: number;
  /** Those of them that are being ended: they have no place any more. */
  ending: number;
  /** Those of them that have shown a valid token. */
  trusted: number;
  /** Requests taken and not answered yet. */
  inHand: number;
  /** Bytes that wait to be taken by their clients. */
  unreadBytes: number;
}

function isClientGone(error: unknown): boolean {
  const { NotConnected, ConnectionReset, ConnectionAborted, Interrupted } = Deno.errors;
  return [NotConnected, ConnectionReset, ConnectionAborted, Interrupted]
    .some((gone) => error instanceof gone);
}

export interface ListenerOptions {
  /** Closed with the listener. */
  socket: ServerSocket;
  limits: Limits;
  dispatcher: Dispatcher;
  rooms: Rooms;
  audit: (entry: AuditEntry) => void;
  now: () => number;
  report: (line: string) => void;
}
