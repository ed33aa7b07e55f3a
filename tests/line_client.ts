import assert from "node:assert/strict";
import type { Message } from "../lib/model/message.ts";

/** A plain socket client, as `nc` is one. */
export class LineClient {
  /** Every line received, in order. */
  readonly transcript: string[] = [];
  #responses: string[] = [];
  #events: string[] = [];
  #wake: (() => void)[] = [];
  #ended = false;
  #closed = false;
  readonly #conn: Deno.Conn;
  readonly #done: Promise<void>;

  private constructor(conn: Deno.Conn) {
    this.#conn = conn;
    this.#done = this.#read();
  }

  /** @param authority whose certificates are trusted (PEM): by TLS then */
  static async connect(port: number, authority?: string): Promise<LineClient> {
    if (authority === undefined) return new LineClient(await Deno.connect({ port }));
    const conn = await Deno.connectTls({ hostname: "localhost", port, caCerts: [authority] });
    try {
      await conn.handshake();
    } catch (error) {
      conn.close();
      throw error;
    }
    return new LineClient(conn);
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    const buffer = new Uint8Array(64 * 1024);
    let rest = "";
    try {
      for (let n; (n = await this.#conn.read(buffer)) !== null;) {
        const lines = (rest + decoder.decode(buffer.subarray(0, n), { stream: true })).split("\n");
        rest = lines.pop()!;
        for (const line of lines) {
          this.transcript.push(line);
          (line.startsWith("event ") ? this.#events : this.#responses).push(line);
        }
        for (const wake of this.#wake.splice(0)) wake();
      }
    } catch {
      // Closed under the reader: what came before is in the transcript.
    }
    this.#ended = true;
    for (const wake of this.#wake.splice(0)) wake();
  }

  async send(text: string | Uint8Array): Promise<void> {
    let bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    while (bytes.length > 0) bytes = bytes.subarray(await this.#conn.write(bytes));
  }

  async #take(queue: string[], what: string): Promise<string> {
    while (queue.length === 0) {
      if (this.#ended) throw new Error(`the connection ended before ${what}`);
      await new Promise<void>((resolve) => this.#wake.push(resolve));
    }
    return queue.shift()!;
  }

  /** The next response line. */
  response(): Promise<string> {
    return this.#take(this.#responses, "a response");
  }

  /** Sends one line; gives its response. */
  async request(line: string): Promise<string> {
    await this.send(`${line}\n`);
    return await this.response();
  }

  /** Sends one line whose response has to be `ok`; gives its JSON. */
  // deno-lint-ignore no-explicit-any
  async ok(line: string): Promise<any> {
    const response = await this.request(line);
    const json = /^(?:@\S+ )?ok \S+ (\{.*\})$/.exec(response);
    assert(json, `expected ok for ${JSON.stringify(line)}, got ${response}`);
    return JSON.parse(json[1]);
  }

  /** Sends one line whose response has to be `err`; gives its code. */
  async err(line: string): Promise<string> {
    const response = await this.request(line);
    const code = /^(?:@\S+ )?err \S+ ([a-z_]+) \S/.exec(response);
    assert(code, `expected err for ${JSON.stringify(line)}, got ${response}`);
    return code[1];
  }

  /** The next event, of whatever type, as its type and JSON. */
  // deno-lint-ignore no-explicit-any
  async event(): Promise<[string, any]> {
    const line = await this.#take(this.#events, "an event");
    const [, type, json] = /^event ([a-z_]+) (\{.*\})$/.exec(line)!;
    return [type, JSON.parse(json)];
  }

  /** Events that have come and were not asked for yet. */
  get pendingEvents(): readonly string[] {
    return this.#events;
  }

  /** Registers, logs in, and gives the token. */
  async join(username: string, password = "matkhau-123"): Promise<string> {
    await this.ok(`reg ${username} ${password}`);
    return (await this.ok(`login ${username} ${password}`)).token;
  }

  async chat(token: string, projectId: number, text: string): Promise<Message> {
    return (await this.ok(`chat ${token} ${projectId} ${text}`)).message;
  }

  /** Ends the sending half, as `nc -N` does at the end of its input. */
  async finish(): Promise<void> {
    await this.#conn.closeWrite();
  }

  /** Settles when the server has closed the connection. */
  ended(): Promise<void> {
    return this.#done;
  }

  /** Ends both halves: the server sees the end first, so that no read is left pending. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (!this.#ended) {
      await this.#conn.closeWrite().catch(() => {});
      await this.#done;
    }
    this.#conn.close();
  }
}
