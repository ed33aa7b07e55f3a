import type { Page } from "playwright-core";
import { wait } from "./page_clock.ts";
import type { PagePlace } from "./page_place.ts";

/** Time in ms after which a page has begun to live and stands as it will. */
const SETTLED_MS = 1_000;

interface Noted {
  shift: number;
}

/** Returns each page's largest cumulative layout shift in some visits, with all files cached, by a name for it. */
export async function measureShift(place: PagePlace, visits: number): Promise<Map<string, number>> {
  const room = `/projects/${place.projectId}`;
  const pages = {
    "the projects": "/",
    "a room": room,
    "its people": `${room}/people`,
    "its settings": `${room}/settings`,
    "one's settings": "/me",
    "a search": "/search?q=message",
  };
  const page = await place.window("alice");
  await page.context().addInitScript(noteShift);
  const shifts = new Map<string, number>();
  for (const [name, path] of Object.entries(pages)) {
    let worst = 0;
    for (let visit = 0; visit <= visits; visit++) {
      const shift = await visited(page, new URL(path, page.url()).href);
      // The first visit fetches the files.
      if (visit > 0) worst = Math.max(worst, shift);
    }
    shifts.set(name, worst);
  }
  await page.context().close();
  return shifts;
}

async function visited(page: Page, url: string): Promise<number> {
  const response = await page.goto(url);
  if (!response?.ok()) throw new Error(`${url}: ${response?.status()}`);
  await wait(SETTLED_MS);
  return await page.evaluate(() => (globalThis as unknown as Noted).shift);
}

/** Runs in the page before its own script: adds up what moves without anybody's doing. */
function noteShift(): void {
  const noted: Noted = Object.assign(globalThis, { shift: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as unknown as {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) noted.shift += value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}
