import { wait } from "./page_clock.ts";

/** What TCP sends at first without having heard that anything has arrived: ten segments (RFC 6928). */
export const FIRST_FLIGHT = 14_600;

/**
 * Passes connections on to a port of this machine as a long line does: what is sent arrives half a round trip later,
 * a new connection takes a whole one before anything is passed on, and what is more than the first flight goes in
 * flights twice as large, each a round trip after the one before. A connection that was silent begins anew with that.
 */
export class SlowLine {
  /** Milliseconds there and back; what is under way keeps its time. */
  roundTrip = 0;
  /** Connections that were passed on. */
  connections = 0;
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  readonly #conns = new Set<Deno.TcpConn>();
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
    this.#accept();
  }

  get url(): string {
    return `http://127.0.0.1:${this.#listener.addr.port}`;
  }

  /** Cuts every connection; new ones are passed on. */
  cut(): void {
    for (const conn of this.#conns) conn.closeWrite().catch(() => {});
  }

  close(): void {
    this.#listener.close();
    this.cut();
  }

  async #accept(): Promise<void> {
    for await (const near of this.#listener) this.#pass(near);
  }

  async #pass(near: Deno.TcpConn): Promise<void> {
    this.connections++;
    const far = await Deno.connect({ hostname: "127.0.0.1", port: this.#port });
    for (const conn of [near, far]) {
      conn.setNoDelay(true);
      this.#conns.add(conn);
    }
    await wait(this.roundTrip);
    await Promise.all([this.#copy(near, far), this.#copy(far, near)]);
    for (const conn of [near, far]) {
      this.#conns.delete(conn);
      conn.close();
    }
  }

  async #copy(from: Deno.TcpConn, to: Deno.TcpConn): Promise<void> {
    const buffer = new Uint8Array(64 * 1024);
    let arrived = Promise.resolve();
    let [flight, left] = [FIRST_FLIGHT, FIRST_FLIGHT];
    // When the flight began, and when something was sent last.
    let [began, departed] = [0, -Infinity];
    try {
      for (let read; (read = await from.read(buffer)) !== null;) {
        const now = performance.now();
        if (now - departed > this.roundTrip) {
          [flight, left, began] = [FIRST_FLIGHT, FIRST_FLIGHT, now];
        }
        for (let at = 0; at < read;) {
          if (left === 0) {
            flight *= 2;
            left = flight;
            began += this.roundTrip;
          }
          departed = Math.max(began, now);
          const piece = buffer.slice(at, Math.min(read, at + left));
          at += piece.length;
          left -= piece.length;
          const before = arrived;
          const due = wait(departed + this.roundTrip / 2 - now);
          arrived = before.then(() => due).then(() => writeAll(to, piece));
          arrived.catch(() => {});
        }
      }
      await arrived;
    } catch {
      // Cut.
    }
    for (const conn of [from, to]) await conn.closeWrite().catch(() => {});
  }
}

async function writeAll(to: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let left = bytes; left.length > 0;) left = left.subarray(await to.write(left));
}
