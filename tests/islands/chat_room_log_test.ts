import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { MAX_MESSAGES } from "../../client/components/room/room_log.ts";
import {
  browserTest,
  field,
  line,
  live,
  look,
  lookAway,
  makeProject,
  send,
  texts,
} from "./room_page.ts";

const newLine = (page: Page) => page.getByRole("separator", { name: "New messages" });

const newest = (page: Page) => page.locator(".new-messages");

/** The distance of a line's top from the log's top. */
const offsetOf = (page: Page, id: string): Promise<number> =>
  page.evaluate((id) => {
    const top = (element: Element) => element.getBoundingClientRect().top;
    return top(document.getElementById(id)!) - top(document.querySelector(".log")!);
  }, id);

const ids = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".message[id]")].map(({ id }) => Number(id.slice(8)))
  );

/** Scrolls to a position in the log; returns the first visible line and its offset. */
const scrollTo = (page: Page, place: number): Promise<{ id: string; offset: number }> =>
  page.evaluate((place) => {
    const log = document.querySelector(".log")!;
    log.scrollTop = place;
    const { top } = log.getBoundingClientRect();
    const first = [...log.querySelectorAll(".message")].find((line) =>
      line.getBoundingClientRect().bottom > top
    )!;
    return { id: first.id, offset: first.getBoundingClientRect().top - top };
  }, place);

function* manyTexts(count: number): Generator<string> {
  // Lines of different heights.
  for (let at = 1; at <= count; at++) yield `text ${at}. ${"word ".repeat((at * 7) % 90)}`;
}

browserTest("ChatRoom opens at the first unread message, and counts in its title", async (w) => {
  const bob = await w.join("bob");
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "bob");
  await live(alice, "alice");
  await send(alice, "known");
  await bob.goto(room);
  await live(bob, "bob");
  await line(bob, "known").waitFor();
  await bob.waitForFunction(() => document.title === "Website · Chung");
  await lookAway(bob);
  for (const text of ["one", "two", "three"]) await send(alice, text);
  await line(bob, "three").waitFor();
  await bob.waitForFunction(() => document.title === "(3) Website · Chung");
  const after = bob.locator(".first-new + li");
  assert.match(await after.innerText(), /^alice: one/);
  await look(bob);
  await bob.waitForFunction(() => document.title === "Website · Chung");
  assert.equal(await newLine(bob).count(), 1, "the line stays while it is read");
  await bob.reload();
  await live(bob, "bob");
  assert.equal(await newLine(bob).count(), 0);

  await bob.goto("about:blank");
  await w.stopServer();
  await w.fill(["alice"], manyTexts(300));
  await w.startServer();
  await bob.goto(room);
  await newLine(bob).waitFor();
  await newest(bob).waitFor();
  assert.ok(await newLine(bob).isVisible());
  const first = line(bob, "text 1.");
  const view = await bob.getByRole("log").boundingBox();
  const box = await first.boundingBox();
  assert.ok(box!.y > view!.y && box!.y < view!.y + view!.height / 2, "it is on the screen");
  assert.match(await newest(bob).innerText(), /^New messages: \d+/);
  await newest(bob).click();
  await line(bob, "text 300.").waitFor();
  await newest(bob).waitFor({ state: "detached" });
  await bob.waitForFunction(() => document.title === "Website · Chung");
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("ChatRoom loads what is further up and down without moving what is read", async (w) => {
  const bob = await w.join("bob");
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "bob");
  await alice.goto("about:blank");
  await w.stopServer();
  await w.fill(["alice"], manyTexts(900));
  await w.startServer();
  await alice.goto(room);
  await live(alice, "alice");
  await line(alice, "text 900.").waitFor();
  await bob.goto(`${room}?at=900`);
  await live(bob, "bob");

  // Message 1 is the line of activity that tells of bob.
  for (let first = (await ids(alice))[0]; first > 2; first = (await ids(alice))[0]) {
    const before = await scrollTo(alice, 40);
    await alice.waitForFunction(
      (first) => document.querySelector(".message")!.id !== `message-${first}`,
      first,
    );
    const moved = await offsetOf(alice, before.id) - before.offset;
    assert.ok(Math.abs(moved) <= 1, `the line moved by ${moved} px`);
    assert.ok((await ids(alice)).length <= MAX_MESSAGES);
  }
  const there = await ids(alice);
  assert.equal(there[0], 2);
  // One less when the line of activity has come too.
  assert.ok(there.length >= MAX_MESSAGES - 1, `${there.length}`);
  const top = await scrollTo(alice, 200);
  await send(bob, "news");
  await alice.getByRole("button", { name: "New messages: 1" }).waitFor();
  assert.ok(Math.abs(await offsetOf(alice, top.id) - top.offset) <= 1);
  assert.equal(await line(alice, "news").count(), 0);

  // Scroll down again page by page until the log follows its end: nothing is missing or duplicated.
  for (let last = (await ids(alice)).at(-1)!; last < 902; last = (await ids(alice)).at(-1)!) {
    const height = await alice.getByRole("log").evaluate(({ scrollHeight, clientHeight }) =>
      scrollHeight - clientHeight - 300
    );
    const before = await scrollTo(alice, height);
    await alice.waitForFunction(
      (last) => [...document.querySelectorAll(".message")].at(-1)!.id !== `message-${last}`,
      last,
    );
    const moved = await offsetOf(alice, before.id) - before.offset;
    assert.ok(Math.abs(moved) <= 1, `the line moved by ${moved} px`);
  }
  const shown = await ids(alice);
  assert.deepEqual(shown, shown.map((_, at) => shown[0] + at));
  assert.equal(shown.at(-1), 902);
  await newest(alice).click();
  await send(bob, "more news");
  await line(alice, "more news").waitFor();
  await newest(alice).waitFor({ state: "detached" });
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("ChatRoom leads from the depths to the newest, also by writing", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await alice.goto("about:blank");
  await w.stopServer();
  await w.fill(["alice"], manyTexts(700));
  await w.startServer();
  await alice.goto(`${room}?at=300`);
  await live(alice, "alice");
  const found = alice.locator(".message.found");
  assert.match(await found.innerText(), /^alice: text 300\./);
  assert.ok(await found.evaluate((line) => line === document.activeElement));
  await alice.getByRole("button", { name: "To the newest" }).click();
  await line(alice, "text 700.").waitFor();
  await newest(alice).waitFor({ state: "detached" });
  await alice.goto(`${room}?at=300`);
  await live(alice, "alice");
  await send(alice, "from the depths");
  await alice.locator(".message:not(.pending)").filter({ hasText: "from the depths" }).waitFor();
  await line(alice, "text 700.").waitFor();
  await newest(alice).waitFor({ state: "detached" });
});

browserTest("ChatRoom of 100,000 messages has no more on its page than a short one", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await alice.goto("about:blank");
  await w.stopServer();
  await w.fill(["alice"], Array.from({ length: 100_000 }, (_, at) => `text ${at + 1}.`));
  await w.startServer();
  const size = () => alice.evaluate(() => document.querySelectorAll("*").length);
  await alice.goto(room);
  await live(alice, "alice");
  await line(alice, "text 100000.").waitFor();
  assert.ok((await ids(alice)).length <= 200);
  assert.ok(await size() < 2_000);
  for (let page = 0; page < 6; page++) {
    const [first] = await ids(alice);
    await scrollTo(alice, 0);
    await alice.waitForFunction(
      (first) => document.querySelector(".message")!.id !== `message-${first}`,
      first,
    );
  }
  assert.ok((await ids(alice)).length <= MAX_MESSAGES);
  assert.ok(await size() < 10 * MAX_MESSAGES);
});

