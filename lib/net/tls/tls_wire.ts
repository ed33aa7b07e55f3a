import { Duplex } from "node:stream";

const MIN_BUFFER = 4 * 1024;
const MAX_BUFFER = 32 * 1024;

/**
 * The encrypted side of a TLS connection. Deno's TLS accepts all input, whether or not the decrypted data is read, so
 * reading from the socket pauses while `enough` returns true, which makes the client stop sending.
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

  /** Continues reading if more input is wanted and `enough` allows it. */
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

  /** Ends the sending half now. Later writes are discarded. */
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
    // Deno 2.8 doesn't close while a read is pending (denoland/deno#35292); ending the sending half tells the client.
    this.finish().catch(() => {});
    try {
      this.#conn.close();
    } catch {
      // Already closed by the other side.
    }
    done(error);
  }

  async #send(bytes: Uint8Array): Promise<void> {
    for (let sent = 0; sent < bytes.length;) sent += await this.#conn.write(bytes.subarray(sent));
  }
}
