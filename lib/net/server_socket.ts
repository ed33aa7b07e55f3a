import { createSecureContext, type SecureContext } from "node:tls";
import type { Certificate } from "./tls/certificate.ts";
import type { ServerConn } from "./server_conn.ts";
import { TlsConnection } from "./tls/tls_connection.ts";

/** The socket on which clients connect: TLS only when there is a certificate, else plain TCP. */
export class ServerSocket {
  readonly #listener: Deno.TcpListener | Deno.TlsListener;
  #secureContext: SecureContext | null = null;

  /**
   * Starts listening. Throws the errors of `Deno.listen`.
   * @param options.port 0 picks a free port
   */
  constructor(
    { hostname, port, certificate }: {
      hostname: string;
      port: number;
      certificate: Certificate | null;
    },
  ) {
    if (certificate !== null && TlsConnection.unsupported) {
      this.#listener = Deno.listenTls({ hostname, port, ...certificate });
    } else {
      if (certificate !== null) this.renew(certificate);
      this.#listener = Deno.listen({ hostname, port });
    }
  }

  /** Checks that a server can listen there. Throws the errors of `Deno.listen`. */
  static probe(hostname: string, port: number): void {
    Deno.listen({ hostname, port }).close();
  }

  get address(): Deno.NetAddr {
    return this.#listener.addr;
  }

  /**
   * Replaces the certificate for new connections. Existing connections are kept.
   * @throws {Error} with a one-line message, when this version of Deno can't replace it
   */
  renew(certificate: Certificate): void {
    if (TlsConnection.unsupported) {
      throw new Error(`Deno ${Deno.version.deno} can't replace it: start the server again`);
    }
    this.#secureContext = createSecureContext({ ...certificate });
  }

  /**
   * Accepts the next connection. Throws the errors of the listener's `accept`. The TLS handshake is not awaited here:
   * it is part of the first read or write.
   */
  async accept(): Promise<ServerConn> {
    const conn = await this.#listener.accept();
    if (!("setNoDelay" in conn)) return conn;
    try {
      conn.setNoDelay(true);
      conn.setKeepAlive(true);
    } catch {
      // The client is already gone; the first read reports it.
    }
    return this.#secureContext === null ? conn : new TlsConnection(conn, this.#secureContext);
  }

  close(): void {
    this.#listener.close();
  }
}
