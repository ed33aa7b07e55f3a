// Clients that write chat lines without pause, as fast as their sockets accept them, in a process of their own with low
// priority. They follow a plan from standard input and write until it ends.
//   deno run -A tests/bench/flood/flood_writers.ts < plan.json
import { setPriority } from "node:os";
import { processorTime } from "../process/processor_time.ts";

/** The plan of a flood. */
export interface FloodPlan {
  port: number;
  /** `open` is sent first and expects one response; an empty one is not sent. */
  writers: { open: string; line: string }[];
  /** The lines sent by connections that only read. */
  readers: string[];
  /** Whether an error is an answer like any other. */
  refused?: boolean;
  /** Whether the writers read no answers; their `open` is empty then. */
  unread?: boolean;
}

/** The result of a flood. */
export interface FloodResult {
  answeredPerSecond: number;
  /** Messages answered for the slowest writer and for the fastest. */
  least: number;
  most: number;
  /** CPU time of this process, in cores. */
  cores: number;
}

/** Printed once every writer has received a response. */
export const FLOODING = "flooding";

const LF = 10;
const [O, E, V] = [..."oev"].map((letter) => letter.charCodeAt(0));
/** Bytes per write. */
const WRITE_BYTES = 64 * 1024;
const LOWEST_PRIORITY = 19;
const encoder = new TextEncoder();

class FloodConnection {
  answered = 0;
  readonly opened = Promise.withResolvers<void>();
  readonly #conn: Deno.TcpConn;
  readonly #mayRefuse: boolean;

  constructor(conn: Deno.TcpConn, { refused = false, unread = false }: FloodPlan) {
    this.#conn = conn;
    this.#mayRefuse = refused;
    if (!unread) this.#read();
  }

  async send(bytes: Uint8Array): Promise<void> {
    for (let sent = 0; sent < bytes.length;) sent += await this.#conn.write(bytes.subarray(sent));
  }

  async flood(line: string): Promise<void> {
    const length = line.length + 1;
    const bytes = encoder.encode(`${line}\n`.repeat(Math.ceil(WRITE_BYTES / length)));
    for (;;) await this.send(bytes);
  }

  /** Checks that every line is a success response or an event, unless errors are allowed. */
  async #read(): Promise<void> {
    const buffer = new Uint8Array(WRITE_BYTES);
    let atStart = true;
    let event = false;
    for (let read; (read = await this.#conn.read(buffer)) !== null;) {
      for (let from = 0; from < read;) {
        if (atStart) {
          event = buffer[from] === E;
          // The second letter may be in the next chunk; then the line is long enough to be recognized by its first.
          const refused = event && from + 1 < read && buffer[from + 1] !== V;
          if (refused && this.#mayRefuse) event = false;
          else if (refused || !event && buffer[from] !== O) {
            throw new Error(new TextDecoder().decode(buffer.subarray(from, from + 200)));
          }
        }
        const end = buffer.subarray(0, read).indexOf(LF, from);
        atStart = end >= 0;
        if (!atStart) break;
        if (!event) {
          this.answered++;
          this.opened.resolve();
        }
        from = end + 1;
      }
    }
    throw new Error("a connection was closed");
  }
}

async function connect(plan: FloodPlan): Promise<FloodConnection> {
  const conn = await Deno.connect({ hostname: "127.0.0.1", port: plan.port });
  conn.setNoDelay(true);
  return new FloodConnection(conn, plan);
}

async function run(plan: FloodPlan, ended: Promise<unknown>): Promise<FloodResult> {
  const open = async (line: string) => {
    const connection = await connect(plan);
    if (line === "") return connection;
    await connection.send(encoder.encode(`${line}\n`));
    await connection.opened.promise;
    return connection;
  };
  await Promise.all(plan.readers.map(open));
  const writers = await Promise.all(plan.writers.map(({ open: line }) => open(line)));
  const before = writers.map(({ answered }) => answered);
  const [start, used] = [performance.now(), processorTime("self")!];
  for (const [index, writer] of writers.entries()) writer.flood(plan.writers[index].line);
  const told = setInterval(() => {
    if (!plan.unread && writers.some(({ answered }, index) => answered === before[index])) return;
    clearInterval(told);
    // deno-lint-ignore no-console
    console.log(FLOODING);
  }, 10);
  await ended;
  const milliseconds = performance.now() - start;
  const each = writers.map(({ answered }, index) => answered - before[index]);
  return {
    answeredPerSecond: each.reduce((sum, answered) => sum + answered, 0) / milliseconds * 1_000,
    least: Math.min(...each),
    most: Math.max(...each),
    cores: (processorTime("self")! - used) / 1_000 / milliseconds,
  };
}

if (import.meta.main) {
  setPriority(LOWEST_PRIORITY);
  const input = Deno.stdin.readable.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.endsWith("\n")) text += (await input.read()).value ?? "\n";
  const result = await run(JSON.parse(text), input.read());
  // deno-lint-ignore no-console
  console.log(JSON.stringify(result));
  Deno.exit(0);
}
