// Delivery times in a quiet room beside a flooded one, against the quiet room alone.
//   deno run -A tests/bench/flood_bench.ts [ROUNDS [SECONDS [CASE ...]]]
import { withFolder } from "../folder.ts";
import { FloodProcess } from "./flood/flood_process.ts";
import type { FloodResult } from "./flood/flood_writers.ts";
import type { PacedResult } from "./logins/logins_paced_load.ts";
import { runPacedLoad } from "./process/paced_load.ts";
import { printSection } from "./report/print_section.ts";
import { type QuietRoom, quietRoomFigures } from "./report/quiet_room_figures.ts";
import type { Section } from "./report/report.ts";
import { startChung, type Target } from "./wire/targets.ts";

/** The first room is quiet, the other one is flooded. */
const SHAPE = { rooms: 2, members: 101, bytes: 128 };
const QUIET_MEMBERS = 10;
const QUIET_MESSAGES_PER_SECOND = 133;
const SECONDS = 4;
const ROUNDS = 3;
const GOAL = 2;

/** `inRoom`: whether the flooding clients also receive the room's events; otherwise one other client does. */
interface Flood {
  writers: number;
  inRoom: boolean;
}

/** `elsewhere`: floods another server on this machine, to show the effect of sharing its cores. */
const FLOODS: Record<string, Flood & { elsewhere?: true }> = {
  "1 floods": { writers: 1, inRoom: false },
  "10 flood": { writers: 10, inRoom: false },
  "100 flood": { writers: 100, inRoom: false },
  "10 flood who read it": { writers: 10, inRoom: true },
  "100 flood who read it": { writers: 100, inRoom: true },
  "100 flood another server": { writers: 100, inRoom: false, elsewhere: true },
};

interface Measure {
  quiet: PacedResult;
  flood?: FloodResult;
}

/** Uses a server of its own, because messages left to be indexed would disturb the next measurement. */
async function measure(seconds: number, flood?: Flood & { elsewhere?: true }): Promise<Measure> {
  const targets: Target[] = [];
  let found: Measure | undefined;
  await withFolder(async (folder) => {
    try {
      for (const name of flood?.elsewhere ? ["quiet", "flooded"] : ["both"]) {
        await Deno.mkdir(`${folder}/${name}`);
        targets.push(await startChung(`${folder}/${name}`, SHAPE));
      }
      const flooding = flood && await startFlood(targets.at(-1)!, flood);
      const { plan } = targets[0];
      const quiet = await runPacedLoad({
        ...plan,
        connections: plan.connections.slice(0, QUIET_MEMBERS),
        members: QUIET_MEMBERS,
        seconds,
        messagesPerSecond: QUIET_MESSAGES_PER_SECOND,
        sample: 1,
      });
      found = { quiet, flood: await flooding?.end() };
    } finally {
      for (const target of targets) await target.close();
    }
  });
  return found!;
}

function startFlood({ plan }: Target, { writers, inRoom }: Flood): Promise<FloodProcess> {
  const [reader, ...others] = plan.connections.slice(SHAPE.members);
  const text = "x".repeat(SHAPE.bytes);
  return FloodProcess.start({
    port: plan.port,
    readers: inRoom ? [] : reader.open,
    writers: others.slice(0, writers).map(({ open, message }) => ({
      open: inRoom ? open[0] : "",
      line: message.replace("%", text),
    })),
  });
}

export async function benchFlood(
  { rounds = ROUNDS, seconds = SECONDS, cases = Object.keys(FLOODS) }: {
    rounds?: number;
    seconds?: number;
    cases?: string[];
  } = {},
): Promise<Section> {
  const alone: Measure[] = [];
  const beside = new Map<string, Measure[]>(cases.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    alone.push(await measure(seconds));
    for (const [name, measures] of beside) measures.push(await measure(seconds, FLOODS[name]));
  }
  const floods = [...beside.values()].flat().flatMap(({ flood }) => flood ?? []);
  return {
    title: "A quiet room beside a flooded one",
    command: "deno run -A tests/bench/flood_bench.ts",
    figures: [...beside].flatMap(([name, measures]) =>
      quietRoomFigures(name, measures.map(ratedByFlood), alone, GOAL)
    ),
    notes: [
      `The quiet room: ${QUIET_MEMBERS} members, ${QUIET_MESSAGES_PER_SECOND} messages a second at a set pace, timed ` +
      `from the write to the arrival at each of the others; medians of ${rounds} rounds of ${seconds} s, each on a ` +
      `server newly started. Texts of ${SHAPE.bytes} bytes.`,
      "Who floods writes as much as the socket takes, in a process of the lowest priority that takes up to " +
      `${
        Math.max(...floods.map(({ cores }) => cores)).toFixed(2)
      } cores. None was refused or closed: ` +
      "a run in which one was fails.",
      "Flooding another server on the same machine delays by the machine's cores alone.",
    ],
  };
}

function ratedByFlood({ quiet, flood }: Measure): QuietRoom {
  return { quiet, answeredPerSecond: flood!.answeredPerSecond };
}

if (import.meta.main) {
  const [rounds, seconds, ...cases] = Deno.args;
  printSection(
    await benchFlood({
      rounds: rounds === undefined ? undefined : Number(rounds),
      seconds: seconds === undefined ? undefined : Number(seconds),
      cases: cases.length === 0 ? undefined : cases,
    }),
  );
}