const LONG: Record<string, string> = {
  "a long word": "x".repeat(16_000),
  "many lines": `a${"\n".repeat(15_998)}b`,
  "from right to left": `\u202e${"שלום עולם ".repeat(500)}`,
  "combining marks": "Z\u0337\u0317\u0322\u0316".repeat(3_000),
  "one long address": `https://a.example/${"y".repeat(15_900)}`,
  "mentions": "@alice".padEnd(7).repeat(2_200),
};

browserTest("ChatRoom holds its layout whatever is written", async (w) => {
  const bob = await w.join("bob", { viewport: { width: 360, height: 640 } });
  const alice = await w.join("alice", { viewport: { width: 1280, height: 800 } });
  const room = await makeProject(alice, "N".repeat(255), "bob");
  await bob.goto(room);
  await live(alice, "alice");
  for (const [what, text] of Object.entries(LONG)) {
    const count = (await texts(bob)).length;
    // Typing thousands of line breaks would keep a browser busy for a minute.
    await field(alice).evaluate((field: HTMLTextAreaElement, text) => field.value = text, text);
    await field(alice).press("Enter");
    for (const page of [alice, bob]) {
      await page.waitForFunction(
        (count) => document.querySelectorAll(".message:not(.pending)").length > count,
        count,
      );
      const wider = await page.evaluate(() =>
        [document.documentElement, document.querySelector(".log")!]
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length
      );
      assert.equal(wider, 0, what);
      const beyond = await page.evaluate(() => {
        const { right } = document.querySelector(".log")!.getBoundingClientRect();
        return [...document.querySelectorAll(".message .text, .message .aside, .message .at")]
          .filter((part) => part.getBoundingClientRect().right > right + 1).length;
      });
      assert.equal(beyond, 0, what);
    }
  }
});
