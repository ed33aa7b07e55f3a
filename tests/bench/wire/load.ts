// The load, as a process of its own: closed loops of messages on many connections, from a plan on standard input.
//   deno run -A tests/bench/wire/load.ts < plan.json
import type { LoadPlan, LoadResult } from "./plan.ts";

const LF = 10;
const MARK = "~".charCodeAt(0);
/** One delivery in this many is timed. */
const SAMPLE = 7;
const WARM_UP_MS = 1_000;

/** What a line says, by its first bytes. */
type Kind = "acknowledged" | "delivered" | "ping" | "other";

const startsWith = (line: Uint8Array, text: string) =>
  line[0] === text.charCodeAt(0) && line[text.length - 1] === text.charCodeAt(text.length - 1);

const KINDS: Record<LoadPlan["dialect"], (line: Uint8Array) => Kind> = {
  chung(line) {
    if (startsWith(line, "ok")) return "acknowledged";
    if (startsWith(line, "event c")) return "delivered";
    if (startsWith(line, "event")) return "other";
    throw new Error(new TextDecoder().decode(line));
  },
  relay: (line) => startsWith(line, "ok") ? "acknowledged" : "delivered",
  nats(line) {
    if (line[0] === MARK) return "delivered";
    // The stream's answer to a message, and the PONG that answers the opening.
    if (startsWith(line, "{") || startsWith(line, "PO")) return "acknowledged";
    if (startsWith(line, "PI")) return "ping";
    if (startsWith(line, "-")) throw new Error(new TextDecoder().decode(line));
    return "other";
  },
};

let measuring = false;
let acknowledged = 0;
let delivered = 0;
let seen = 0;
const delays: number[] = [];

class Client {
  #rest = new Uint8Array(0);
  #queue: Uint8Array[] = [];
  #writing = false;
  #expected = 0;
  #ready: (() => void) | null = null;
  #sending = false;

  constructor(readonly conn: Deno.TcpConn, readonly plan: LoadPlan, readonly index: number) {}

  /** Sends the opening lines, and waits for as many answers. */
  async open(lines: string[], answers: number): Promise<void> {
    this.#read();
    this.#expected = answers;
    const done = new Promise<void>((resolve) => this.#ready = resolve);
    this.#push(new TextEncoder().encode(lines.map((line) => line + this.plan.newline).join("")));
    await done;
  }

  start(window: number): void {
    this.#sending = true;
    for (let i = 0; i < window; i++) this.#push(this.#message());
  }

  stop(): void {
    this.#sending = false;
  }

  #message(): Uint8Array {
    const time = Math.floor(performance.now() * 1_000).toString().padStart(12, "0");
    const text = `~${time}~`.padEnd(this.plan.bytes, "x");
    return new TextEncoder().encode(
      this.plan.connections[this.index].message.replace("%", text) + this.plan.newline,
    );
  }

  #push(bytes: Uint8Array): void {
    this.#queue.push(bytes);
    if (!this.#writing) this.#write();
  }

  async #write(): Promise<void> {
    this.#writing = true;
    // What one piece of input leads to goes out together.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const pieces = this.#queue.splice(0);
      let bytes = pieces.length === 1 ? pieces[0] : new Uint8Array(
        await new Blob(pieces as BlobPart[]).arrayBuffer(),
      );
      while (bytes.length > 0) bytes = bytes.subarray(await this.conn.write(bytes));
    }
    this.#writing = false;
  }

  async #read(): Promise<void> {
    const buffer = new Uint8Array(256 * 1024);
    for (let read; (read = await this.conn.read(buffer).catch(() => null)) !== null;) {
      let bytes = buffer.subarray(0, read);
      if (this.#rest.length > 0) {
        const whole = new Uint8Array(this.#rest.length + read);
        whole.set(this.#rest);
        whole.set(bytes, this.#rest.length);
        bytes = whole;
      }
      let from = 0;
      for (let end; (end = bytes.indexOf(LF, from)) >= 0; from = end + 1) {
        this.#line(bytes.subarray(from, end));
      }
      this.#rest = bytes.slice(from);
    }
  }

  #line(line: Uint8Array): void {
    const kind = KINDS[this.plan.dialect](line);
    if (kind === "delivered") {
      if (!measuring) return;
      delivered++;
      if (++seen % SAMPLE === 0) this.#time(line);
    } else if (kind === "acknowledged") {
      if (this.#expected > 0) {
        if (--this.#expected === 0) this.#ready?.();
        return;
      }
      if (measuring) acknowledged++;
      if (this.#sending) this.#push(this.#message());
    } else if (kind === "ping") this.#push(new TextEncoder().encode("PONG\r\n"));
  }

  #time(line: Uint8Array): void {
    const at = line.indexOf(MARK);
    const sent = Number(new TextDecoder().decode(line.subarray(at + 1, at + 13))) / 1_000;
    delays.push(performance.now() - sent);
  }
}

async function run(plan: LoadPlan): Promise<LoadResult> {
  const clients = await Promise.all(plan.connections.map(async (_, index) => {
    const conn = await Deno.connect({ hostname: "127.0.0.1", port: plan.port });
    conn.setNoDelay(true);
    return new Client(conn, plan, index);
  }));
  await Promise.all(clients.map((client, index) => {
    const { open, answers } = plan.connections[index];
    return client.open(open, answers);
  }));
  for (const client of clients) client.start(plan.window);
  await new Promise((resolve) => setTimeout(resolve, WARM_UP_MS));
  measuring = true;
  const start = performance.now();
  await new Promise((resolve) => setTimeout(resolve, plan.seconds * 1_000));
  measuring = false;
  const seconds = (performance.now() - start) / 1_000;
  for (const client of clients) client.stop();
  delays.sort((a, b) => a - b);
  const percentile = (part: number) => delays[Math.floor(delays.length * part)] ?? 0;
  return {
    acknowledgedPerSecond: acknowledged / seconds,
    deliveredPerSecond: delivered / seconds,
    medianMs: percentile(0.5),
    p99Ms: percentile(0.99),
  };
}

const plan: LoadPlan = JSON.parse(await new Response(Deno.stdin.readable).text());
// deno-lint-ignore no-console
console.log(JSON.stringify(await run(plan)));
Deno.exit(0);
