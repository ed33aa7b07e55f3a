import { type SecureContext, TLSSocket } from "node:tls";
import type { Buffer } from "node:buffer";
import type { ServerConn } from "../server_conn.ts";
import { TlsWire } from "./tls_wire.ts";

/** Decrypted bytes that may wait for a reader before no more is read from the socket. */
const MAX_UNREAD = 16 * 1024;
/** How long in milliseconds a client may take until both sides have agreed on their keys. */
const HANDSHAKE_DEADLINE = 10_000;

/**
 * The server's side of a TLS connection. `Deno.listenTls` would do, but for three things: a connection that it closes
 * during the handshake stays open until the client goes, small writes may wait for each other (Nagle), and its
 * certificate can't be replaced.
 */
export class TlsConnection implements ServerConn {
  /** Before Deno 2.8 no TLS can be made over anything but a socket of its own. */
  static readonly unsupported = /^([01]|2\.[0-7])\./.test(Deno.version.deno);
  readonly remoteAddr: Deno.NetAddr;
  readonly #wire: TlsWire;
  readonly #socket: TLSSocket;
  #rest: Uint8Array | null = null;
  #ended = false;
  #failure: Error | null = null;
  #wake = () => {};

  /** @param handshakeDeadline in milliseconds */
  constructor(
    conn: Deno.TcpConn,
    secureContext: SecureContext,
    handshakeDeadline = HANDSHAKE_DEADLINE,
  ) {
    this.remoteAddr = conn.remoteAddr;
    this.#wire = new TlsWire(conn, () => this.#socket.readableLength >= MAX_UNREAD);
    this.#socket = new TLSSocket(this.#wire as never, { isServer: true, secureContext });
    const deadline = setTimeout(() => {
      this.#fail(new Deno.errors.TimedOut("no TLS handshake in time"));
    }, handshakeDeadline);
    this.#socket.on("secure", () => clearTimeout(deadline));
    this.#socket.on("readable", () => this.#wake());
    this.#socket.on("end", () => {
      this.#ended = true;
      this.#wake();
    });
    for (const side of [this.#socket, this.#wire]) {
      side.on("error", (error: Error) => this.#fail(error));
      side.on("close", () => {
        clearTimeout(deadline);
        this.#fail(new Deno.errors.BadResource("the connection is closed"));
      });
    }
  }

  async read(buffer: Uint8Array): Promise<number | null> {
    for (;;) {
      const bytes = this.#rest ?? this.#socket.read() as Buffer | null;
      if (bytes !== null) {
        const length = Math.min(bytes.length, buffer.length);
        buffer.set(bytes.subarray(0, length));
        this.#rest = length === bytes.length ? null : bytes.subarray(length);
        return length;
      }
      if (this.#ended) return null;
      if (this.#failure !== null) throw this.#failure;
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      this.#wire.proceed();
      await promise;
    }
  }

  write(bytes: Uint8Array): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) return reject(this.#failure);
      this.#socket.write(bytes, (error) => error ? reject(error) : resolve(bytes.length));
    });
  }

  closeWrite(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) return reject(this.#failure);
      this.#socket.end((error?: Error | null) => {
        if (error) return reject(error);
        // Deno 2.8 keeps TLS's own last word back: then the end of TCP has to say it.
        if (this.#wire.writableEnded) resolve();
        else this.#wire.finish().then(resolve, reject);
      });
    });
  }

  close(): void {
    this.#fail(new Deno.errors.BadResource("the connection is closed"));
  }

  #fail(error: Error): void {
    if (this.#failure !== null) return;
    // What TLS finds wrong has no class of its own.
    this.#failure = error.name === "Error" ? new Deno.errors.InvalidData(error.message) : error;
    this.#wire.destroy();
    this.#socket.destroy();
    this.#wake();
  }
}
