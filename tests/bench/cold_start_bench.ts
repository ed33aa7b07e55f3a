// Time from starting the server to its ready line and its first responses, with ten million messages against an empty
// store: with files cached, with a cold cache, and after a kill during writes.
//   deno run -A tests/bench/cold_start_bench.ts [MESSAGES [DATA_FOLDER]]
import { join } from "node:path";
import { withFolder } from "../folder.ts";
import { LineClient } from "../line_client.ts";
import { Program, SERVER_READY } from "../program.ts";
import { dropFileCache } from "./store/cold_start_cache.ts";
import { LARGE_STORE, makeLargeStore } from "./store/large_store.ts";
import { COMMON_WORD } from "./store/large_store_texts.ts";
import { median } from "./report/median.ts";
import { printSection } from "./report/print_section.ts";
import { count, milliseconds } from "./report/quantities.ts";
import type { Figure, Section } from "./report/report.ts";
import { makeSessions } from "./wire/chung_rooms.ts";

const MESSAGES = 10_000_000;
const ROUNDS = 7;
/** Messages written to one room, as fast as possible, before the server is killed. */
const MESSAGES_BEFORE_KILL = 20_000;

/** A data folder to start the server on, and a user who is in all rooms. */
interface Store {
  data: string;
  token: string;
}

const STEPS = ["the ready line", "projects", "enter", "chat", "search"] as const;

/** Milliseconds from the start of the process to each of `STEPS`. */
type Times = number[];

async function asStore(data: string): Promise<Store> {
  const [token] = await makeSessions(data, 1);
  return { data, token };
}

function startServer({ data }: Store): Program {
  const log = join(data, "log");
  return new Program("server.ts", ["--port", "0", "--data", data, "--log", log]);
}

/** Sends each request on one connection after the previous response. */
async function measureStart(store: Store): Promise<Times> {
  const start = performance.now();
  const program = startServer(store);
  const port = Number(await program.line(SERVER_READY));
  const times = [performance.now() - start];
  const client = await LineClient.connect(port);
  const { token } = store;
  const requests = [
    `projects ${token}`,
    `enter ${token} 1`,
    `chat ${token} 1 hello`,
    `search ${token} 1 ${COMMON_WORD}`,
  ];
  for (const request of requests) {
    await client.ok(request);
    times.push(performance.now() - start);
  }
  await client.close();
  program.kill("SIGTERM");
  await program.end();
  return times;
}

/** Kills the server after this many acknowledged messages, while more are in progress. */
async function killInTheMidst(store: Store): Promise<void> {
  const program = startServer(store);
  const client = await LineClient.connect(Number(await program.line(SERVER_READY)));
  const lines = `chat ${store.token} 1 ${"x".repeat(128)}\n`.repeat(1_000);
  // The server is killed before it answers all of them.
  const sending = (async () => {
    for (let sent = 0; sent < MESSAGES_BEFORE_KILL * 2; sent += 1_000) await client.send(lines);
  })().catch(() => {});
  for (let done = 0; done < MESSAGES_BEFORE_KILL; done++) await client.response();
  program.kill("SIGKILL");
  await program.end();
  await sending;
  await client.close();
}

/** The preparation before each start, and the stores to start on in turns. */
interface State {
  name: string;
  prepare: (store: Store) => Promise<boolean>;
}

const STATES: State[] = [
  { name: "in memory", prepare: () => Promise.resolve(true) },
  { name: "on disk", prepare: dropFileCache },
  { name: "killed", prepare: (store) => killInTheMidst(store).then(() => true) },
];

/** Returns the medians of each step; null where the state can't be produced. */
async function measureState(
  { prepare }: State,
  stores: Store[],
): Promise<Times[] | null> {
  const all: Times[][] = stores.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, store] of stores.entries()) {
      if (!await prepare(store)) return null;
      all[index].push(await measureStart(store));
    }
  }
  return all.map((times) => STEPS.map((_, step) => median(times.map((time) => time[step]))));
}

/**
 * @param messages size of the large store
 * @param given a folder from makeLargeStore with that many messages, to which some are added; otherwise one is created
 */
export async function benchColdStart(
  messages: number = MESSAGES,
  given?: string,
): Promise<Section> {
  const figures: Figure[] = [];
  const notes = [
    `${LARGE_STORE.rooms} rooms of ${LARGE_STORE.members} members. Each time is from the start of the process, Deno's own start included; a request follows the answer to the one before, and the first that writes starts the writer's thread.`,
    "on disk: after Linux was made to forget all files by /proc/sys/vm/drop_caches, which takes root; Deno and the server's own files are read from the disk then too.",
    `killed: with SIGKILL, some ${
      count(MESSAGES_BEFORE_KILL)
    } messages after its start and amid more.`,
  ];
  await withFolder(async (folder) => {
    const large = given ?? join(folder, "large");
    if (given === undefined) await makeLargeStore(large, messages);
    const empty = join(folder, "empty");
    await makeLargeStore(empty, 0);
    const stores = [await asStore(empty), await asStore(large)];
    for (const state of STATES) {
      const medians = await measureState(state, stores);
      if (medians === null) {
        notes.push("on disk could not be measured here.");
        continue;
      }
      for (const [step, name] of STEPS.entries()) {
        const [baseline, time] = medians.map((times) => times[step]);
        figures.push({
          name: `${state.name}: to ${name}`,
          value: milliseconds(time),
          ratio: time / baseline,
          against: `an empty store, ${milliseconds(baseline)}`,
        });
      }
    }
  });
  return {
    title: `Cold start with ${count(messages)} messages`,
    command: "deno run -A tests/bench/cold_start_bench.ts",
    figures,
    notes,
  };
}

if (import.meta.main) {
  const [messages, given] = Deno.args;
  const count = messages === undefined ? undefined : Number(messages);
  printSection(await benchColdStart(count, given));
}
