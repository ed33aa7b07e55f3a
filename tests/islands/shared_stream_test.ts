import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { ChatWindows } from "./chat_windows.ts";
import { browserTest, line, live, makeProject, send, texts } from "./room_page.ts";

type Way = "SharedWorker" | "one tab that leads";

/** Opens eight tabs of alice, in two rooms by turns, and one of bob in each room. */
async function eightTabs(windows: ChatWindows, way: Way) {
  const [alice, bob] = [await windows.join("alice"), await windows.join("bob")];
  if (way !== "SharedWorker") {
    await alice.context().addInitScript(() => Reflect.deleteProperty(globalThis, "SharedWorker"));
    await alice.reload();
  }
  const rooms = [await makeProject(alice, "Website", "bob")];
  await alice.goto(windows.origin);
  rooms.push(await makeProject(alice, "Kitchen", "bob"));
  await live(alice, "alice");
  const tabs = [alice];
  while (tabs.length < 8) {
    const tab = await alice.context().newPage();
    await tab.goto(rooms[tabs.length % 2 === 0 ? 1 : 0]);
    await live(tab, "alice");
    tabs.push(tab);
  }
  await bob.goto(rooms[0]);
  await live(bob, "bob");
  return { alice, bob, tabs, website: tabs.filter((_, at) => at % 2 === 1), rooms };
}

/** Waits for the last text, and checks that nothing is missing, doubled or out of order. */
async function haveAll(tabs: Page[], expected: string[]): Promise<void> {
  for (const tab of tabs) {
    await tab.locator(".message:not(.pending)").filter({ hasText: expected.at(-1)! }).waitFor();
    assert.deepEqual(await texts(tab), expected);
  }
}

for (const way of ["SharedWorker", "one tab that leads"] as const) {
  browserTest(
    `tabs share one stream by ${way}, from the first message to the logout`,
    async (w) => {
      const { alice, bob, tabs, website } = await eightTabs(w, way);
      await send(bob, "for the website");
      await haveAll(website, ["for the website"]);
      await send(alice, "for the kitchen");
      await haveAll(tabs.filter((tab) => !website.includes(tab)), ["for the kitchen"]);
      for (const tab of tabs) assert.equal(await tab.getByText("is paused").count(), 0);
      assert.deepEqual(w.scriptErrors, []);

      await w.stopServer();
      for (const tab of tabs) await tab.locator(".banner").waitFor();
      await w.startServer();
      for (const tab of tabs) await tab.locator(".banner").waitFor({ state: "detached" });
      await send(bob, "found");
      await haveAll(website, ["for the website", "found"]);

      await alice.goto(w.origin);
      await alice.getByRole("button", { name: "Log out" }).click();
      for (const tab of tabs.slice(1)) await tab.getByText("Your session has ended").waitFor();
    },
  );

  browserTest(`tabs that share by ${way} lose nothing when others close`, async (windows) => {
    const { alice, bob, tabs, website } = await eightTabs(windows, way);
    const sent: string[] = [];
    // The first is the leader, where there is one; then the next that follows it.
    for (const [round, closing] of [alice, tabs[2], website[0]].entries()) {
      const closed = closing.close();
      for (let i = 0; i < 10; i++) {
        sent.push(`message ${round}.${i}.`);
        await send(bob, sent.at(-1)!);
      }
      await closed;
      await haveAll(website.filter((tab) => !tab.isClosed()), sent);
    }
  });
}

browserTest(
  "a shared worker that dies is followed by another, and nothing is lost",
  async (windows) => {
    const { alice, bob, website } = await eightTabs(windows, "SharedWorker");
    await send(bob, "before");
    await haveAll(website, ["before"]);
    const browser = await alice.context().browser()!.newBrowserCDPSession();
    const { targetInfos } = await browser.send("Target.getTargets");
    const workers = targetInfos.filter(({ type }) => type === "shared_worker");
    assert.equal(workers.length, 2, "one for each person");
    for (const { targetId } of workers) await browser.send("Target.closeTarget", { targetId });
    await send(bob, "after");
    await haveAll([...website, bob], ["before", "after"]);
  },
);

browserTest("tabs that share tell of other projects, freeze, and leave by the last", async (w) => {
  const { bob, tabs, website, rooms } = await eightTabs(w, "SharedWorker");
  // A mention in another project shows in the title and icon of every tab.
  await tabs[7].goto(w.origin);
  await tabs[7].locator(".project").first().waitFor();
  const icon = (tab: Page) => tab.locator('link[rel="icon"]').getAttribute("href");
  assert.match((await icon(tabs[0]))!, /favicon\.svg/);
  await bob.goto(w.origin);
  const third = await makeProject(bob, "Garden", "alice");
  await send(bob, "@alice look");
  for (const tab of tabs) {
    await tab.waitForFunction(() => document.title.startsWith("(1) "));
    const href = new URL((await icon(tab))!, w.origin).href;
    assert.match(href, /favicon-unread\.svg/);
    assert.equal((await tab.request.get(href)).status(), 200);
  }
  await tabs[7].goto(third);
  for (const tab of tabs) {
    await tab.waitForFunction(() => !document.title.startsWith("("));
    assert.match((await icon(tab))!, /favicon\.svg/);
  }

  // A page that was frozen goes on where it stopped.
  await bob.goto(rooms[0]);
  await live(bob, "bob");
  const [frozen, other] = website;
  await frozen.evaluate(() => document.dispatchEvent(new Event("freeze")));
  await send(bob, "meanwhile");
  await haveAll([other], ["meanwhile"]);
  assert.deepEqual(await texts(frozen), []);
  await frozen.evaluate(() => document.dispatchEvent(new Event("resume")));
  await haveAll([frozen], ["meanwhile"]);

  // A person is in the room until the last tab of it closes.
  const here = bob.locator(".member-list .online").filter({ hasText: "alice" });
  for (const tab of website.slice(1)) await tab.close();
  await send(website[0], "still here");
  await line(bob, "still here").waitFor();
  assert.equal(await here.count(), 1);
  await website[0].close();
  await here.waitFor({ state: "detached" });
});
