import { wait } from "./page_clock.ts";

/** TCP's initial congestion window: ten segments (RFC 6928). */
export const FIRST_FLIGHT = 14_600;

/**
 * Forwards connections to a local port with the delays of a long line: data arrives half a round trip later, a new
 * connection takes a full round trip, and data beyond the initial congestion window is sent in flights that double in
 * size, one per round trip. After a silence the window starts over.
 */
export class SlowLine {
  /** Round-trip time in milliseconds; data in flight keeps its old delay. */
  roundTrip = 0;
  /** The number of forwarded connections. */
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

  /** Cuts every connection; new ones are forwarded. */
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
    // The start of the current flight, and the time of the last send.
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
      // The connection was cut.
    }
    for (const conn of [from, to]) await conn.closeWrite().catch(() => {});
  }
}

async function writeAll(to: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let left = bytes; left.length > 0;) left = left.subarray(await to.write(left));
}
