// Tasks: how many are created and moved a second beside messages, how long their lists take beside the list of
// projects, and the first paint of a large board beside a small one.
//   deno run -A tests/bench/tasks_bench.ts [PART ...]      writes, lists, board
import { findChromium } from "../browser/chromium.ts";
import { withFolder } from "../folder.ts";
import { withPagePlace } from "./page/page_place.ts";
import { median } from "./report/median.ts";
import { printSection } from "./report/print_section.ts";
import { milliseconds, perSecond } from "./report/quantities.ts";
import type { Figure, Section } from "./report/report.ts";
import { PacedReads } from "./store/reads_pace.ts";
import { measureBoard } from "./tasks/board_paint.ts";
import { makeTaskStore, PROJECTS, TASKS } from "./tasks/task_store.ts";
import { type NextRequest, openWriters, rate } from "./tasks/task_load.ts";
import { makeSessions } from "./wire/chung_rooms.ts";
import { startChung } from "./wire/targets.ts";

const WRITERS = 50;
const SECONDS = 3;
const ROUNDS = 3;
/** Milliseconds between two reads. */
const READ_EVERY = 20;
const VISITS = 7;
const FEW_TASKS = 10;

const PARTS: [name: string, measure: () => Promise<Figure[]>][] = [
  ["writes lists", measuredServer],
  ["board", measuredBoard],
];

const WRITES: [name: string, next: NextRequest][] = [
  ["chat", ({ token, projectId }, count) => `chat ${token} ${projectId} message ${count}`],
  ["new_task", ({ token, projectId }, count) => `new_task ${token} ${projectId} task ${count}`],
  [
    "set_task",
    ({ token, taskId }, count) => `set_task ${token} ${taskId} ${count % 2 ? "todo" : "doing"}`,
  ],
];

/** Requests by name, of a person with PROJECTS projects; the first is the baseline. */
const LISTS: [name: string, request: (token: string) => string][] = [
  [`projects, ${PROJECTS} of them`, (token) => `projects ${token}`],
  [`tasks of a project, ${TASKS} of them`, (token) => `tasks ${token} 1`],
  [
    `my_tasks, ${PROJECTS} of them in as many projects`,
    (token) => `my_tasks ${token}`,
  ],
];

/** @param parts runs the parts whose names contain one of these; default all */
export async function benchTasks(parts: string[] = [""]): Promise<Section> {
  const figures: Figure[] = [];
  for (const [name, measure] of PARTS) {
    if (parts.some((part) => name.includes(part))) figures.push(...await measure());
  }
  return {
    title: "Tasks",
    command: "deno run -A tests/bench/tasks_bench.ts",
    figures,
    notes: [
      `Writes: ${WRITERS} connections, each in a project of its own with one request unanswered; medians of ${ROUNDS} rounds in turns. A task is stored with its change and its line of activity.`,
      `Lists: ${1_000 / READ_EVERY} reads a second on one connection.`,
      `Board: medians of ${VISITS} visits with the page's files cached. Live is when cards can be moved.`,
    ],
  };
}

async function measuredServer(): Promise<Figure[]> {
  const rates = new Map<string, number[]>();
  const times = new Map<string, number[]>();
  await withFolder(async (folder) => {
    let token = "";
    const shape = { rooms: 1, members: 1, bytes: 128 };
    const target = await startChung(folder, shape, async (data) => {
      await makeTaskStore(data);
      [token] = await makeSessions(data, 1);
    });
    try {
      const { port } = target.plan;
      for (let round = 0; round < ROUNDS; round++) {
        for (const [name, request] of LISTS) {
          const reads = await PacedReads.start(port, request(token), READ_EVERY);
          await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000));
          times.set(name, [...times.get(name) ?? [], ...await reads.end()]);
        }
      }
      // The project whose tasks are read keeps their number.
      const projectIds = Array.from({ length: WRITERS }, (_, index) => index + 2);
      const writers = await openWriters(port, token, projectIds);
      for (let round = 0; round < ROUNDS; round++) {
        for (const [name, next] of WRITES) {
          rates.set(name, [...rates.get(name) ?? [], await rate(writers, next, SECONDS)]);
        }
      }
      await Promise.all(writers.map(({ line }) => line.close()));
    } finally {
      await target.close();
    }
  });
  return [
    ...beside(rates, perSecond, "chat in the same run"),
    ...beside(times, milliseconds, "the list of projects"),
  ];
}

async function measuredBoard(): Promise<Figure[]> {
  if (findChromium() === null) return [];
  return await withPagePlace(["alice"], async (place) => {
    const page = await place.window("alice");
    const few = await measureBoard(place, page, { tasks: FEW_TASKS, visits: VISITS });
    const many = await measureBoard(place, page, { tasks: TASKS, visits: VISITS });
    const name = (what: string, tasks: number) => `board of ${tasks} tasks, ${what}`;
    return (["first", "live"] as const).flatMap((what) => {
      const said = what === "first" ? "first paint" : "live";
      return beside(
        new Map([[name(said, FEW_TASKS), few[what]], [name(said, TASKS), many[what]]]),
        milliseconds,
        `a board of ${FEW_TASKS}`,
      );
    });
  });
}

/** Medians against that of the first. */
function beside(
  measured: Map<string, number[]>,
  value: (number: number) => string,
  against: string,
): Figure[] {
  const medians = [...measured].map(([name, values]) => ({ name, middle: median(values) }));
  const [{ middle: baseline }] = medians;
  return medians.map(({ name, middle }) => ({
    name,
    value: value(middle),
    ratio: middle / baseline,
    against,
  }));
}

if (import.meta.main) printSection(await benchTasks(Deno.args.length > 0 ? Deno.args : undefined));
