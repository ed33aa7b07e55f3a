import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, live, makeProject, send } from "./room_page.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

const TODAY = /^\d\d:\d\d$/;
const ANOTHER_DAY = /^\d\d\/\d\d(\/\d{4})? \d\d:\d\d$/;

/** An event that tells that the page may be seen: on the document, or else on the window. */
type Look = "visibilitychange" | "focus" | "pageshow" | null;

/** Waits until the page's first time reads so, looking at the page all the while. */
async function reads(page: Page, expected: RegExp, look: Look): Promise<void> {
  await page.waitForFunction(
    ({ look, expected }) => {
      if (look !== null) {
        const target = look === "visibilitychange" ? document : globalThis;
        target.dispatchEvent(new Event(look));
      }
      return new RegExp(expected).test(document.querySelector("time")?.textContent ?? "");
    },
    { look, expected: expected.source },
    { polling: 20 },
  );
}

/** Opens a room with one message in it; returns its URL. */
async function roomWithMessage(page: Page): Promise<string> {
  const room = await makeProject(page, "Website", "");
  await live(page, "alice");
  await send(page, "hello");
  await page.locator(".message:not(.pending)").waitFor();
  return room;
}

browserTest("after a day's sleep today is today, in the room and in the list", async (w) => {
  const alice = await w.join("alice");
  const room = await roomWithMessage(alice);
  const now = Date.now();
  await alice.clock.install({ time: now });
  for (const page of [room, `${w.origin}/`]) {
    await alice.goto(page);
    await reads(alice, TODAY, null);
    // Setting the time runs no timer, as sleep doesn't.
    for (
      const [time, look, expected] of [
        [now + DAY_MS, "visibilitychange", ANOTHER_DAY],
        [now, "focus", TODAY],
        [now - DAY_MS, "pageshow", ANOTHER_DAY],
      ] as const
    ) {
      await alice.clock.setSystemTime(time);
      await reads(alice, expected, look);
    }
    // Nobody looks: within a minute of being awake.
    await alice.clock.setSystemTime(now);
    await alice.clock.runFor(61_000);
    await reads(alice, TODAY, null);
  }
  assert.deepEqual(w.scriptErrors, []);
});

browserTest(
  "a page without live times tells them anew when it is seen on a later day",
  async (w) => {
    const alice = await w.join("alice");
    const bob = await w.join("bob");
    const room = await makeProject(bob, "Website", "alice");
    await live(bob, "bob");
    await send(bob, "hello");
    await bob.locator(".message:not(.pending)").waitFor();
    const now = Date.now();
    await alice.clock.install({ time: now });
    const seen = () => alice.evaluate(() => void dispatchEvent(new Event("focus")));
    for (const page of [`${room}?before=99`, `${room}/search?q=hello`, `${room}/messages/2`]) {
      await alice.clock.setSystemTime(now);
      await alice.goto(page);
      // As the page would have been made a day ago.
      await alice.evaluate(() => {
        for (const sign of document.querySelectorAll("main time, main [role=separator]")) {
          sign.textContent = "of yesterday";
        }
      });
      const asked: string[] = [];
      alice.on("request", (request) => request.url() === page && asked.push(request.url()));
      await seen();
      await alice.locator("main").getByText("of yesterday").first().waitFor();
      const field = alice.locator('main [name="q"]');
      if (await field.count() > 0) await field.fill("half a wo");
      await w.stopServer();
      await alice.clock.setSystemTime(now + DAY_MS);
      const failed = alice.waitForResponse(page);
      await seen();
      assert.equal((await failed).status(), 503);
      assert.equal(asked.length, 1, "on the same day nothing was asked");
      await w.startServer();
      await alice.waitForFunction(
        () => {
          dispatchEvent(new Event("focus"));
          return !document.querySelector("main")!.innerText.includes("of yesterday");
        },
        null,
        { polling: 200 },
      );
      await reads(alice, TODAY, null);
      if (page.includes("?before")) {
        assert.equal(await alice.getByRole("separator", { name: "Today" }).innerText(), "Today");
      }
      if (await field.count() > 0) assert.equal(await field.inputValue(), "half a wo");
    }
    assert.deepEqual(w.scriptErrors, []);
  },
);

browserTest("after a change of time zone times are of the new one", async (w) => {
  const alice = await w.join("alice");
  const room = await roomWithMessage(alice);
  const devtools = await alice.context().newCDPSession(alice);
  const zone = (timezoneId: string) =>
    devtools.send("Emulation.setTimezoneOverride", { timezoneId });
  for (const page of [room, `${w.origin}/`]) {
    await alice.goto(page);
    const iso = await alice.locator("time").getAttribute("datetime");
    for (const timeZone of ["Asia/Kathmandu", "America/Lima"]) {
      await zone(timeZone);
      const time = new Date(iso!).toLocaleTimeString("en-GB", { timeZone, timeStyle: "short" });
      await reads(alice, new RegExp(`${time}$`), "focus");
    }
  }
});

browserTest("a time zone that changes right after another is seen", async (w) => {
  const alice = await w.join("alice");
  await roomWithMessage(alice);
  const devtools = await alice.context().newCDPSession(alice);
  await alice.clock.install();
  await alice.goto(`${w.origin}/`);
  await reads(alice, TODAY, null);
  const iso = await alice.locator("time").getAttribute("datetime");
  // With the clock stopped the page renders, and its effects wait.
  await alice.clock.pauseAt(Date.now() + 60_000);
  const changeZone = async (timeZone: string) => {
    await devtools.send("Emulation.setTimezoneOverride", { timezoneId: timeZone });
    return new Date(iso!).toLocaleTimeString("en-GB", { timeZone, timeStyle: "short" });
  };
  const first = await changeZone("Asia/Kathmandu");
  await alice.evaluate(() => dispatchEvent(new Event("focus")));
  await reads(alice, new RegExp(`${first}$`), null);
  const second = await changeZone("America/Lima");
  await alice.clock.runFor(1_000);
  await reads(alice, new RegExp(`${second}$`), "focus");
});
