// A project's page in a real Chromium: its script, its first useful paint over a long line, a message shown in another
// window, and ten thousand messages in a row.
//   deno run -A tests/bench/page_bench.ts [PART ...]      sizes, paint, delivery, flood
import { MAX_ENTRIES } from "../../client/components/room/room_log.ts";
import { findChromium } from "../browser/chromium.ts";
import { median } from "./median.ts";
import { percentile } from "./page_clock.ts";
import { type DeliveryTimes, measureDelivery } from "./page_delivery.ts";
import { FLOOD, type FloodTimes, measureFlood } from "./page_flood.ts";
import type { FrameTimes } from "./page_frames.ts";
import { measurePaint, type Paints, type PaintTimes, ROUND_TRIP } from "./page_paint.ts";
import { withPagePlace } from "./page_place.ts";
import { measureSizes, type PageSizes } from "./page_script.ts";
import { FIRST_FLIGHT } from "./page_slow_line.ts";
import { printSection } from "./print_section.ts";
import { count, megabytes, milliseconds, perSecond as rate } from "./quantities.ts";
import type { Figure, Section } from "./report.ts";

const SCRIPT_BYTES = 20_000;
const FRAME_MS = 1_000 / 60;
/** A page that answers within this time of a key stalls for nobody. */
const STALL_MS = 100;
const VISITS = 7;
const DELIVERED = 200;
const IN_A_ROW = 10_000;
const FLOODS = 3;

const PARTS: [name: string, measure: () => Promise<Figure[]>][] = [
  ["sizes and paint", measuredPaint],
  ["delivery", measuredDelivery],
  ["flood", measuredFlood],
];

/** @param parts those whose names contain one of these; all without */
export async function benchPage(parts: string[] = [""]): Promise<Section> {
  const figures: Figure[] = [];
  const chromium = findChromium() !== null;
  for (const [name, measure] of chromium ? PARTS : []) {
    if (parts.some((part) => name.includes(part))) figures.push(...await measure());
  }
  return {
    title: "Page",
    command: "deno run -A tests/bench/page_bench.ts",
    figures,
    notes: chromium ? NOTES : ["There is no Chromium here: nothing was measured."],
  };
}

const NOTES = [
  "Server, client process, Chromium without graphics hardware and what measures them share the machine's cores.",
  `Paint: medians of ${VISITS} visits of a room of 300 messages, over a line of ${ROUND_TRIP} ms there and back on ` +
  "which TCP begins with ten segments, less the same over a line of none. Useful is the frame with the newest " +
  "message in view. Warm: the browser has the page's files, and a connection that it keeps for minutes. One that " +
  "has to be made first takes a round trip more, which no page can save.",
  `Delivery: ${DELIVERED} messages each way, from the write, or the Enter key, to the arrival of the line at ` +
  "another connection, or to the end of the frame that shows the message.",
  `In a row: ${
    count(IN_A_ROW)
  } messages by one connection, each after the answer to the one before. Flood: as many ` +
  `by ${FLOOD.writers} connections with ${FLOOD.unanswered} unanswered each, ${FLOODS} times. The reader is at the ` +
  "end of the log, and somebody types 20 keys a second. A run fails unless the log ends in the newest messages, " +
  "each once and in order, and every key has written.",
];

async function measuredPaint(): Promise<Figure[]> {
  return await withPagePlace(["alice", "bob"], async (place) => {
    const paints = await measurePaint(place, VISITS);
    return [...sizes(await measureSizes(place)), ...paint(paints)];
  });
}

async function measuredDelivery(): Promise<Figure[]> {
  const people = ["alice", "bob", "carol", "dave"];
  return delivery(await withPagePlace(people, (place) => measureDelivery(place, DELIVERED)));
}

async function measuredFlood(): Promise<Figure[]> {
  const options = { count: IN_A_ROW, rounds: FLOODS };
  return flood(await withPagePlace(["bob", "carol"], (place) => measureFlood(place, options)));
}

