import type { Page } from "playwright-core";
import { wait } from "./page_clock.ts";
import type { PagePlace } from "./page_place.ts";
import { SlowLine } from "./page_slow_line.ts";

/** Round-trip time of the slow line in milliseconds. */
export const ROUND_TRIP = 200;

/** Times from the start of a visit, in ms; one per visit. */
export interface PaintTimes {
  /** The first frame with any content. */
  first: number[];
  /** The frame in which the newest message is in view. */
  useful: number[];
  /** Average number of connections that a visit opened before that. */
  connections: number;
}

export interface Paints {
  /** The files are cached and a connection is idle, as when changing pages. */
  near: PaintTimes;
  far: PaintTimes;
  /** The files are cached, but a connection has to be opened. */
  nearAnew: PaintTimes;
  farAnew: PaintTimes;
}

/** Messages in the room: more than one page. */
const MESSAGES = 300;
const TEXT = "a message of a usual length, sixty characters or thereabouts";

/** Visits to a room by a user who has visited it before and read everything. */
export async function measurePaint(place: PagePlace, visits: number): Promise<Paints> {
  const { line: writer, token } = await place.plain("alice");
  let last = 0;
  for (let at = 0; at < MESSAGES; at++) {
    last = (await writer.chat(token, place.projectId, `${at}: ${TEXT}`)).id;
  }
  await writer.ok(`read ${token} ${place.projectId} ${last}`);
  const line = new SlowLine(Number(new URL(place.workplace.url).port));
  try {
    const page = await place.window("alice", line.url);
    await page.context().addInitScript(notePaint);
    const measure = async (roundTrip: number, anew: boolean) => {
      const times: PaintTimes = { first: [], useful: [], connections: 0 };
      for (let visit = 0; visit < visits; visit++) {
        line.roundTrip = 0;
        await leave(page);
        if (anew) line.cut();
        // Until TCP falls back to its initial congestion window.
        await wait(1.5 * ROUND_TRIP);
        line.roundTrip = roundTrip;
        const before = line.connections;
        await page.goto(`${line.url}/projects/${place.projectId}`);
        const { first, useful } = await noted(page);
        times.first.push(first);
        times.useful.push(useful);
        times.connections += (line.connections - before) / visits;
      }
      return times;
    };
    // The first visit after a change fetches the files.
    await measure(0, false);
    return {
      near: await measure(0, false),
      far: await measure(ROUND_TRIP, false),
      nearAnew: await measure(0, true),
      farAnew: await measure(ROUND_TRIP, true),
    };
  } finally {
    line.close();
  }
}

/** Opens a page without live events, so that a connection becomes idle. */
async function leave(page: Page): Promise<void> {
  await page.goto(new URL("/server", page.url()).href);
}

interface Noted {
  paint: { first: number; useful: number };
}

async function noted(page: Page): Promise<Noted["paint"]> {
  const handle = await page.waitForFunction(() => {
    const { paint } = globalThis as unknown as Noted;
    const [first] = performance.getEntriesByName("first-contentful-paint");
    return paint.useful > 0 && first !== undefined && { ...paint, first: first.startTime };
  });
  return await handle.jsonValue() as Noted["paint"];
}

/** Runs in the page before its own script: records when the newest message was on the screen. */
function notePaint(): void {
  const paint = { first: 0, useful: 0 };
  Object.assign(globalThis, { paint });
  const inView = () => {
    const log = document.querySelector(".log");
    const newest = [...document.querySelectorAll(".message[id]")].at(-1);
    if (!log || !newest) return false;
    const [frame, line] = [log.getBoundingClientRect(), newest.getBoundingClientRect()];
    return line.bottom <= frame.bottom && line.top >= frame.top;
  };
  const look = () => {
    // Whether the frame about to be painted contains it.
    const seen = document.readyState !== "loading" && inView();
    requestAnimationFrame(look);
    if (!seen || paint.useful > 0) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => paint.useful ||= performance.now();
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}
