import { join } from "node:path";
import { Program, SERVER_READY } from "../../program.ts";
import { startedProcess } from "./started_process.ts";

/** Milliseconds for memory to be returned after a collection, and the number of collections. */
const SETTLE_MS = 300;
const COLLECTIONS = 3;
/** Changes up to this size count as settled. */
const STILL_KB = 256;

/** A server whose memory is measured after garbage collection, triggered through the inspector. */
export class MemoryServer {
  private constructor(
    readonly port: number,
    readonly processId: number,
    readonly program: Program,
    readonly inspector: WebSocket,
  ) {}

  /**
   * Starts it on the data folder `folder`/data.
   * @throws {Error} where there is no `/proc`
   */
  static async start(folder: string, mostConnections: number): Promise<MemoryServer> {
    const inspectorPort = freePort();
    const { program, processId } = startedProcess(() =>
      new Program({
        command: Deno.execPath(),
        args: [
          ...["run", "-A", `--inspect=127.0.0.1:${inspectorPort}`],
          new URL("../../../server.ts", import.meta.url).href,
          ...["--port", "0", "--max-connections", String(mostConnections)],
          ...["--data", join(folder, "data"), "--log", join(folder, "log")],
        ],
        environment: Deno.env.toObject(),
      })
    );
    const port = Number(await program.line(SERVER_READY));
    if (processId === undefined) throw new Error("no /proc: memory can't be measured here");
    return new MemoryServer(port, processId, program, await inspectorOf(inspectorPort));
  }

  /** Resident memory in kB after garbage collections, once it no longer falls. */
  async settledKilobytes(): Promise<number> {
    for (let last = Infinity;;) {
      for (let i = 0; i < COLLECTIONS; i++) await this.#collectGarbage();
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      const now = this.#status("VmRSS");
      if (now > last - STILL_KB) return now;
      last = now;
    }
  }

  async #collectGarbage(): Promise<void> {
    const answered = Promise.withResolvers<void>();
    this.inspector.onmessage = () => answered.resolve();
    this.inspector.send(JSON.stringify({ id: 1, method: "HeapProfiler.collectGarbage" }));
    await answered.promise;
  }

  /** Peak resident memory since the start, in kB. */
  peakKilobytes(): number {
    return this.#status("VmHWM");
  }

  /** In kB of 1,024 bytes. */
  #status(field: "VmRSS" | "VmHWM"): number {
    const status = Deno.readTextFileSync(`/proc/${this.processId}/status`);
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(status)![1]);
  }

  async close(): Promise<void> {
    this.inspector.close();
    this.program.kill("SIGTERM");
    await this.program.end();
  }
}

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  listener.close();
  return listener.addr.port;
}

async function inspectorOf(port: number): Promise<WebSocket> {
  const [{ webSocketDebuggerUrl }] = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  return socket;
}
