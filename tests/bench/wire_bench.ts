// Acknowledged messages a second and delivery times, beside a bare relay and, where it is installed, nats-server with
// a JetStream file stream, which acknowledges without waiting for the disk.
//   deno run -A tests/bench/wire_bench.ts
import { withFolder } from "../folder.ts";
import type { LoadPlan, LoadResult } from "./wire/plan.ts";
import { type Shape, startChung, startJetStream, startRelay, type Target } from "./wire/targets.ts";

const SHAPE: Shape = { rooms: 10, members: 10, bytes: 128 };
const WINDOWS = [1, 10];
const SECONDS = 5;
const ROUNDS = 3;

/** Runs the load in a process of its own, so that it shares no thread with anything measured. */
export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", new URL("./wire/load.ts", import.meta.url).href],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(plan)));
  await writer.close();
  const { stdout } = await child.output();
  return JSON.parse(new TextDecoder().decode(stdout));
}

type Start = (folder: string, shape: Shape) => Promise<Target | null>;

async function measure(start: Start, shape: Shape, window: number) {
  let found: { name: string; result: LoadResult } | null = null;
  await withFolder(async (folder) => {
    const target = await start(folder, shape);
    if (target === null) return;
    try {
      const result = await runLoad({ ...target.plan, window, seconds: SECONDS });
      found = { name: target.name, result };
    } finally {
      await target.close();
    }
  });
  return found as { name: string; result: LoadResult } | null;
}

/** Prints a line for each target and window, as ratios against the relay of the same round; medians of the rounds. */
export async function benchWire(print: (line: string) => void): Promise<void> {
  for (const window of WINDOWS) {
    const results = new Map<string, LoadResult[]>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const start of [startRelay, startJetStream, startChung]) {
        const found = await measure(start, SHAPE, window);
        if (found === null) continue;
        results.set(found.name, [...results.get(found.name) ?? [], found.result]);
      }
    }
    const rate = (name: string) => median(results.get(name)!, "acknowledgedPerSecond");
    for (const name of results.keys()) {
      const ratio = (rate(name) / rate("relay")).toFixed(2);
      const p50 = median(results.get(name)!, "medianMs").toFixed(1);
      const p99 = median(results.get(name)!, "p99Ms").toFixed(1);
      print(
        `wire W=${window}: ${name.padEnd(14)} ${ratio.padStart(6)} x  ` +
          `${rate(name).toFixed(0)}/s, delivered in ${p50} ms, p99 ${p99} ms`,
      );
    }
  }
}

function median(results: LoadResult[], key: keyof LoadResult): number {
  return results.map((result) => result[key]).sort((a, b) => a - b)[Math.floor(results.length / 2)];
}

if (import.meta.main) {
  // deno-lint-ignore no-console
  await benchWire(console.log);
}
