import { MAX_MESSAGES } from "../../../client/components/room/room_log.ts";
import { median } from "../report/median.ts";
import { percentile } from "./page_clock.ts";
import type { DeliveryTimes } from "./page_delivery.ts";
import type { FloodTimes } from "./page_flood.ts";
import type { FrameTimes } from "./page_frames.ts";
import { type Paints, type PaintTimes, ROUND_TRIP } from "./page_paint.ts";
import type { PageSizes } from "./page_script.ts";
import { FIRST_FLIGHT } from "./page_slow_line.ts";
import { count, megabytes, milliseconds, perSecond as rate } from "../report/quantities.ts";
import type { Figure } from "../report/report.ts";

const SCRIPT_BYTES = 30_000;
const STYLE_BYTES = 10_000;
const FRAME_MS = 1_000 / 60;
/** Key response time in ms below which a page doesn't feel stalled. */
const STALL_MS = 100;
/** Key response time in ms of a full log. */
const KEY_MS = 50;
/** Cumulative layout shift below which a page stands still (https://web.dev/articles/cls). */
const STILL = 0.01;

export function sizeFigures({ script, scriptSent, styles, pageSent }: PageSizes): Figure[] {
  const figure = (name: string, size: number, most: number, against: string): Figure => (
    { name, value: `${count(size)} B`, ratio: size / most, against, goal: { most: 1 } }
  );
  const limit = `${count(SCRIPT_BYTES)} B`;
  return [
    figure("script of a project's page, gzip", script, SCRIPT_BYTES, limit),
    figure("the same as it is sent", scriptSent, SCRIPT_BYTES, limit),
    figure("styles, gzip", styles, STYLE_BYTES, `${count(STYLE_BYTES)} B`),
    figure("the page as it is sent, 100 messages", pageSent, FIRST_FLIGHT, "TCP's first flight"),
  ];
}

export function paintFigures({ near, far, nearAnew, farAnew }: Paints): Figure[] {
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

export function shiftFigures(shifts: Map<string, number>): Figure[] {
  return [...shifts].map(([name, shift]) => ({
    name: `layout shift of ${name}, warm`,
    value: shift.toFixed(4),
    ratio: shift / STILL,
    against: `${STILL}`,
    goal: { most: 1 },
  }));
}

export function deliveryFigures({ plain, plainToWindow, windowToWindow }: DeliveryTimes): Figure[] {
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

export function floodFigures(times: FloodTimes): Figure[] {
  const { idle, inARow, flood, heapBefore, heapAfter, messages, lines } = times;
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
      // Multiples of the idle page's time that nobody perceives as a stall.
      const goal = { most: Number((STALL_MS / baseline).toFixed(1)) };
      return [figure("idle", idle), figure("in a row", inARow, goal), figure("flood", flood, goal)];
    },
  );
  const key = percentile(idle.keys, 0.95);
  return [
    ...figures,
    {
      name: `key to frame p95, idle with ${MAX_MESSAGES} messages shown`,
      value: milliseconds(key),
      ratio: key / KEY_MS,
      against: `${KEY_MS} ms`,
      goal: { most: 1 },
    },
    ...([["in a row", inARow], ["flood", flood]] as const).map(([name, { behind, perSecond }]) => ({
      name: `last message acknowledged to shown, ${name} (${rate(perSecond)})`,
      value: milliseconds(behind),
      ratio: behind / FRAME_MS,
      against: "a frame",
    })),
    {
      name: `heap with a full window, after ${count(messages)} messages`,
      value: megabytes(heapAfter / 1e6),
      ratio: heapAfter / heapBefore,
      against: "before them",
      goal: { most: 1.5 },
    },
    {
      name: "most lines in the log",
      value: count(lines),
      // Not counting the "new messages" separator.
      ratio: lines / (MAX_MESSAGES + 1),
      against: `its limit, ${MAX_MESSAGES} and a separator`,
      goal: { most: 1 },
    },
  ];
}
