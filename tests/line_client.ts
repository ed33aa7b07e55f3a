import assert from "node:assert/strict";
import type { Message } from "../lib/model/message.ts";

/** A plain socket client, like `nc`. */
export class LineClient {
  /** All received lines, in order. */
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

  /** @param authority connects with TLS, trusting this authority's certificates (PEM) */
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
      // Closed while reading: earlier lines are in the transcript.
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

  /** Returns the next response line. */
  response(): Promise<string> {
    return this.#take(this.#responses, "a response");
  }

  /** Sends a line and returns its response. */
  async request(line: string): Promise<string> {
    await this.send(`${line}\n`);
    return await this.response();
  }

  /** Sends a line that must succeed and returns the JSON of its `ok`. */
  // deno-lint-ignore no-explicit-any
  async ok(line: string): Promise<any> {
    const response = await this.request(line);
    const json = /^(?:@\S+ )?ok \S+ (\{.*\})$/.exec(response);
    assert(json, `expected ok for ${JSON.stringify(line)}, got ${response}`);
    return JSON.parse(json[1]);
  }

  /** Sends a line that must fail and returns the code of its `err`. */
  async err(line: string): Promise<string> {
    const response = await this.request(line);
    const code = /^(?:@\S+ )?err \S+ ([a-z_]+) \S/.exec(response);
    assert(code, `expected err for ${JSON.stringify(line)}, got ${response}`);
    return code[1];
  }

  /** Returns the type and JSON of the next event. */
  // deno-lint-ignore no-explicit-any
  async event(): Promise<[string, any]> {
    const line = await this.#take(this.#events, "an event");
    const [, type, json] = /^event ([a-z_]+) (\{.*\})$/.exec(line)!;
    return [type, JSON.parse(json)];
  }

  /** Events that have arrived and were not yet taken. */
  get pendingEvents(): readonly string[] {
    return this.#events;
  }

  /** Registers, logs in, and returns the token. */
  async join(username: string, password = "matkhau-123"): Promise<string> {
    await this.ok(`reg ${username} ${password}`);
    return (await this.ok(`login ${username} ${password}`)).token;
  }

  async chat(token: string, projectId: number, text: string): Promise<Message> {
    return (await this.ok(`chat ${token} ${projectId} ${text}`)).message;
  }

  /** Ends the sending half, like `nc -N` at the end of its input. */
  async finish(): Promise<void> {
    await this.#conn.closeWrite();
  }

  /** Resolves when the server has closed the connection. */
  ended(): Promise<void> {
    return this.#done;
  }

  /** Closes both halves, the sending one first, so that no read stays pending. */
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
