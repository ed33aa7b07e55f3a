// The load generator, in a process of its own: closed loops of messages on many connections, following a plan from
// standard input. It shares the machine with its target, so it does only what is needed to distinguish lines.
//   deno run -A tests/bench/wire/load.ts < plan.json
import { processorTime } from "../process/processor_time.ts";
import { DIALECTS } from "./dialect.ts";
import { Counts, LoadConnection } from "./load_connection.ts";
import type { LoadPlan, LoadResult } from "./plan.ts";
import { StampedLines } from "./stamped_lines.ts";

const WARM_UP_MS = 1_000;
/** Connections opened at a time. */
const SLICE = 100;
/** Buffer size of each connection, and of all together. */
const BUFFER_BYTES = { most: 64 * 1024, least: 8 * 1024, all: 64 * 1024 * 1024 };
/** Maximum time without input while input is still expected. */
const PATIENCE_MS = 10_000;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function run(plan: LoadPlan): Promise<LoadResult> {
  const counts = new Counts();
  const connections = await open(plan, counts);
  for (const connection of connections) connection.start(plan.window);
  await wait(WARM_UP_MS);
  const before = take(plan, counts);
  await wait(plan.seconds * 1_000);
  const after = take(plan, counts);
  for (const connection of connections) connection.stop();
  await drain(plan, counts);
  const delays = Float64Array.from(counts.delays.slice(before.timed, after.timed)).sort();
  const percentile = (part: number) => delays[Math.floor(delays.length * part)] ?? NaN;
  const seconds = (after.at - before.at) / 1_000;
  const acknowledged = after.acknowledged - before.acknowledged;
  const each = (used: number) => used / acknowledged;
  return {
    acknowledgedPerSecond: acknowledged / seconds,
    deliveredPerSecond: (after.delivered - before.delivered) / seconds,
    medianMs: percentile(0.5),
    p99Ms: percentile(0.99),
    ...(before.load === undefined || before.target === undefined ? {} : {
      processor: {
        loadMicroseconds: each(after.load! - before.load),
        targetMicroseconds: each(after.target! - before.target),
      },
    }),
  };
}

async function open(plan: LoadPlan, counts: Counts): Promise<LoadConnection[]> {
  const classify = DIALECTS[plan.dialect];
  const share = Math.floor(BUFFER_BYTES.all / plan.connections.length);
  const bufferBytes = Math.max(BUFFER_BYTES.least, Math.min(BUFFER_BYTES.most, share));
  const connections: LoadConnection[] = [];
  for (let done = 0; done < plan.connections.length; done += SLICE) {
    const slice = plan.connections.slice(done, done + SLICE);
    connections.push(
      ...await Promise.all(slice.map(async ({ open, answers, message }) => {
        const conn = await Deno.connect({ hostname: "127.0.0.1", port: plan.port });
        conn.setNoDelay(true);
        const lines = new StampedLines(message + plan.newline, plan.bytes, plan.window);
        const connection = new LoadConnection({ conn, classify, lines, counts, bufferBytes });
        await connection.open(open.map((line) => line + plan.newline).join(""), answers);
        return connection;
      })),
    );
  }
  return connections;
}

/** A snapshot of the progress. */
function take({ processId }: LoadPlan, { acknowledged, delivered, delays }: Counts) {
  return {
    at: performance.now(),
    acknowledged,
    delivered,
    timed: delays.length,
    load: processId === undefined ? undefined : processorTime("self"),
    target: processId === undefined ? undefined : processorTime(processId),
  };
}

/** Waits for pending messages, and checks that every message was acknowledged and delivered to every member. */
async function drain({ members }: LoadPlan, counts: Counts): Promise<void> {
  const told = () => `${counts.acknowledged} of ${counts.sent} acknowledged, ${counts.delivered}`;
  const isDone = () =>
    counts.acknowledged === counts.sent && counts.delivered >= counts.sent * (members - 1);
  let last = told();
  for (let since = performance.now(); !isDone();) {
    await wait(20);
    if (told() !== last) [last, since] = [told(), performance.now()];
    else if (performance.now() - since > PATIENCE_MS) break;
  }
  // Duplicates may arrive late.
  await wait(50);
  if (isDone() && counts.delivered === counts.sent * (members - 1)) return;
  throw new Error(`${told()} deliveries to ${members - 1} others each`);
}

const plan: LoadPlan = JSON.parse(await new Response(Deno.stdin.readable).text());
const result = await run(plan);
// deno-lint-ignore no-console
console.log(JSON.stringify(result));
Deno.exit(0);
