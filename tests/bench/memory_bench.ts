// Resident memory of the server: per idle connection, per member in a room, and after a flood of messages.
//   deno run -A tests/bench/memory_bench.ts [FLOOD_SECONDS [ROUNDS]]
import { withFolder } from "../folder.ts";
import { LineClient } from "../line_client.ts";
import { MemoryServer } from "./process/memory_server.ts";
import { median } from "./report/median.ts";
import { printSection } from "./report/print_section.ts";
import { count, kilobytes, megabytes } from "./report/quantities.ts";
import type { Figure, Section } from "./report/report.ts";
import { makeRooms, makeSessions } from "./wire/chung_rooms.ts";
import { runLoad } from "./wire/run_load.ts";
import { chungPlan } from "./wire/targets.ts";

/** In kB of 1,024 bytes. */
const IDLE_CEILING = 24;
const MEMBER_CEILING = 80;
/** Resident memory after the flood, as a multiple of that before. */
const FLOOD_CEILING = 1.5;

const IDLE_CONNECTIONS = [1_000, 5_000];
const ONE_ROOM = { rooms: 1, members: 1_000, bytes: 128 };
const FLOODED = { rooms: 10, members: 10, bytes: 128 };
const FLOOD_WINDOW = 10;
const FLOOD_SECONDS = 20;
const FIRST_SECONDS = 2;
const ROUNDS = 3;
/** Connections opened at a time. */
const SLICE = 100;
const MOST_CONNECTIONS = Math.max(...IDLE_CONNECTIONS) + 100;

export async function benchMemory(
  { floodSeconds = FLOOD_SECONDS, rounds = ROUNDS }: {
    floodSeconds?: number;
    rounds?: number;
  } = {},
): Promise<Section> {
  const named = { title: "Memory", command: "deno run -A tests/bench/memory_bench.ts" };
  if (Deno.build.os !== "linux") {
    return { ...named, figures: [], notes: ["Not measured: it is read from Linux's /proc."] };
  }
  const figures: Figure[] = [];
  for (const connections of IDLE_CONNECTIONS) {
    const each = await medianOf(rounds, () => idleKilobytes(connections));
    figures.push(
      underCeiling(`each of ${count(connections)} idle connections`, each, IDLE_CEILING),
    );
  }
  const each = await medianOf(rounds, memberKilobytes);
  figures.push(underCeiling(`each of ${count(ONE_ROOM.members)} in a room`, each, MEMBER_CEILING));
  figures.push(...await measureFlood(floodSeconds));
  return {
    ...named,
    figures,
    notes: [
      "Resident memory of the server's process (VmRSS, kB of 1,024 bytes) after garbage collections that are asked " +
      "for through the inspector, less what it was before the connections came. An idle connection has sent one " +
      "`ping`; who is in the room has an account and a token of its own. The ceilings are this project's own.",
      `The flood: ${
        count(floodSeconds)
      } s of 100 connections with ${FLOOD_WINDOW} messages of ${FLOODED.bytes} ` +
      `bytes unanswered each. It is measured once they have closed, against what was left of another ${FIRST_SECONDS} s ` +
      "before it.",
    ],
  };
}

async function medianOf(rounds: number, measure: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) values.push(await measure());
  return median(values);
}

function underCeiling(name: string, each: number, ceiling: number): Figure {
  return {
    name,
    value: kilobytes(each),
    ratio: each / ceiling,
    against: `a ceiling of ${kilobytes(ceiling)}`,
    goal: { most: 1 },
  };
}

/** Kilobytes per connection when there are this many. */
function idleKilobytes(connections: number): Promise<number> {
  const lines = Array.from({ length: connections }, () => "ping");
  return inFolder((folder) => kilobytesEach(folder, lines));
}

/** Kilobytes per connection that has entered the room. */
function memberKilobytes(): Promise<number> {
  return inFolder(async (folder) => {
    const tokens = await fill(folder, ONE_ROOM);
    return await kilobytesEach(folder, tokens.map((token) => `enter ${token} 1`));
  });
}

/** Starts a new server and opens one connection per line. */
async function kilobytesEach(folder: string, lines: string[]): Promise<number> {
  const server = await MemoryServer.start(folder, MOST_CONNECTIONS);
  const before = await server.settledKilobytes();
  const clients: LineClient[] = [];
  for (let done = 0; done < lines.length; done += SLICE) {
    const slice = lines.slice(done, done + SLICE);
    clients.push(
      ...await Promise.all(slice.map(async (line) => {
        const client = await LineClient.connect(server.port);
        await client.ok(line);
        return client;
      })),
    );
  }
  const after = await server.settledKilobytes();
  await Promise.all(clients.map((client) => client.close()));
  await server.close();
  return (after - before) / lines.length;
}

/** Resident memory after a flood, and its peak. */
function measureFlood(seconds: number): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const tokens = await fill(folder, FLOODED);
    const server = await MemoryServer.start(folder, MOST_CONNECTIONS);
    const load = { ...chungPlan(server.port, FLOODED, tokens), window: FLOOD_WINDOW };
    // What the first messages allocate permanently, such as the writer's thread, doesn't count.
    await runLoad({ ...load, seconds: FIRST_SECONDS });
    const before = await server.settledKilobytes();
    const { acknowledgedPerSecond } = await runLoad({ ...load, seconds });
    const peak = server.peakKilobytes();
    const after = await server.settledKilobytes();
    await server.close();
    const messages = count(Math.round(acknowledgedPerSecond * seconds / 1_000) * 1_000);
    const figure = (name: string, value: number): Figure => ({
      name,
      value: megabytes(value / 1_024),
      ratio: value / before,
      against: `before, ${megabytes(before / 1_024)}`,
    });
    return [
      figure(`at most in a flood of ${messages} messages`, peak),
      { ...figure("after that flood", after), goal: { most: FLOOD_CEILING } },
    ];
  });
}

async function fill(folder: string, shape: typeof FLOODED): Promise<string[]> {
  await makeRooms(`${folder}/data`, shape);
  return await makeSessions(`${folder}/data`, shape.rooms * shape.members);
}

async function inFolder<T>(measure: (folder: string) => Promise<T>): Promise<T> {
  let measured: { value: T } | undefined;
  await withFolder(async (folder) => {
    measured = { value: await measure(folder) };
  });
  return measured!.value;
}

if (import.meta.main) {
  const [floodSeconds, rounds] = Deno.args.map(Number);
  printSection(await benchMemory({ floodSeconds, rounds }));
}
