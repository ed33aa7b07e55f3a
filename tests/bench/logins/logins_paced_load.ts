// Sends messages at a fixed rate, regardless of response times, in a process of its own that follows a plan from
// standard input.
//   deno run -A tests/bench/logins/logins_paced_load.ts < plan.json
import { DIALECTS } from "../wire/dialect.ts";
import { Counts, LoadConnection } from "../wire/load_connection.ts";
import type { LoadPlan } from "../wire/plan.ts";
import { StampedLines } from "../wire/stamped_lines.ts";

/** A LoadPlan with a rate in place of the window. */
export interface PacedPlan extends Omit<LoadPlan, "window"> {
  /** The rate of all connections together; they take turns. */
  messagesPerSecond: number;
  /** Measures one in this many deliveries. */
  sample?: number;
}

/** Times from sending a message to its arrival at another member; `timed` is their number. */
export interface PacedResult {
  medianMs: number;
  p99Ms: number;
  timed: number;
}

const WARM_UP_MS = 1_000;
const BUFFER_BYTES = 64 * 1024;

async function run(plan: PacedPlan): Promise<PacedResult> {
  const counts = new Counts(plan.sample);
  const connections = await Promise.all(plan.connections.map(async ({ open, answers, message }) => {
    const conn = await Deno.connect({ hostname: "127.0.0.1", port: plan.port });
    conn.setNoDelay(true);
    const connection = new LoadConnection({
      conn,
      classify: DIALECTS[plan.dialect],
      lines: new StampedLines(message + plan.newline, plan.bytes, 1),
      counts,
      bufferBytes: BUFFER_BYTES,
    });
    await connection.open(open.map((line) => line + plan.newline).join(""), answers);
    return connection;
  }));
  const start = performance.now();
  const end = start + WARM_UP_MS + plan.seconds * 1_000;
  let sent = 0;
  let first: number | null = null;
  for (let now = start; now < end; now = performance.now()) {
    if (now >= start + WARM_UP_MS) first ??= counts.delays.length;
    for (; sent < (now - start) * plan.messagesPerSecond / 1_000; sent++) {
      // One message, followed by none after its response.
      const connection = connections[sent % connections.length];
      connection.start(1);
      connection.stop();
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const delays = counts.delays.slice(first ?? 0).sort((a, b) => a - b);
  const percentile = (part: number) => delays[Math.floor(delays.length * part)] ?? NaN;
  return { medianMs: percentile(0.5), p99Ms: percentile(0.99), timed: delays.length };
}

const plan: PacedPlan = JSON.parse(await new Response(Deno.stdin.readable).text());
const result = await run(plan);
// deno-lint-ignore no-console
console.log(JSON.stringify(result));
Deno.exit(0);
