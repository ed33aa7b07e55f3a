// Deliveries per second by number of connections, room size, text size and number of stored messages.
//   deno run -A tests/bench/growth_bench.ts [MESSAGES [ROUNDS [SECONDS]]]
import { withFolder } from "../folder.ts";
import {
  type Curve,
  curveChart,
  curveFigures,
  delivered,
  type Lines,
  measureCurve,
  type Point,
} from "./wire/growth_curve.ts";
import { makeLargeStore } from "./store/large_store.ts";
import { printSection } from "./report/print_section.ts";
import { bytes, count, perSecond } from "./report/quantities.ts";
import type { Chart, Figure, Section } from "./report/report.ts";
import { measureLoad, medianResult } from "./wire/measure_load.ts";
import type { LoadResult } from "./wire/plan.ts";
import { type Shape, startChung, startRelay } from "./wire/targets.ts";

/** Messages in the largest store. */
const MESSAGES = 10_000_000;
const ROUNDS = 3;
const SECONDS = 3;
/** Unacknowledged messages per connection. */
const WINDOW = 1;
const USUAL: Shape = { rooms: 10, members: 10, bytes: 128 };

const CONNECTIONS = [100, 1_000, 5_000];
const MEMBERS = [10, 100, 1_000];
/** Total number of connections when the room size varies. */
const IN_ROOMS = 1_000;
const SIZES = [16, 128, 1_024, 4_096, 16_000];

const RELAY_AND_CHUNG: Lines = [
  ["relay", startRelay],
  ["chung", (folder, shape) => startChung(folder, shape)],
];

interface Repeats {
  rounds: number;
  seconds: number;
}

export async function benchGrowth(
  { messages = MESSAGES, rounds = ROUNDS, seconds = SECONDS }: {
    messages?: number;
    rounds?: number;
    seconds?: number;
  } = {},
): Promise<Section> {
  const repeats = { rounds, seconds };
  const measure = (points: Point[]) =>
    measureCurve(points, RELAY_AND_CHUNG, { ...repeats, window: WINDOW });
  const byConnections = await measure(CONNECTIONS.map((connections) => ({
    name: `${count(connections)} connections`,
    x: connections,
    shape: { ...USUAL, rooms: connections / USUAL.members },
  })));
  const byMembers = await measure(MEMBERS.map((members) => ({
    name: `rooms of ${count(members)}`,
    x: members,
    shape: { ...USUAL, members, rooms: IN_ROOMS / members },
  })));
  const bySize = await measure(SIZES.map((size) => ({
    name: `texts of ${bytes(size)}`,
    x: size,
    shape: { ...USUAL, bytes: size },
  })));
  const byStore = await measureStores([0, messages / 10, messages], repeats);
  const curves: Curve[] = [byConnections, byMembers, bySize];
  return {
    title: "Growth",
    command: "deno run -A tests/bench/growth_bench.ts",
    figures: [...curves.flatMap(curveFigures), ...storeFigures(byStore)],
    charts: [
      curveChart(byConnections, {
        name: "growth_connections",
        title: "Deliveries by connections, rooms of 10, 128 B",
        x: { label: "connections", scale: "log" },
        y: "linear",
      }),
      curveChart(byMembers, {
        name: "growth_members",
        title: "Deliveries by members of a room, 1,000 connections, 128 B",
        x: { label: "members of a room", scale: "log" },
        y: "log",
      }),
      curveChart(bySize, {
        name: "growth_size",
        title: "Deliveries by the size of a text, 100 connections, rooms of 10",
        x: { label: "bytes of a text", scale: "log" },
        y: "log",
      }),
      storeChart(byStore),
    ],
    notes: [
      `Deliveries a second, which compare across rooms of every size, with ${WINDOW} message of a connection ` +
      `unanswered; medians of ${rounds} rounds of ${seconds} s. Where nothing else is said, 100 connections in 10 ` +
      "rooms of 10 and texts of 128 bytes. All connections write without a pause, so p99 grows with their number.",
    ],
  };
}

/** The number of messages stored before the load starts, and the result. */
type StoreResults = { messages: number; result: LoadResult }[];

/** Measures the stores in turns. The load's own messages remain in the store: some hundred thousand per round. */
async function measureStores(sizes: number[], { rounds, seconds }: Repeats): Promise<StoreResults> {
  const results = sizes.map((): LoadResult[] => []);
  await withFolder(async (folder) => {
    const folders = sizes.map((messages) => `${folder}/${messages}`);
    for (const [index, messages] of sizes.entries()) {
      await makeLargeStore(`${folders[index]}/data`, messages);
    }
    for (let round = 0; round < rounds; round++) {
      for (const [index, filled] of folders.entries()) {
        const load = { shape: USUAL, window: WINDOW, seconds };
        const start = () => startChung(filled, USUAL, () => Promise.resolve());
        results[index].push((await measureLoad(start, load))!);
      }
    }
  });
  return sizes.map((messages, index) => ({ messages, result: medianResult(results[index]) }));
}

function storeFigures([empty, ...others]: StoreResults): Figure[] {
  const baseline = empty.result.deliveredPerSecond;
  return others.map(({ messages, result }) => ({
    name: `${count(messages)} messages stored: chung`,
    value: delivered(result),
    ratio: result.deliveredPerSecond / baseline,
    against: `an empty store, ${perSecond(baseline)}`,
  }));
}

function storeChart(results: StoreResults): Chart {
  return {
    name: "growth_store",
    title: "Deliveries by the messages stored, 100 connections, rooms of 10",
    x: { label: "messages in the store", scale: "linear" },
    y: { label: "deliveries a second", scale: "linear" },
    series: [{
      name: "chung",
      points: results.map(({ messages, result }) => [messages, result.deliveredPerSecond]),
    }],
  };
}

if (import.meta.main) {
  const [messages, rounds, seconds] = Deno.args.map(Number);
  printSection(await benchGrowth({ messages, rounds, seconds }));
}
