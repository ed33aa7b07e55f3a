import { LineBuffer } from "../../protocol/line_buffer.ts";
import { systemClock } from "../../clock.ts";

/** Enough for a page of messages. */
const MAX_LINE = 16 * 1024 * 1024;
const READ_BYTES = 64 * 1024;

/** A response of the server. */
export interface Answer {
  ok: boolean;
  /** The JSON of an `ok`; code and reason of an `err`. */
  rest: string;
  /** Monotonic time in ms at which it was read. */
  at: number;
}

/** A connection of the load: many requests may be on their way; their answers come in the same order. */
export class LoadConnection {
  /** Called for each event with its type, its JSON and the monotonic time in ms at which it was read. */
  onEvent: (type: string, json: string, at: number) => void = () => {};
  readonly #conn: Deno.Conn;
  readonly #encoder = new TextEncoder();
  readonly #lines = new LineBuffer(MAX_LINE);
  readonly #done: Promise<void>;
  #unanswered: PromiseWithResolvers<Answer>[] = [];
  #unsent: string[] = [];
  #writing = false;
  #ended = false;

  private constructor(conn: Deno.Conn) {
    this.#conn = conn;
    this.#done = this.#read();
  }

  static async open(port: number): Promise<LoadConnection> {
    return new LoadConnection(await Deno.connect({ hostname: "127.0.0.1", port }));
  }

  /** Rejects if the connection ends before the answer. */
  request(line: string): Promise<Answer> {
    if (this.#ended) return Promise.reject(new Error("the server has closed the connection"));
    const answer = Promise.withResolvers<Answer>();
    this.#unanswered.push(answer);
    this.#unsent.push(`${line}\n`);
    if (!this.#writing) {
      this.#writing = true;
      // What is asked in one turn goes out in one write.
      queueMicrotask(() => this.#write());
    }
    return answer.promise;
  }

  /**
   * Makes a request that must succeed, and returns its JSON.
   * @throws {Error} with what the server answered
   */
  // deno-lint-ignore no-explicit-any -- the shape is that of the action
  async ok(line: string): Promise<any> {
    const { ok, rest } = await this.request(line);
    if (!ok) throw new Error(`the scratch server refused ${line.split(" ")[0]}: ${rest}`);
    return JSON.parse(rest);
  }

  /** Ends the sending half first: a pending read would otherwise stay pending. */
  async close(): Promise<void> {
    await this.#conn.closeWrite().catch(() => {});
    await this.#done;
    this.#conn.close();
  }

  async #write(): Promise<void> {
    try {
      while (this.#unsent.length > 0) {
        let bytes = this.#encoder.encode(this.#unsent.splice(0).join(""));
        while (bytes.length > 0) bytes = bytes.subarray(await this.#conn.write(bytes));
      }
    } catch {
      // The reading half ends too, and tells whoever waits.
    }
    this.#writing = false;
  }

  async #read(): Promise<void> {
    const buffer = new Uint8Array(READ_BYTES);
    try {
      for (let length; (length = await this.#conn.read(buffer)) !== null;) {
        const at = systemClock.monotonic();
        for (const line of this.#lines.push(buffer.subarray(0, length))) {
          if ("text" in line) this.#take(line.text, at);
        }
      }
    } catch {
      // A reset is an end like any other.
    }
    this.#ended = true;
    for (const { reject } of this.#unanswered.splice(0)) {
      reject(new Error("the server has closed the connection"));
    }
  }

  #take(line: string, at: number): void {
    const [, kind, name, rest] = /^(ok|err|event) (\S+) (.*)$/.exec(line) ?? [];
    if (kind === "event") this.onEvent(name, rest, at);
    else this.#unanswered.shift()?.resolve({ ok: kind === "ok", rest, at });
  }
}
