import { systemTimers, type Timers } from "../timers.ts";
import type { Clock } from "../clock.ts";
import type { AuditEntry } from "../audit/audit_entry.ts";
import type { Dispatcher } from "../dispatch.ts";
import { isLoopback } from "../loopback.ts";
import type { Limits } from "../model/limits.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { AccountConnections } from "./admission/account_connections.ts";
import { AddressLimits } from "./admission/address_limits.ts";
import { Connection } from "./connection.ts";
import { ConnectionLog } from "./connection_log.ts";
import { ConnectionCounts, type ConnectionTotals } from "./connection_counts.ts";
import { RequestTurns } from "./request_turns.ts";
import { networkAddress } from "./admission/network_address.ts";
import { type Refusal, refusalLine } from "./admission/refusal_line.ts";
import { RefusedConnections } from "./admission/refused_connections.ts";
import type { ServerConn } from "./server_conn.ts";
import type { ServerSocket } from "./server_socket.ts";
import { SilenceLimits } from "./admission/silence_limits.ts";
import type { SocketLimit } from "./admission/socket_limit.ts";

/** Milliseconds to pause when there is no descriptor or memory for another connection. */
const ACCEPT_PAUSE = 100;

/** Accepts connections within the limits, and keeps track of them until they are closed. */
export class Listener {
  readonly #socket: ServerSocket;
  readonly #options: ListenerOptions;
  readonly #connections = new Map<Connection, Promise<void>>();
  readonly #silence: SilenceLimits<Connection>;
  readonly #addresses: AddressLimits;
  readonly #accounts: AccountConnections<Connection>;
  readonly #turns = new RequestTurns();
  readonly #sockets: SocketLimit;
  readonly #timers: Timers;
  readonly #refusals: RefusedConnections;
  readonly #counts: ConnectionCounts;
  readonly #log: ConnectionLog;
  #accepting: Promise<void>;
  #closing = false;
  #nextId = 1;
  /** Connections that are being ended: they no longer occupy a place. */
  #ending = 0;
  /** The most connections at once since `takePeak`. */
  #peak = 0;

  constructor(options: ListenerOptions) {
    const { limits, clock, timers = systemTimers, report } = options;
    this.#timers = timers;
    this.#refusals = new RefusedConnections(timers);
    this.#options = options;
    this.#socket = options.socket;
    this.#silence = new SilenceLimits(limits, clock);
    this.#addresses = new AddressLimits({ limits, clock });
    this.#accounts = new AccountConnections(limits.maxConnectionsPerAccount);
    this.#sockets = options.sockets;
    this.#counts = new ConnectionCounts({ report, clock });
    this.#log = new ConnectionLog(options);
    this.#accepting = this.#accept();
  }

  /** Enforces the limits of silence, and reports misuse; to be called from time to time. */
  sweep(): void {
    this.#silence.enforce();
    this.#counts.tell();
  }

  /** The open connections now, and how the others ended since the start. */
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

  /** Returns the most connections at once since the last call. */
  takePeak(): number {
    const peak = this.#peak;
    this.#peak = this.#connections.size;
    return peak;
  }

  /** Accepts no more, answers the requests in hand, and tells every connection why it is closed. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#socket.close();
    await this.#accepting;
    for (const connection of this.#connections.keys()) connection.end("shutdown");
    await Promise.all([...this.#connections.values(), this.#refusals.settled()]);
    this.#turns.close();
  }

  async #accept(): Promise<void> {
    let failing = false;
    while (!this.#closing) {
      if (this.#sockets.isReached(this.#connections.size + this.#refusals.size)) {
        await this.#makePlace();
        continue;
      }
      let conn: ServerConn;
      try {
        conn = await this.#socket.accept();
        failing = false;
      } catch (error) {
        if (this.#closing) return;
        // The client left before it was accepted: no reason to keep the next one waiting.
        if (isClientGone(error)) continue;
        if (!failing) this.#options.report(`connections can't be accepted now: ${error}`);
        failing = true;
        await this.#makePlace();
        continue;
      }
      this.#admit(conn);
    }
  }

  /** Lets a silent connection give way, if there is one, and waits a moment. */
  async #makePlace(): Promise<void> {
    this.#silence.makePlace();
    await new Promise((resolve) => this.#timers.set(() => resolve(undefined), ACCEPT_PAUSE));
  }

  #admit(conn: ServerConn): void {
    const network = networkAddress(conn.remoteAddr.hostname);
    const refusal = isLoopback(network) ? null : this.#addresses.admit(network);
    if (refusal !== null) return this.#refuse(conn, refusal);
    const { maxConnections } = this.#sockets;
    if (this.#connections.size - this.#ending < maxConnections || this.#silence.makePlace()) {
      this.#serve(conn, network);
    } else {
      this.#addresses.release(network);
      this.#refuse(conn, { reason: "server_full" });
    }
  }

  #serve(conn: ServerConn, network: string): void {
    const { dispatcher, limits, rooms } = this.#options;
    const connection = new Connection(this.#nextId++, conn, {
      address: network,
      dispatcher,
      limits,
      timers: this.#timers,
      accounts: this.#accounts,
      turns: this.#turns,
      silent: this.#silence.silent,
      inLine: this.#silence.inLine,
      onEnding: () => this.#ending++,
    });
    this.#counts.accepted();
    this.#log.connected(conn, "accepted");
    const served = connection.run().then(({ reason, detail }) => {
      this.#connections.delete(connection);
      if (connection.ending) this.#ending--;
      this.#addresses.release(network);
      this.#accounts.release(connection);
      this.#counts.ended(reason);
      for (const event of rooms.disconnect(connection)) dispatcher.publish(event);
      this.#log.disconnected(conn, detail);
    });
    this.#connections.set(connection, served);
    this.#peak = Math.max(this.#peak, this.#connections.size);
  }

  #refuse(conn: ServerConn, refusal: Refusal): void {
    const { reason } = refusal;
    this.#counts.refused(reason);
    this.#log.connected(conn, reason);
    const refused = this.#refusals.refuse(conn, refusalLine(refusal, this.#options.limits));
    const closed = () => this.#log.disconnected(conn, reason);
    if (refused === undefined) closed();
    else refused.then(closed);
  }
}

/** The open connections now, and how the others ended since the start. */
export interface ListenerCounts extends ConnectionTotals {
  open: number;
  /** Open ones that are being ended: they no longer occupy a place. */
  ending: number;
  /** Open ones that have shown a valid token. */
  trusted: number;
  /** Requests taken and not answered yet. */
  inHand: number;
  /** Bytes that their clients have not taken yet. */
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
  /** How many sockets may be open, and connections with them. */
  sockets: SocketLimit;
  limits: Limits;
  dispatcher: Dispatcher;
  rooms: Rooms;
  audit: (entry: AuditEntry) => void;
  clock: Clock;
  timers?: Timers;
  report: (line: string) => void;
}
