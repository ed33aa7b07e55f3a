/** One connection of a scripted server. */
export class PeerConnection {
  #text = "";
  #lines: string[] = [];
  readonly #decoder = new TextDecoder();
  #closed = false;

  constructor(readonly conn: Deno.TcpConn) {}

  /** The next received line, or null at the end. */
  async line(): Promise<string | null> {
    const buffer = new Uint8Array(4096);
    while (this.#lines.length === 0) {
      const length = await this.conn.read(buffer).catch(() => null);
      if (length === null) return null;
      this.#text += this.#decoder.decode(buffer.subarray(0, length), { stream: true });
      const lines = this.#text.split("\n");
      this.#text = lines.pop()!;
      this.#lines.push(...lines);
    }
    return this.#lines.shift()!;
  }

  async send(text: string | Uint8Array): Promise<void> {
    let bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    while (bytes.length > 0) bytes = bytes.subarray(await this.conn.write(bytes));
  }

  close(): void {
    if (!this.#closed) this.conn.close();
    this.#closed = true;
  }
}

/** A server controlled by the test, for faults that a real one has only by chance. */
export class ScriptedPeer {
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  readonly #connections: PeerConnection[] = [];

  get address(): { hostname: string; port: number } {
    return { hostname: "127.0.0.1", port: this.#listener.addr.port };
  }

  async accept(): Promise<PeerConnection> {
    const connection = new PeerConnection(await this.#listener.accept());
    this.#connections.push(connection);
    return connection;
  }

  close(): void {
    for (const connection of this.#connections) connection.close();
    this.#listener.close();
  }
}
