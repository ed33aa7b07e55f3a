import { Duplex } from "node:stream";

const MIN_BUFFER = 4 * 1024;
const MAX_BUFFER = 32 * 1024;

/**
 * The encrypted side of a TLS connection. Deno's TLS takes all that it is given, whether somebody reads it or not: so
 * nothing is read from the socket while `enough` says so, and the client's sending comes to a halt.
 */
export class TlsWire extends Duplex {
  readonly #conn: Deno.TcpConn;
  readonly #enough: () => boolean;
  #buffer = new Uint8Array(MIN_BUFFER);
  #asked = false;
  #finished = false;

  constructor(conn: Deno.TcpConn, enough: () => boolean) {
    super({ allowHalfOpen: true });
    this.#conn = conn;
    this.#enough = enough;
  }

  /** Reads on where it may. */
  proceed(): void {
    if (!this.#asked || this.destroyed || this.#enough()) return;
    this.#asked = false;
    const buffer = this.#buffer;
    this.#conn.read(buffer).then((length) => {
      if (length === null) return this.push(null);
      if (length === buffer.length) {
        this.#buffer = new Uint8Array(Math.min(MAX_BUFFER, length * 2));
        this.push(buffer);
      } else this.push(buffer.slice(0, length));
    }, (error) => this.destroy(error));
  }

  /** Ends the sending half now; what would still be sent is not. */
  async finish(): Promise<void> {
    if (this.#finished) return;
    this.#finished = true;
    await this.#conn.closeWrite();
  }

  override _read(): void {
    this.#asked = true;
    this.proceed();
  }

  override _write(bytes: Uint8Array, _encoding: string, done: (error?: Error) => void): void {
    if (this.#finished) return done();
    this.#send(bytes).then(() => done(), done);
  }

  override _final(done: (error?: Error) => void): void {
    this.finish().then(() => done(), done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    // Deno 2.8 closes nothing while a read is pending (denoland/deno#35292): so the client hears of it all the same.
    this.finish().catch(() => {});
    try {
      this.#conn.close();
    } catch {
      // Closed already by the other side.
    }
    done(error);
  }

  async #send(bytes: Uint8Array): Promise<void> {
    for (let sent = 0; sent < bytes.length;) sent += await this.#conn.write(bytes.subarray(sent));
  }
}
