import { createSecureContext, type SecureContext } from "node:tls";
import type { Certificate } from "./tls/certificate.ts";
import type { ServerConn } from "./server_conn.ts";
import { TlsConnection } from "./tls/tls_connection.ts";

/** Where clients come in: by TLS alone where there is a certificate, else in the clear. */
export class ServerSocket {
  readonly #listener: Deno.TcpListener | Deno.TlsListener;
  #secureContext: SecureContext | null = null;

  /**
   * Listens at once; throws what Deno.listen throws.
   * @param options.port 0 takes a free one
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

  /** Throws what listening there would throw. */
  static probe(hostname: string, port: number): void {
    Deno.listen({ hostname, port }).close();
  }

  get address(): Deno.NetAddr {
    return this.#listener.addr;
  }

  /**
   * For the connections that are opened from now on; those that stand stay.
   * @throws {Error} one line: it can't be replaced here
   */
  renew(certificate: Certificate): void {
    if (TlsConnection.unsupported) {
      throw new Error(`Deno ${Deno.version.deno} can't replace it: start the server again`);
    }
    this.#secureContext = createSecureContext({ ...certificate });
  }

  /**
   * The next one; throws what the listener's `accept` throws. It doesn't wait for the TLS handshake: that is part of
   * the first read or write.
   */
  async accept(): Promise<ServerConn> {
    const conn = await this.#listener.accept();
    if (!("setNoDelay" in conn)) return conn;
    try {
      conn.setNoDelay(true);
      conn.setKeepAlive(true);
    } catch {
      // The client is gone already; reading will say so.
    }
    return this.#secureContext === null ? conn : new TlsConnection(conn, this.#secureContext);
  }

  close(): void {
    this.#listener.close();
  }
}
