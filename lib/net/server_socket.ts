import { createSecureContext, type SecureContext } from "node:tls";
import type { Certificate } from "./tls/certificate.ts";
import type { ServerConn } from "./server_conn.ts";
import { TlsConnection } from "./tls/tls_connection.ts";

/** The socket on which the server accepts clients: with a certificate by TLS only, else in plain text. */
export class ServerSocket {
  readonly #listener: Deno.TcpListener;
  #secureContext: SecureContext | null = null;

  /**
   * Listens at once; throws what Deno.listen throws.
   * @param options.port 0 takes a free port
   */
  constructor(
    { hostname, port, certificate }: {
      hostname: string;
      port: number;
      certificate: Certificate | null;
    },
  ) {
    if (certificate !== null) this.renew(certificate);
    this.#listener = Deno.listen({ hostname, port });
  }

  /** Listens and stops; throws what Deno.listen throws. */
  static probe(hostname: string, port: number): void {
    Deno.listen({ hostname, port }).close();
  }

  get address(): Deno.NetAddr {
    return this.#listener.addr;
  }

  /** Uses the certificate for the connections that are accepted from now on; the others keep theirs. */
  renew(certificate: Certificate): void {
    this.#secureContext = createSecureContext({ ...certificate });
  }

  /**
   * Accepts the next connection; throws what the listener's `accept` throws. The TLS handshake is not awaited: it is
   * part of the first read or write.
   */
  async accept(): Promise<ServerConn> {
    const conn = await this.#listener.accept();
    try {
      conn.setNoDelay(true);
      conn.setKeepAlive(true);
    } catch {
      // The client is gone already, and reading will say so.
    }
    return this.#secureContext === null ? conn : new TlsConnection(conn, this.#secureContext);
  }

  close(): void {
    this.#listener.close();
  }
}
