import type { Page } from "playwright-core";
import { clock, wait } from "./page_clock.ts";
import type { PagePlace, PlainClient } from "./page_place.ts";

/** Times from sending a message to its appearance, in ms; one per message. */
export interface DeliveryTimes {
  /** Between two plain connections: the protocol alone. */
  plain: number[];
  /** From a plain connection to a frame of a window that shows the message. */
  plainToWindow: number[];
  /** From the Enter key in one window to a frame of another. */
  windowToWindow: number[];
}

/** The times of an event by the text of the message. */
type Times = Record<string, number>;

/** Both users and both plain connections are members of the room. */
export async function measureDelivery(place: PagePlace, count: number): Promise<DeliveryTimes> {
  const { projectId } = place;
  const [sender, reader] = [await place.plain("carol"), await place.plain("dave")];
  await reader.line.ok(`enter ${reader.token} ${projectId}`);
  const [alice, bob] = [await place.window("alice"), await place.window("bob")];
  await alice.evaluate(noteEnter);
  await bob.evaluate(noteShown);
  const [sent, received]: Times[] = [{}, {}];
  const read = readAll(reader, received);
  const field = alice.getByLabel("Your message");
  for (let at = 0; at < count; at++) {
    await pause();
    sent[`plain ${at}`] = clock();
    await sender.line.ok(`chat ${sender.token} ${projectId} plain ${at}`);
    await field.fill(`window ${at}`);
    await pause();
    await field.press("Enter");
  }
  await shown(bob, `window ${count - 1}`);
  const entered = await alice.evaluate(() => (globalThis as unknown as Noted).noted);
  const painted = await bob.evaluate(() => (globalThis as unknown as Noted).noted);
  await reader.line.close();
  await read;
  await alice.context().close();
  await bob.context().close();
  return {
    plain: differences(sent, received, "plain"),
    plainToWindow: differences(sent, painted, "plain"),
    windowToWindow: differences(entered, painted, "window"),
  };
}

/** Long enough to let earlier work finish, and at a random point within a frame. */
function pause(): Promise<void> {
  return wait(60 + Math.random() * 50);
}

async function readAll({ line }: PlainClient, received: Times): Promise<void> {
  for (;;) {
    const event = await line.event().catch(() => null);
    if (event === null) return;
    const [type, data] = event;
    if (type === "chat") received[data.message] = clock();
  }
}

async function shown(page: Page, text: string): Promise<void> {
  await page.waitForFunction((text) => text in (globalThis as unknown as Noted).noted, text);
}

function differences(from: Times, to: Times, what: string): number[] {
  return Object.keys(from).filter((text) => text.startsWith(what)).map((text) => {
    if (to[text] === undefined) throw new Error(`"${text}" never came`);
    return to[text] - from[text];
  });
}

/** Data that the functions below store in their page. */
interface Noted {
  noted: Times;
}

/** Runs in the page: records when Enter was pressed, by the field's text. */
function noteEnter(): void {
  const noted: Times = {};
  Object.assign(globalThis, { noted });
  document.addEventListener("keydown", (event) => {
    const { value } = event.target as HTMLTextAreaElement;
    if (event.key === "Enter") noted[value] = performance.timeOrigin + event.timeStamp;
  }, { capture: true });
}

/** Runs in the page: records when the frame with a message was completed. */
function noteShown(): void {
  const noted: Times = {};
  Object.assign(globalThis, { noted });
  new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes])
      .filter((node) => node instanceof Element && node.matches(".message[id]"));
    const texts = added.map((line) => (line as Element).querySelector(".text")!.textContent!);
    if (texts.length === 0) return;
    requestAnimationFrame(() => {
      // Delivered after the frame's layout and paint.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        for (const text of texts) noted[text] ??= performance.timeOrigin + performance.now();
      };
      port2.postMessage(null);
    });
  }).observe(document.querySelector(".log")!, { childList: true, subtree: true });
}
