import { addressText, type ServerAddress } from "../shared/server_address.ts";
import type { Timers } from "../shared/timers.ts";
import { distrustOf, type ServerTrust } from "./server_trust.ts";
import { ServerUnreachable, unreachable } from "./server_unreachable.ts";

/** How long an attempt may take, TLS handshake included. */
const CONNECT_MS = 5_000;

/** Connects to a server; resolves to the reason where nobody answers in time, or not who is meant. */
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

/** A connection that is being made; an abandoned one is closed as soon as it can be. */
class Attempt {
  readonly conn: Promise<Deno.Conn>;
  #opened: Deno.Conn | undefined;
  #abandoned = false;

  constructor(server: ServerAddress, authorities: string[]) {
    this.conn = this.#open(server, authorities);
    // Once it is abandoned nobody waits for it.
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
      // Nothing may be sent before it is known who is there.
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
      // Closed already.
    }
  }
}
