// Time of a page of 1,000 messages, a search, and a list of 200 projects while others write as fast as possible,
// against an idle server; and the effect of such reads on writers.
//   deno run -A tests/bench/reads_bench.ts [MESSAGES [SECONDS]]
import { withFolder } from "../folder.ts";
import { LARGE_STORE } from "./store/large_store.ts";
import { COMMON_WORD, RARE_WORD } from "./store/large_store_texts.ts";
import { median } from "./report/median.ts";
import { printSection } from "./report/print_section.ts";
import { count, milliseconds, perSecond } from "./report/quantities.ts";
import { PacedReads } from "./store/reads_pace.ts";
import { makeReadsStore, PROJECTS } from "./store/reads_store.ts";
import type { Figure, Section } from "./report/report.ts";
import { makeSessions } from "./wire/chung_rooms.ts";
import { runLoad } from "./wire/run_load.ts";
import { startChung, type Target } from "./wire/targets.ts";

const MESSAGES = 1_000_000;
const WINDOW = 10;
const BYTES = 128;
const SECONDS = 2;
const ROUNDS = 3;
/** Milliseconds between two reads. */
const READ_EVERY = 20;

/** Milliseconds from starting the load to the start of its measurement, including its process's start. */
const LOAD_BEGINS_MS = 1_200;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Requests by name, for the token of a user with PROJECTS projects. */
const READS: [name: string, request: (token: string) => string][] = [
  ["history of 1,000", (token) => `history ${token} 1 1000`],
  ["search of a common word", (token) => `search ${token} 1 ${COMMON_WORD}`],
  ["search of a rare word", (token) => `search ${token} 1 ${RARE_WORD}`],
  [`projects, ${PROJECTS} of them`, (token) => `projects ${token}`],
];

/** Milliseconds of a read without and with writers, and the writers' messages per second. */
interface Measure {
  idle: number[];
  busy: number[];
  rates: number[];
}

interface Measures {
  /** In the order of `READS`. */
  reads: Measure[];
  /** Messages per second when nobody reads. */
  undisturbed: number[];
}

/** The idle measurement comes first: indexing continues for some time after writing has ended. */
async function measureAll(target: Target, token: string, seconds: number, found: Measures) {
  const requests = READS.map(([, request]) => request(token));
  const read = (request: string) => readFor(target.plan.port, request, seconds * 1_000);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, request] of requests.entries()) {
      found.reads[index].idle.push(...await read(request));
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    found.undisturbed.push(await loadRate(target, seconds));
    for (const [index, request] of requests.entries()) {
      const loading = loadRate(target, seconds);
      await wait(LOAD_BEGINS_MS);
      found.reads[index].busy.push(...await read(request));
      found.reads[index].rates.push(await loading);
    }
  }
}

async function loadRate({ plan }: Target, seconds: number): Promise<number> {
  return (await runLoad({ ...plan, window: WINDOW, seconds })).acknowledgedPerSecond;
}

async function readFor(port: number, request: string, milliseconds: number): Promise<number[]> {
  const reads = await PacedReads.start(port, request, READ_EVERY);
  await wait(milliseconds);
  return await reads.end();
}

/** @param messages messages stored beforehand; a tenth of them in the room that is read */
export async function benchReads(
  messages: number = MESSAGES,
  seconds: number = SECONDS,
): Promise<Section> {
  const found: Measures = {
    reads: READS.map(() => ({ idle: [], busy: [], rates: [] })),
    undisturbed: [],
  };
  await withFolder(async (folder) => {
    const shape = { rooms: LARGE_STORE.rooms, members: LARGE_STORE.members, bytes: BYTES };
    let token = "";
    const target = await startChung(folder, shape, async (data) => {
      await makeReadsStore(data, messages);
      [token] = await makeSessions(data, 1);
    });
    try {
      await measureAll(target, token, seconds, found);
    } finally {
      await target.close();
    }
  });
  return {
    title: "Reading while others write",
    command: "deno run -A tests/bench/reads_bench.ts",
    figures: READS.flatMap(([name], index) =>
      readFigures(name, found.reads[index], median(found.undisturbed))
    ),
    notes: [
      `${
        count(messages)
      } messages before, a tenth of them in the room that is read. Full rate: ${LARGE_STORE.rooms} rooms of ${LARGE_STORE.members} connections, each with ${WINDOW} messages of ${BYTES} bytes unanswered. ${
        1_000 / READ_EVERY
      } reads a second on one connection.`,
      "At full rate the search's index falls behind by more than a search waits for: it finds what is in it.",
    ],
  };
}

function readFigures(name: string, { idle, busy, rates }: Measure, undisturbed: number): Figure[] {
  const p99 = (delays: number[]) =>
    delays.toSorted((a, b) => a - b)[Math.floor(delays.length * 0.99)];
  const times = [["median", median], ["p99", p99]] as const;
  return [
    ...times.map(([part, of]) => ({
      name: `${name} at full rate, ${part}`,
      value: milliseconds(of(busy)),
      ratio: of(busy) / of(idle),
      against: `idle, ${milliseconds(of(idle))}`,
    })),
    {
      name: `messages meanwhile, with ${name}`,
      value: perSecond(median(rates)),
      ratio: median(rates) / undisturbed,
      against: `without reads, ${perSecond(undisturbed)}`,
    },
  ];
}

if (import.meta.main) {
  const [messages, seconds] = Deno.args.map(Number);
  printSection(await benchReads(messages, seconds));
}
