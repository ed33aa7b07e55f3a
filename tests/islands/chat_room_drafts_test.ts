import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, field, line, live, makeProject, send } from "./room_page.ts";

async function openTab(page: Page, room: string): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(room);
  await live(tab, "alice");
  return tab;
}

const shows = (page: Page, text: string) =>
  page.waitForFunction(
    (text) => document.querySelector<HTMLTextAreaElement>("#message")!.value === text,
    text,
  );

/** The texts of the pages' fields once `left` of these have been offered to some of them. */
async function offered(pages: Page[], left: string): Promise<string[]> {
  await Promise.race(pages.map((page) => shows(page, left)));
  return await Promise.all(pages.map((page) => field(page).inputValue()));
}

for (const locks of [true, false]) {
  const where = locks ? "" : ", without the browser's locks";
  browserTest(`ChatRoom keeps apart what is half-typed in two tabs${where}`, async (w) => {
    const alice = await w.join("alice");
    if (!locks) {
      // As on a page that comes by plain HTTP from another machine.
      await alice.context().addInitScript(() =>
        Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined })
      );
    }
    const room = await makeProject(alice, "Website", "");
    await live(alice, "alice");
    const other = await openTab(alice, room);
    await field(alice).fill("AAA");
    await field(other).fill("BBB");
    await alice.reload();
    await shows(alice, "AAA");
    await field(alice).press("Enter");
    await line(other, "AAA").waitFor();
    assert.equal(await field(other).inputValue(), "BBB");
    await other.reload();
    await shows(other, "BBB");

    // A copied tab begins with the storage of the other.
    const opened = other.waitForEvent("popup");
    await other.evaluate(() => void open(location.href));
    const copy = await opened;
    await live(copy, "alice");
    await field(copy).fill("CCC");
    await other.reload();
    await shows(other, "BBB");
    await copy.reload();
    await shows(copy, "CCC");

    await field(copy).fill("");
    await other.close();
    const pages = await Promise.all([openTab(alice, room), openTab(alice, room)]);
    assert.deepEqual((await offered(pages, "BBB")).sort(), ["", "BBB"]);
    const [taker] = (await field(pages[0]).inputValue()) === "" ? pages.reverse() : pages;
    await field(taker).press("Enter");
    await line(alice, "BBB").waitFor();
    await alice.waitForFunction(() => localStorage.length === 0);
    assert.deepEqual(w.scriptErrors, []);
  });
}

browserTest("ChatRoom offers what was half-typed in a tab that crashed", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await field(alice).fill("half a sen");
  const crashed = alice.waitForEvent("crash");
  alice.goto("chrome://crash").catch(() => {});
  await crashed;
  const next = await openTab(alice, room);
  await shows(next, "half a sen");
});

browserTest("ChatRoom shows no draft twice when a suspended page comes back", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await field(alice).fill("half a sen");
  const suspended = await openTab(alice, room);
  await field(suspended).fill("kept");
  await alice.waitForFunction(() => localStorage.length === 2);
  const event = (page: Page, type: string) =>
    page.evaluate((type) => {
      dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    }, type);
  for (const page of [alice, suspended]) await event(page, "pagehide");
  const next = await openTab(alice, room);
  await shows(next, "kept");
  await event(suspended, "pageshow");
  await shows(suspended, "half a sen");
  await event(alice, "pageshow");
  await shows(alice, "");
});

browserTest("ChatRoom gives each room its draft as one tab goes from one to another", async (w) => {
  const alice = await w.join("alice");
  const website = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await field(alice).fill("for the website");
  await alice.goto(w.origin);
  await makeProject(alice, "Other", "");
  await live(alice, "alice");
  await field(alice).fill("for the other");
  await alice.goto(website);
  await shows(alice, "for the website");
  await alice.goBack();
  await shows(alice, "for the other");
  await send(alice, "sent");
  await alice.goForward();
  await shows(alice, "for the website");
  await alice.goBack();
  await live(alice, "alice");
  assert.equal(await field(alice).inputValue(), "");
});

browserTest("ChatRoom keeps what is half-typed when the session ends elsewhere", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await field(alice).fill("half a sen");
  const other = await alice.context().newPage();
  await other.goto(w.origin);
  await other.getByRole("button", { name: "Log out" }).click();
  await alice.getByText("Your session has ended").waitFor();
  assert.equal(await field(alice).inputValue(), "half a sen");
  await alice.getByRole("button", { name: "Copy the text" }).waitFor();
  await alice.reload();
  await alice.waitForURL(/\/login\?/);
  await alice.getByLabel("Username").fill("alice");
  await alice.getByLabel("Password").fill("matkhau-123");
  await alice.getByRole("button", { name: "Log in" }).click();
  await alice.waitForURL(room);
  await shows(alice, "half a sen");
});
