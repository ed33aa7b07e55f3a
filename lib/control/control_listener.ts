import type { Timers } from "../timers.ts";
import { controlPath, readControlFile, writeControlFile } from "./control_file.ts";
import { isSame, proofOf, randomHex } from "./control_key.ts";
import { LineReader, writeLine } from "./line_reader.ts";

/** Milliseconds within which a connection has to send its request. */
const REQUEST_TIME = 5_000;
/** Connections at once; more wait. Everybody on this machine can make some. */
const MAX_CONNECTIONS = 8;
/** Bytes of a line, at most. */
const MAX_LINE = 128 * 1024;

export interface ControlOptions {
  /** The data folder. */
  folder: string;
  /** Answers a request of the operator. */
  operate: (line: string) => Promise<string>;
  timers: Timers;
}

/**
 * Takes the operator's requests from the commands of chung-server, beside the running server: on loopback, one request a
 * connection. The key to it stands in the data folder, which its owner alone can read. A command sends a challenge first
 * and `KEY request` only after the proof: a killed server's port may be somebody else's by now.
 */
export class ControlListener {
  readonly #options: ControlOptions;
  readonly #listener: Deno.TcpListener;
  readonly #key: string;
  readonly #connections = new Map<Deno.Conn, Promise<void>>();
  #wake = () => {};
  #closed = false;
  readonly #accepting: Promise<void>;

  /** Listens at once. Throws what listening or writing the file throws. */
  constructor(options: ControlOptions) {
    this.#options = options;
    this.#key = randomHex();
    this.#listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    try {
      writeControlFile(options.folder, { port: this.#listener.addr.port, key: this.#key });
    } catch (error) {
      this.#listener.close();
      throw error;
    }
    this.#accepting = this.#accept();
  }

  /** Lets those end that are answered now. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#wake();
    this.#listener.close();
    // A server that was started in the meantime has one of its own.
    if (readControlFile(this.#options.folder)?.key === this.#key) {
      try {
        Deno.removeSync(controlPath(this.#options.folder));
      } catch {
        // The disk can only be read any more. The next server writes its own.
      }
    }
    await this.#accepting;
    await Promise.all(this.#connections.values());
  }

  async #accept(): Promise<void> {
    while (!this.#closed) {
      if (this.#connections.size >= MAX_CONNECTIONS) {
        await new Promise<void>((resolve) => this.#wake = resolve);
        continue;
      }
      let conn: Deno.Conn;
      try {
        conn = await this.#listener.accept();
      } catch {
        if (this.#closed) return;
        continue;
      }
      const served = this.#serve(conn).finally(() => {
        this.#connections.delete(conn);
        this.#wake();
      });
      this.#connections.set(conn, served);
    }
  }

  async #serve(conn: Deno.Conn): Promise<void> {
    const { operate, timers } = this.#options;
    const timer = timers.set(() => conn.close(), REQUEST_TIME);
    try {
      const lines = new LineReader(conn, MAX_LINE);
      const challenge = await lines.next();
      if (challenge === null) return;
      await writeLine(conn, proofOf(this.#key, challenge));
      const line = await lines.next();
      timers.clear(timer);
      const space = line?.indexOf(" ") ?? -1;
      if (line === null || space < 0 || !isSame(line.slice(0, space), this.#key)) return;
      await writeLine(conn, await operate(line.slice(space + 1)));
    } catch {
      // Gone, or too late: the command on the other side says so.
    } finally {
      timers.clear(timer);
      try {
        conn.close();
      } catch {
        // The timer has closed it.
      }
    }
  }
}
