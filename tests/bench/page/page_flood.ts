import type { CDPSession, Page } from "playwright-core";
import type { Message } from "../../../lib/model/message.ts";
import { clock, wait } from "./page_clock.ts";
import { type FrameTimes, startFrames, stopFrames } from "./page_frames.ts";
import type { PagePlace, PlainClient } from "./page_place.ts";
import { fillWindow, writeMessages } from "./page_writers.ts";

/** The number of concurrent writers, and of unanswered messages per writer. */
export const FLOOD = { writers: 4, unanswered: 64 };
const KEY_EVERY_MS = 50;
const BASELINE_MS = 4_000;

export interface FloodTimes {
  /** A page without new messages. Here and below, somebody types into it. */
  idle: FrameTimes;
  /** While one connection writes one message at a time. */
  inARow: FrameTimes & Rate;
  /** While several connections write as fast as the server accepts. */
  flood: FrameTimes & Rate;
  /** Heap of the page in bytes with a full window and after garbage collection, before and after the flood. */
  heapBefore: number;
  heapAfter: number;
  /** Messages written between the two, not counting those that filled the window. */
  messages: number;
  /** The maximum number of lines in the log. */
  lines: number;
}

interface Rate {
  /** Messages acknowledged per second. */
  perSecond: number;
  /** Maximum time in ms from the last acknowledgement to the frame that shows the last message, over all rounds. */
  behind: number;
}

/** Writes to a room shown in a window whose reader is at the end of the log, `count` messages at a time. */
export async function measureFlood(
  place: PagePlace,
  { count, rounds }: { count: number; rounds: number },
): Promise<FloodTimes> {
  const writers = await Promise.all(
    Array.from({ length: FLOOD.writers }, () => place.plain("carol")),
  );
  const page = await place.window("bob");
  const devtools = await page.context().newCDPSession(page);
  await page.evaluate(countLines);
  const heapFull = async () => {
    await shown(page, await fillWindow(place, writers[0]));
    return await heap(devtools);
  };
  const written = async (from: PlainClient[], unanswered: number, times: number) => {
    const all: FrameTimes & Rate = { gaps: [], keys: [], longTasks: [], perSecond: 0, behind: 0 };
    for (let round = 0; round < times; round++) {
      const { gaps, keys, longTasks } = await typing(page, async () => {
        const start = clock();
        const last = await writeMessages(place, from, { count, unanswered });
        const acknowledged = clock();
        all.perSecond += count / (acknowledged - start) * 1_000 / times;
        await shown(page, last);
        all.behind = Math.max(all.behind, clock() - acknowledged);
      });
      all.gaps.push(...gaps);
      all.keys.push(...keys);
      all.longTasks.push(...longTasks);
      await mustShowNewest(page, place, writers[0]);
    }
    return all;
  };
  const heapBefore = await heapFull();
  const idle = await typing(page, () => wait(BASELINE_MS));
  const inARow = await written(writers.slice(0, 1), 1, 1);
  const flood = await written(writers, FLOOD.unanswered, rounds);
  const heapAfter = await heapFull();
  const lines = await page.evaluate(() => (globalThis as unknown as Counted).mostLines);
  await page.context().close();
  const messages = count * (1 + rounds);
  return { idle, inARow, flood, heapBefore, heapAfter, messages, lines };
}

/** Waits until a frame shows the message. */
async function shown(page: Page, id: number): Promise<void> {
  await page.waitForFunction((id) => document.getElementById(`message-${id}`) !== null, id);
}

/** Types into the page during an activity and returns its frame times. */
async function typing(page: Page, during: () => Promise<void>): Promise<FrameTimes> {
  const field = page.getByLabel("Your message");
  await field.fill("");
  await page.evaluate(startFrames);
  // Not awaited one by one: a stalled page gets its keys all the same.
  const typed: Promise<void>[] = [];
  const timer = setInterval(() => typed.push(page.keyboard.press("a")), KEY_EVERY_MS);
  try {
    await during();
  } finally {
    clearInterval(timer);
  }
  await Promise.all(typed);
  const { length } = await field.inputValue();
  if (length !== typed.length) throw new Error(`of ${typed.length} keys ${length} wrote`);
  return await page.evaluate(stopFrames);
}

async function heap(devtools: CDPSession): Promise<number> {
  await devtools.send("HeapProfiler.collectGarbage");
  return (await devtools.send("Runtime.getHeapUsage")).usedSize;
}

interface Counted {
  mostLines: number;
}

/** Runs in the page: records the maximum number of lines in the log from now on. */
function countLines(): void {
  const counted: Counted = globalThis as unknown as Counted;
  counted.mostLines = 0;
  const lines = document.querySelector(".log ol")!;
  new MutationObserver(() => {
    counted.mostLines = Math.max(counted.mostLines, lines.childElementCount);
  }).observe(lines, { childList: true });
}

/** Throws unless the log ends with the room's newest messages, each once and in order, and is long enough. */
async function mustShowNewest(page: Page, place: PagePlace, { line, token }: PlainClient) {
  const { messages } = await line.ok(`history ${token} ${place.projectId} 1000`);
  const lines = await page.locator(".message").evaluateAll((lines) =>
    lines.map((line) => `${line.id.slice(8)} ${line.querySelector(".text")!.textContent}`)
  );
  const expected = (messages as Message[]).slice(-lines.length)
    .map(({ id, message }) => `${id} ${message}`);
  if (lines.length < 100) throw new Error(`no more than ${lines.length} lines`);
  if (lines.join("\n") !== expected.join("\n")) throw new Error("these are not the newest");
}
