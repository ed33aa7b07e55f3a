/** Passes connections on to a server, until the line is cut. */
export class CuttingProxy {
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  readonly #conns = new Set<Deno.TcpConn>();
  readonly #tasks = new Set<Promise<void>>();
  #down = false;
  #held = false;
  /** What the server may still send before the line is cut, in bytes. */
  #left = Infinity;
  /** Connections that were passed on. */
  connections = 0;

  constructor(readonly target: { hostname: string; port: number }) {
    this.#track(this.#accept());
  }

  get address(): { hostname: string; port: number } {
    return { hostname: "127.0.0.1", port: this.#listener.addr.port };
  }

  /** Cuts every connection; those that come while it is `down` are cut at once. */
  cut(down = false): void {
    this.#down = down;
    this.#held = false;
    this.#left = Infinity;
    for (const conn of this.#conns) endConnection(conn);
  }

  /** Cuts every connection when the server has sent so many bytes more: in the middle of a line, mostly. */
  cutAfter(bytes: number): void {
    this.#left = bytes;
  }

  restore(): void {
    this.#down = false;
  }

  /** What the server sends is swallowed from here on, until the line is cut. */
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
      // Cut.
    }
    for (const conn of [from, to]) endConnection(conn);
  }
}

/** Both peers see the end, and no read is left pending. */
function endConnection(conn: Deno.TcpConn): void {
  conn.closeWrite().catch(() => {});
}
