// Logins per second against what bcrypt allows, and delivery times while many users log in.
//   deno run -A tests/bench/logins_bench.ts [SECONDS]
import bcrypt from "bcryptjs";
import { withFolder } from "../folder.ts";
import { addAccounts, defaultHash, LoginStorm, PASSWORD } from "./logins/logins_storm.ts";
import { median } from "./report/median.ts";
import { runPacedLoad } from "./process/paced_load.ts";
import { printSection } from "./report/print_section.ts";
import { count, milliseconds, perSecond } from "./report/quantities.ts";
import type { Figure, Section } from "./report/report.ts";
import { makeRooms } from "./wire/chung_rooms.ts";
import { runLoad } from "./wire/run_load.ts";
import { type Shape, startChung, type Target } from "./wire/targets.ts";

const SHAPE: Shape = { rooms: 10, members: 10, bytes: 128 };
const LOGIN_CONNECTIONS = 50;
const MESSAGES_PER_SECOND = 1_000;
const SECONDS = 3;
const ROUNDS = 3;
const SETTLING_MS = 1_500;

/** The figures used from a load's result; the rate of a paced load is fixed. */
interface Chat {
  p99Ms: number;
  acknowledgedPerSecond?: number;
}

type Load = (target: Target, seconds: number) => Promise<Chat>;

const paced: Load = ({ plan }, seconds) =>
  runPacedLoad({ ...plan, seconds, messagesPerSecond: MESSAGES_PER_SECOND });

const closedLoops: Load = ({ plan }, seconds) => runLoad({ ...plan, window: 1, seconds });

/** The number of checks per second of one otherwise idle thread of this process. */
function checksPerSecond(hash: string, seconds: number): number {
  const start = performance.now();
  let done = 0;
  for (; performance.now() < start + seconds * 1_000; done++) bcrypt.compareSync(PASSWORD, hash);
  return done / (performance.now() - start) * 1_000;
}

/** A load without and with concurrent logins. */
interface Measure {
  without: Chat;
  during: Chat;
  loginsPerSecond: number;
}

async function measure(target: Target, load: Load, seconds: number): Promise<Measure> {
  const without = await load(target, seconds);
  const storm = await LoginStorm.start(target.plan.port, LOGIN_CONNECTIONS);
  let during: Chat | undefined;
  const loginsPerSecond = await storm.rateWhile(async () => {
    during = await load(target, seconds);
  });
  await storm.end();
  return { without, during: during!, loginsPerSecond };
}

async function loginsAlone(port: number, seconds: number): Promise<number> {
  const storm = await LoginStorm.start(port, LOGIN_CONNECTIONS);
  // The first logins start the threads; only afterwards does the server notice that it is idle.
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
  const rate = await storm.rateWhile(() =>
    new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
  );
  await storm.end();
  return rate;
}

const LOADS: [name: string, load: Load][] = [
  [`${count(MESSAGES_PER_SECOND)} messages/s`, paced],
  ["closed loops, W=1", closedLoops],
];

/** Takes each measurement three times and reports medians. */
export async function benchLogins(seconds: number = SECONDS): Promise<Section> {
  const hash = await defaultHash();
  const cores = navigator.hardwareConcurrency;
  const checks: number[] = [];
  const alone: number[] = [];
  const measures = new Map<string, Measure[]>(LOADS.map(([name]) => [name, []]));
  await withFolder(async (folder) => {
    const target = await startChung(folder, SHAPE, async (data, shape) => {
      await makeRooms(data, shape);
      await addAccounts(data, LOGIN_CONNECTIONS, hash);
    });
    try {
      for (let round = 0; round < ROUNDS; round++) {
        checks.push(checksPerSecond(hash, seconds / 2));
        alone.push(await loginsAlone(target.plan.port, seconds));
        for (const [name, load] of LOADS) {
          measures.get(name)!.push(await measure(target, load, seconds));
        }
      }
    } finally {
      await target.close();
    }
  });
  const bound = median(checks) * cores;
  const logins = median(alone);
  return {
    title: "Logins, and chat while many log in",
    command: "deno run -A tests/bench/logins_bench.ts",
    figures: [
      {
        name: `logins, ${LOGIN_CONNECTIONS} connections`,
        value: perSecond(logins),
        ratio: logins / bound,
        against: `bcryptjs on one core × ${cores}, ${perSecond(bound)}`,
        goal: { least: 0.9 },
      },
      ...LOADS.flatMap(([name]) => loadFigures(name, measures.get(name)!, logins)),
    ],
    notes: [
      `Chat: ${SHAPE.rooms} rooms of ${SHAPE.members} connections, ${SHAPE.bytes} bytes a message, p99 from sending to delivery. The machine's ${cores} cores serve the load, the server, and the passwords.`,
    ],
  };
}

function loadFigures(name: string, measures: Measure[], logins: number): Figure[] {
  const of = (value: (measure: Measure) => number) => median(measures.map(value));
  const [during, without] = [of(({ during }) => during.p99Ms), of(({ without }) => without.p99Ms)];
  const rate = of(({ loginsPerSecond }) => loginsPerSecond);
  const figures: Figure[] = [
    {
      name: `chat's p99 while ${LOGIN_CONNECTIONS} log in, ${name}`,
      value: milliseconds(during),
      ratio: during / without,
      against: `without, ${milliseconds(without)}`,
      goal: { most: 2 },
    },
    {
      name: `logins meanwhile, ${name}`,
      value: perSecond(rate),
      ratio: rate / logins,
      against: `without chat, ${perSecond(logins)}`,
    },
  ];
  const [fast, alone] = [
    of(({ during }) => during.acknowledgedPerSecond ?? NaN),
    of(({ without }) => without.acknowledgedPerSecond ?? NaN),
  ];
  if (!Number.isNaN(fast)) {
    figures.push({
      name: `messages meanwhile, ${name}`,
      value: perSecond(fast),
      ratio: fast / alone,
      against: `without, ${perSecond(alone)}`,
    });
  }
  return figures;
}

if (import.meta.main) {
  const [seconds] = Deno.args;
  printSection(await benchLogins(seconds === undefined ? undefined : Number(seconds)));
}