function sizes({ script, scriptSent, pageSent }: PageSizes): Figure[] {
  const figure = (name: string, size: number, most: number, against: string): Figure => (
    { name, value: `${count(size)} B`, ratio: size / most, against, goal: { most: 1 } }
  );
  const limit = `${count(SCRIPT_BYTES)} B`;
  return [
    figure("script of a project's page, gzip", script, SCRIPT_BYTES, limit),
    figure("the same as it is sent", scriptSent, SCRIPT_BYTES, limit),
    figure("the page as it is sent, 100 messages", pageSent, FIRST_FLIGHT, "TCP's first flight"),
  ];
}

function paint({ near, far, nearAnew, farAnew }: Paints): Figure[] {
  const figure = (name: string, times: [far: number[], near: number[]]): Figure => {
    const [slow, fast] = times.map(median);
    return {
      name,
      value: `${milliseconds(slow)} (no line: ${milliseconds(fast)})`,
      ratio: (slow - fast) / ROUND_TRIP,
      against: "a round trip",
    };
  };
  const both = (part: "first" | "useful", far: PaintTimes, near: PaintTimes) =>
    [far[part], near[part]] as [number[], number[]];
  return [
    figure("first paint, warm", both("first", far, near)),
    { ...figure("useful paint, warm", both("useful", far, near)), goal: { most: 1.99 } },
    figure("useful paint, connection made anew", both("useful", farAnew, nearAnew)),
  ];
}

function delivery({ plain, plainToWindow, windowToWindow }: DeliveryTimes): Figure[] {
  return ([["median", 0.5], ["p95", 0.95]] as const).flatMap(([part, at]) => {
    const protocol = percentile(plain, at);
    const bound = 2 * protocol + FRAME_MS;
    const figure = (name: string, times: number[]): Figure => ({
      name: `${name}, ${part}`,
      value: milliseconds(percentile(times, at)),
      ratio: percentile(times, at) / bound,
      against: `2 × protocol + frame (${milliseconds(bound)})`,
      goal: { most: 1 },
    });
    return [
      {
        name: `connection to connection, ${part}`,
        value: milliseconds(protocol),
        ratio: 1,
        against: "the protocol",
      },
      figure("connection to window", plainToWindow),
      figure("window to window", windowToWindow),
    ];
  });
}

function flood(times: FloodTimes): Figure[] {
  const { idle, inARow, flood, heapBefore, heapAfter, lines } = times;
  const figures = ([["frame gap", "gaps"], ["key to frame", "keys"]] as const).flatMap(
    ([what, key]) => {
      const baseline = percentile(idle[key], 0.99);
      const figure = (name: string, times: FrameTimes, goal?: Figure["goal"]): Figure => ({
        name: `${what} p99, ${name}`,
        value: `${milliseconds(percentile(times[key], 0.99))} (longest ${
          milliseconds(Math.max(...times[key]))
        })`,
        ratio: percentile(times[key], 0.99) / baseline,
        against: "the page idle",
        ...(goal === undefined ? {} : { goal }),
      });
      // What the same page needs idle, times this, is what nobody takes for a stall.
      const goal = { most: Number((STALL_MS / baseline).toFixed(1)) };
      return [figure("idle", idle), figure("in a row", inARow, goal), figure("flood", flood, goal)];
    },
  );
  return [
    ...figures,
    ...([["in a row", inARow], ["flood", flood]] as const).map(([name, { behind, perSecond }]) => ({
      name: `last message acknowledged to shown, ${name} (${rate(perSecond)})`,
      value: milliseconds(behind),
      ratio: behind / FRAME_MS,
      against: "a frame",
    })),
    {
      name: `heap with a full window, after ${count(IN_A_ROW * (1 + FLOODS))} messages`,
      value: megabytes(heapAfter / 1e6),
      ratio: heapAfter / heapBefore,
      against: "before them",
      goal: { most: 1.5 },
    },
    {
      name: "most lines in the log",
      value: count(lines),
      // The separator before what is new is none of them.
      ratio: lines / (MAX_ENTRIES + 1),
      against: `its limit, ${MAX_ENTRIES} and a separator`,
      goal: { most: 1 },
    },
  ];
}

if (import.meta.main) printSection(await benchPage(Deno.args.length > 0 ? Deno.args : undefined));
