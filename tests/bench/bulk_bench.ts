// Delivery times in a quiet room while one account asks for much on many connections, against the room alone.
//   deno run -A tests/bench/bulk_bench.ts [ROUNDS [SECONDS [CASE ...]]]
import { openSqliteStore } from "../../lib/store/sqlite/open_sqlite_store.ts";
import { withFolder } from "../folder.ts";
import { FloodProcess } from "./flood/flood_process.ts";
import { runPacedLoad } from "./process/paced_load.ts";
import { printSection } from "./report/print_section.ts";
import { type QuietRoom, quietRoomFigures } from "./report/quiet_room_figures.ts";
import type { Section } from "./report/report.ts";
import { makeRooms } from "./wire/chung_rooms.ts";
import { type Shape, startChung, type Target } from "./wire/targets.ts";

/** The first room is quiet; the asking account is in the other one. */
const SHAPE: Shape = { rooms: 2, members: 10, bytes: 128 };
const QUIET_MESSAGES_PER_SECOND = 133;
const SECONDS = 4;
const ROUNDS = 3;
const GOAL = 3;
/** Makes a page of `history` a full one: 1 MiB. */
const LONG_MESSAGES = 70;
const LONG_TEXT = "x".repeat(16_000);
const UNKNOWN_NAMES = Array.from({ length: 500 }, (_, index) => `nobody${index}`).join(",");

/**
 * `line`: what each connection asks again and again; `%` stands for the token. `elsewhere`: another server on this
 * machine is asked, to show the effect of sharing its cores.
 */
interface Asking {
  connections: number;
  line: string;
  unread?: true;
  elsewhere?: true;
}

const CASES: Record<string, Asking> = {
  "50 ask for 1 MiB of history": { connections: 50, line: "history % 2" },
  "200 ask for 1 MiB of history": { connections: 200, line: "history % 2" },
  "200 ask another server for it": { connections: 200, line: "history % 2", elsewhere: true },
  "300 ask for it and never read": { connections: 300, line: "history % 2", unread: true },
  "50 ask who they are": { connections: 50, line: "whoami %" },
  "200 add 500 unknown names": {
    connections: 200,
    line: `add_group % 2 ${UNKNOWN_NAMES}`,
  },
};

async function fill(data: string, shape: Shape): Promise<void> {
  await makeRooms(data, shape);
  const store = await openSqliteStore({ path: data });
  for (let i = 0; i < LONG_MESSAGES; i++) {
    await store.write("addMessage", {
      projectId: 2,
      userId: shape.members + 1,
      text: LONG_TEXT,
      at: Date.now(),
      tag: null,
    }).promise();
  }
  await store.close();
}

async function measure(seconds: number, asking?: Asking): Promise<QuietRoom> {
  let found: QuietRoom | undefined;
  await withFolder(async (folder) => {
    const targets: Target[] = [];
    try {
      for (const name of asking?.elsewhere ? ["quiet", "asked"] : ["both"]) {
        await Deno.mkdir(`${folder}/${name}`);
        targets.push(await startChung(`${folder}/${name}`, SHAPE, fill));
      }
      const { plan } = targets[0];
      const { plan: askedPlan } = targets.at(-1)!;
      // The owner of both rooms; who is in the second one only may not add members.
      const owner = asking?.line.startsWith("add_group");
      const token = askedPlan.connections[owner ? 0 : SHAPE.members].message.split(" ")[1];
      const asked = asking && await FloodProcess.start({
        port: askedPlan.port,
        readers: [],
        unread: asking.unread,
        writers: Array.from({ length: asking.connections }, () => ({
          open: "",
          line: asking.line.replace("%", token),
        })),
        refused: owner,
      });
      const quiet = await runPacedLoad({
        ...plan,
        connections: plan.connections.slice(0, SHAPE.members),
        seconds,
        messagesPerSecond: QUIET_MESSAGES_PER_SECOND,
        sample: 1,
      });
      const result = await asked?.end();
      const answered = asking?.unread ? undefined : result?.answeredPerSecond;
      found = { quiet, answeredPerSecond: answered };
    } finally {
      for (const target of targets) await target.close();
    }
  });
  return found!;
}

export async function benchBulk(
  { rounds = ROUNDS, seconds = SECONDS, cases = Object.keys(CASES) }: {
    rounds?: number;
    seconds?: number;
    cases?: string[];
  } = {},
): Promise<Section> {
  const alone: QuietRoom[] = [];
  const beside = new Map<string, QuietRoom[]>(cases.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    alone.push(await measure(seconds));
    for (const [name, measures] of beside) measures.push(await measure(seconds, CASES[name]));
  }
  return {
    title: "A quiet room beside one account that asks for much",
    command: "deno run -A tests/bench/bulk_bench.ts",
    figures: [...beside].flatMap(([name, measures]) =>
      quietRoomFigures(name, measures, alone, GOAL)
    ),
    notes: [
      `The quiet room: ${SHAPE.members} members, ${QUIET_MESSAGES_PER_SECOND} messages a second at a set pace, timed ` +
      `from the write to the arrival at each of the others; medians of ${rounds} rounds of ${seconds} s, each on a ` +
      "server newly started.",
      "Who asks does so without pause on all connections, and reads the answers where nothing else is said, in a " +
      "process of the lowest priority. What asking another server costs is the machine's part: two cores are shared.",
    ],
  };
}

if (import.meta.main) {
  const [rounds, seconds, ...cases] = Deno.args;
  printSection(
    await benchBulk({
      rounds: rounds === undefined ? undefined : Number(rounds),
      seconds: seconds === undefined ? undefined : Number(seconds),
      cases: cases.length === 0 ? undefined : cases,
    }),
  );
}
