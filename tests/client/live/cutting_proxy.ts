/** Forwards connections to a server and can cut them. */
export class CuttingProxy {
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  readonly #conns = new Set<Deno.TcpConn>();
  readonly #tasks = new Set<Promise<void>>();
  #down = false;
  #held = false;
  /** Bytes that the server may still send before the connection is cut. */
  #left = Infinity;
  /** The number of forwarded connections. */
  connections = 0;

  constructor(readonly target: { hostname: string; port: number }) {
    this.#track(this.#accept());
  }

  get address(): { hostname: string; port: number } {
    return { hostname: "127.0.0.1", port: this.#listener.addr.port };
  }

  /** Cuts every connection; while `down`, new ones are cut immediately. */
  cut(down = false): void {
    this.#down = down;
    this.#held = false;
    this.#left = Infinity;
    for (const conn of this.#conns) endConnection(conn);
  }

  /** Cuts every connection after this many more bytes from the server, usually in the middle of a line. */
  cutAfter(bytes: number): void {
    this.#left = bytes;
  }

  restore(): void {
    this.#down = false;
  }

  /** Discards the server's output from now until the connection is cut. */
  swallow(): void {
    this.#held = true;
  }

  async close(): Promise<void> {
    this.#listener.close();
    this.cut(true);
    await Promise.all(this.#tasks);
  }

  #track(task: Promise<void>): void {
    this.#tasks.add(task);
    task.finally(() => this.#tasks.delete(task));
  }

  async #accept(): Promise<void> {
    for (;;) {
      let client: Deno.TcpConn;
      try {
        client = await this.#listener.accept();
      } catch {
        return;
      }
      if (this.#down) {
        client.close();
        continue;
      }
      this.#track(this.#pass(client));
    }
  }

  async #pass(client: Deno.TcpConn): Promise<void> {
    const server = await Deno.connect(this.target).catch(() => null);
    if (server === null) return client.close();
    this.connections++;
    this.#conns.add(client).add(server);
    await Promise.all([this.#copy(client, server, false), this.#copy(server, client, true)]);
    for (const conn of [client, server]) {
      this.#conns.delete(conn);
      conn.close();
    }
  }

  async #copy(from: Deno.TcpConn, to: Deno.TcpConn, answers: boolean): Promise<void> {
    const buffer = new Uint8Array(16 * 1024);
    try {
      for (let n; (n = await from.read(buffer)) !== null;) {
        if (answers && this.#held) continue;
        let bytes = buffer.subarray(0, answers ? Math.min(n, this.#left) : n);
        if (answers) this.#left -= n;
        while (bytes.length > 0) bytes = bytes.subarray(await to.write(bytes));
        if (this.#left < 0) this.cut();
      }
    } catch {
      // The connection was cut.
    }
    for (const conn of [from, to]) endConnection(conn);
  }
}

/** Closes both halves, so that both peers see the end and no read stays pending. */
function endConnection(conn: Deno.TcpConn): void {
  conn.closeWrite().catch(() => {});
}
