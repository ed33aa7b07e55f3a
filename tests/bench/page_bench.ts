// A project's page in a real Chromium: script size, first useful paint over a slow line, layout shift, delivery to
// another window, and ten thousand messages in a row.
//   deno run -A tests/bench/page_bench.ts [PART ...]      sizes and paint, delivery, flood
import { findChromium } from "../browser/chromium.ts";
import { measureDelivery } from "./page/page_delivery.ts";
import {
  deliveryFigures,
  floodFigures,
  paintFigures,
  shiftFigures,
  sizeFigures,
} from "./page/page_figures.ts";
import { FLOOD, measureFlood } from "./page/page_flood.ts";
import { measurePaint, ROUND_TRIP } from "./page/page_paint.ts";
import { withPagePlace } from "./page/page_place.ts";
import { measureSizes } from "./page/page_script.ts";
import { measureShift } from "./page/page_shift.ts";
import { printSection } from "./report/print_section.ts";
import { count } from "./report/quantities.ts";
import type { Figure, Section } from "./report/report.ts";

const VISITS = 7;
const DELIVERED = 200;
const IN_A_ROW = 10_000;
const FLOODS = 3;

const PARTS: [name: string, measure: () => Promise<Figure[]>][] = [
  ["sizes and paint", measuredPaint],
  ["delivery", measuredDelivery],
  ["flood", measuredFlood],
];

/** @param parts runs the parts whose names contain one of these; default all */
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
  "has to be made first takes a round trip more, which no page can save. Layout shift: the largest of as many visits.",
  `Delivery: ${DELIVERED} messages each way, from the write, or the Enter key, to the arrival of the line at ` +
  "another connection, or to the end of the frame that shows the message. From window to window both draw at the " +
  "same time.",
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
    return [
      ...sizeFigures(await measureSizes(place)),
      ...paintFigures(paints),
      ...shiftFigures(await measureShift(place, VISITS)),
    ];
  });
}

async function measuredDelivery(): Promise<Figure[]> {
  const people = ["alice", "bob", "carol", "dave"];
  return deliveryFigures(await withPagePlace(people, (place) => measureDelivery(place, DELIVERED)));
}

async function measuredFlood(): Promise<Figure[]> {
  const options = { count: IN_A_ROW, rounds: FLOODS };
  return floodFigures(
    await withPagePlace(["bob", "carol"], (place) => measureFlood(place, options)),
  );
}

if (import.meta.main) printSection(await benchPage(Deno.args.length > 0 ? Deno.args : undefined));
