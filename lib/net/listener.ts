import type { AuditEntry } from "../audit/entry.ts";
import type { Dispatcher } from "../dispatch.ts";
import type { Limits } from "../model/limits.ts";
import { encodeLine } from "../protocol/encode_line.ts";
import { errLine } from "../protocol/response.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { Connection } from "./connection.ts";

/** Connections that are being told `server_full` at once; further ones are closed without a word. */
const MAX_REFUSING = 1_024;
/** How long in milliseconds such a connection may take to read it. */
const REFUSAL_LINGER = 1_000;
/** Pause in milliseconds when there is no descriptor or memory for another connection. */
const ACCEPT_PAUSE = 100;

/** Accepts connections and keeps account of them. */
export class Listener {
  readonly #listener: Deno.TcpListener;
  readonly #options: ListenerOptions;
  readonly #connections = new Map<Connection, Promise<void>>();
  readonly #refusing = new Set<Promise<void>>();
  #accepting: Promise<void>;
  #closing = false;
  #nextId = 1;

  /** Listens at once; throws what Deno.listen throws. */
  constructor(options: ListenerOptions) {
    this.#options = options;
    this.#listener = Deno.listen({ hostname: options.hostname, port: options.port });
    this.#accepting = this.#accept();
  }

  /** Throws what listening there would throw. */
  static probe(hostname: string, port: number): void {
    Deno.listen({ hostname, port }).close();
  }

  get address(): Deno.NetAddr {
    return this.#listener.addr;
  }

  /** Ends the connections that have been silent too long; to be called from time to time. */
  sweep(): void {
    const before = this.#options.now() - this.#options.limits.idleSeconds * 1000;
    for (const connection of this.#connections.keys()) {
      if (!connection.trusted && connection.isSilentSince(before)) connection.end("idle");
    }
  }

  /** Takes no more, finishes what is in hand, and tells every connection why it is closed. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#listener.close();
    await this.#accepting;
    for (const connection of this.#connections.keys()) connection.end("shutdown");
    await Promise.all([...this.#connections.values(), ...this.#refusing]);
  }

  async #accept(): Promise<void> {
    let failing = false;
    while (!this.#closing) {
      let conn: Deno.TcpConn;
      try {
        conn = await this.#listener.accept();
        failing = false;
      } catch (error) {
        if (this.#closing) return;
        // The client was gone before it was accepted: that is no reason to keep the next one waiting.
        if (isClientGone(error)) continue;
        if (!failing) this.#options.report(`connections can't be accepted now: ${error}`);
        failing = true;
        await new Promise((resolve) => setTimeout(resolve, ACCEPT_PAUSE));
        continue;
      }
      if (this.#connections.size >= this.#options.limits.maxConnections) this.#refuse(conn);
      else this.#serve(conn);
    }
  }

  #serve(conn: Deno.TcpConn): void {
    const { dispatcher, limits, now, rooms } = this.#options;
    const { hostname, port } = conn.remoteAddr;
    const name = `${hostname}:${port}`;
    try {
      conn.setNoDelay(true);
      conn.setKeepAlive(true);
    } catch {
      // The client is gone already; reading will say so.
    }
    const connection = new Connection(this.#nextId++, conn, {
      address: hostname,
      dispatcher,
      limits,
      now,
    });
    this.#record(`connect ${name}`, "accepted");
    const served = connection.run().then((reason) => {
      this.#connections.delete(connection);
      for (const event of rooms.disconnect(connection)) dispatcher.publish(event);
      this.#record(`disconnect ${name}`, reason);
    });
    this.#connections.set(connection, served);
  }

  #refuse(conn: Deno.TcpConn): void {
    const { hostname, port } = conn.remoteAddr;
    const name = `${hostname}:${port}`;
    this.#record(`connect ${name}`, "server_full");
    if (this.#refusing.size >= MAX_REFUSING) {
      conn.close();
      this.#record(`disconnect ${name}`, "server_full");
    } else {
      const refused = refuse(conn).finally(() => {
        this.#refusing.delete(refused);
        this.#record(`disconnect ${name}`, "server_full");
      });
      this.#refusing.add(refused);
    }
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

function isClientGone(error: unknown): boolean {
  const { NotConnected, ConnectionReset, ConnectionAborted, Interrupted } = Deno.errors;
  return [NotConnected, ConnectionReset, ConnectionAborted, Interrupted]
    .some((gone) => error instanceof gone);
}

export interface ListenerOptions {
  hostname: string;
  /** 0 takes a free one. */
  port: number;
  limits: Limits;
  dispatcher: Dispatcher;
  rooms: Rooms;
  audit: (entry: AuditEntry) => void;
  now: () => number;
  report: (line: string) => void;
}

const FULL = encodeLine(
  errLine(null, "-", "server_full", "the server has all the connections it takes: try again later"),
);

/** What the client has sent is read and thrown away: closing over it could cost the client our line. */
async function refuse(conn: Deno.TcpConn): Promise<void> {
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<null>((resolve) => {
    deadline = setTimeout(resolve, REFUSAL_LINGER, null);
  });
  try {
    await conn.write(FULL);
    await conn.closeWrite();
    const buffer = new Uint8Array(1024);
    while (await Promise.race([conn.read(buffer), timeout]) !== null);
  } catch {
    // Gone: nobody is left to tell.
  } finally {
    clearTimeout(deadline);
    try {
      conn.close();
    } catch {
      // Closed already by the other side.
    }
  }
}
