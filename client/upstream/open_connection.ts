import { addressText, type ServerAddress } from "../shared/server_address.ts";
import type { Timers } from "../../lib/timers.ts";
import { distrustOf, type ServerTrust } from "./server_trust.ts";
import { ServerUnreachable, unreachable } from "./server_unreachable.ts";

/** Timeout of an attempt in milliseconds, including the TLS handshake. */
const CONNECT_MS = 5_000;

/** Connects to a server; resolves to the reason if it doesn't answer in time or fails authentication. */
export async function openConnection(
  server: ServerAddress,
  trust: ServerTrust,
  timers: Timers,
): Promise<Deno.Conn | ServerUnreachable> {
  const attempt = new Attempt(server, trust.authorities);
  const late = Promise.withResolvers<ServerUnreachable>();
  const timer = timers.set(() => {
    attempt.abandon();
    late.resolve(unreachable());
  }, CONNECT_MS);
  try {
    const conn = await Promise.race([attempt.conn, late.promise]);
    if (server.tls && !(conn instanceof ServerUnreachable)) trust.forget(addressText(server));
    return conn;
  } catch (error) {
    const distrust = distrustOf(error);
    if (distrust === null) return unreachable();
    const { message } = error as Error;
    trust.tell(addressText(server), distrust, message);
    return new ServerUnreachable(message, distrust);
  } finally {
    timers.clear(timer);
  }
}

/** An attempt to connect. After `abandon`, its connection is closed as soon as it opens. */
class Attempt {
  readonly conn: Promise<Deno.Conn>;
  #opened: Deno.Conn | undefined;
  #abandoned = false;

  constructor(server: ServerAddress, authorities: string[]) {
    this.conn = this.#open(server, authorities);
    // Nobody awaits an abandoned attempt.
    this.conn.catch(() => {});
  }

  abandon(): void {
    this.#abandoned = true;
    this.#close();
  }

  async #open(
    { hostname, port, tls }: ServerAddress,
    authorities: string[],
  ): Promise<Deno.Conn> {
    const secured = tls
      ? await Deno.connectTls({ hostname, port, caCerts: authorities })
      : undefined;
    this.#opened = secured ?? await Deno.connect({ hostname, port });
    if (this.#abandoned) this.#close();
    try {
      // Nothing may be sent before the server is authenticated.
      await secured?.handshake();
    } catch (error) {
      this.#close();
      throw error;
    }
    return this.#opened;
  }

  #close(): void {
    try {
      this.#opened?.close();
    } catch {
      // Already closed.
    }
  }
}
