// Acknowledged messages per second and delivery times, compared with a bare relay and, where installed, nats-server
// with a JetStream file stream, which acknowledges without waiting for the disk.
//   deno run -A tests/bench/wire_bench.ts [ROUNDS [SECONDS]]
import { printSection } from "./report/print_section.ts";
import { microseconds, milliseconds, perSecond } from "./report/quantities.ts";
import type { Figure, Section } from "./report/report.ts";
import { measureLoad, medianResult, type StartTarget } from "./wire/measure_load.ts";
import type { LoadResult } from "./wire/plan.ts";
import { type Shape, startChung, startJetStream, startRelay } from "./wire/targets.ts";

const SHAPE: Shape = { rooms: 10, members: 10, bytes: 128 };
/** Unacknowledged messages per connection, and the share of each baseline's rate that chung should reach. */
const WINDOWS = [
  { window: 1, leastOfRelay: 0.5, leastOfJetStream: 1.4 },
  { window: 10, leastOfRelay: 0.5, leastOfJetStream: 2.4 },
];
const ROUNDS = 3;
const SECONDS = 5;

const TARGETS: [name: Name, start: StartTarget][] = [
  ["relay", startRelay],
  ["JetStream", startJetStream],
  ["chung", (folder, shape) => startChung(folder, shape)],
];

type Name = "relay" | "JetStream" | "chung";
type Results = { relay: LoadResult; chung: LoadResult; JetStream?: LoadResult };

export async function benchWire(
  { rounds = ROUNDS, seconds = SECONDS }: { rounds?: number; seconds?: number } = {},
): Promise<Section> {
  const figures: Figure[] = [];
  for (const goals of WINDOWS) {
    const results = await measure(goals.window, rounds, seconds);
    figures.push(...rates(results, goals), ...deliveries(results, goals.window));
    figures.push(...processorTimes(results, goals.window));
  }
  return {
    title: "Wire",
    command: "deno run -A tests/bench/wire_bench.ts",
    figures,
    notes: [
      `100 connections in 10 rooms of 10, texts of ${SHAPE.bytes} bytes; W is how many messages of a connection are ` +
      `unanswered at a time. Medians of ${rounds} rounds of ${seconds} s in which the targets take turns, each newly ` +
      "started. Every delivery is counted: a run whose deliveries are not nine for each message fails.",
      "The load generator runs on the same cores as what it measures. Delivery: from the sender's write to the " +
      "arrival at another member.",
      ...(figures.some(({ name }) => name.includes("JetStream"))
        ? []
        : ["nats-server is not installed here: nothing was measured beside JetStream."]),
    ],
  };
}

/** In turns, so that other activity on the machine affects all alike. */
async function measure(window: number, rounds: number, seconds: number): Promise<Results> {
  const results: Record<Name, LoadResult[]> = { relay: [], JetStream: [], chung: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [name, start] of TARGETS) {
      const result = await measureLoad(start, { shape: SHAPE, window, seconds });
      if (result !== null) results[name].push(result);
    }
  }
  const { relay, JetStream, chung } = results;
  return {
    relay: medianResult(relay),
    chung: medianResult(chung),
    ...(JetStream.length === 0 ? {} : { JetStream: medianResult(JetStream) }),
  };
}

function rates(
  { relay, JetStream, chung }: Results,
  { window, leastOfRelay, leastOfJetStream }: typeof WINDOWS[number],
): Figure[] {
  const figure = (
    name: Name,
    result: LoadResult,
    against: Name,
    baseline: LoadResult,
    least?: number,
  ): Figure => ({
    name: `W=${window}, acknowledged: ${name}`,
    value: perSecond(result.acknowledgedPerSecond),
    ratio: result.acknowledgedPerSecond / baseline.acknowledgedPerSecond,
    against,
    ...(least === undefined ? {} : { goal: { least } }),
  });
  return [
    figure("relay", relay, "relay", relay),
    ...(JetStream === undefined ? [] : [figure("JetStream", JetStream, "relay", relay)]),
    figure("chung", chung, "relay", relay, leastOfRelay),
    ...(JetStream === undefined
      ? []
      : [figure("chung", chung, "JetStream", JetStream, leastOfJetStream)]),
  ];
}

/** Compares with JetStream, which the goal is about, or else with the relay. */
function deliveries({ relay, JetStream, chung }: Results, window: number): Figure[] {
  const against = JetStream === undefined ? "relay" : "JetStream";
  const baseline = JetStream ?? relay;
  const figures = ([["p50", "medianMs"], ["p99", "p99Ms"]] as const).map(([part, key]) => {
    const figure = (name: Name, result: LoadResult): Figure => ({
      name: `W=${window}, delivery ${part}: ${name}`,
      value: milliseconds(result[key]),
      ratio: result[key] / baseline[key],
      against,
      ...(name === "chung" && part === "p99" && JetStream !== undefined
        ? { goal: { most: 1 } }
        : {}),
    });
    return [
      figure("relay", relay),
      ...(JetStream === undefined ? [] : [figure("JetStream", JetStream)]),
      figure("chung", chung),
    ];
  });
  return figures.flat();
}

/**
 * CPU time per acknowledged message, of the target and, in the notes, of the load; none where the system doesn't report
 * it.
 */
function processorTimes({ relay, JetStream, chung }: Results, window: number): Figure[] {
  const baseline = relay.processor?.targetMicroseconds;
  if (baseline === undefined) return [];
  const figure = (name: Name, result: LoadResult | undefined): Figure[] => {
    if (result?.processor === undefined) return [];
    const { loadMicroseconds, targetMicroseconds } = result.processor;
    return [{
      name: `W=${window}, processor time a message: ${name}`,
      value: `${microseconds(targetMicroseconds)} (load ${microseconds(loadMicroseconds)})`,
      ratio: targetMicroseconds / baseline,
      against: "relay",
    }];
  };
  return [...figure("relay", relay), ...figure("JetStream", JetStream), ...figure("chung", chung)];
}

if (import.meta.main) {
  const [rounds, seconds] = Deno.args.map(Number);
  printSection(await benchWire({ rounds, seconds }));
}
