import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, live, makeProject, send, texts } from "../islands/room_page.ts";
import { launchChromium } from "./chromium.ts";

const NEEDS = { keepsPages: true };

function keptPageTest(...[name, run]: Parameters<typeof browserTest>): void {
  browserTest(name, run, NEEDS);
}

/** Goes back in the history; tells whether the page was kept, or was loaded again. */
async function back(page: Page): Promise<boolean> {
  await page.evaluate(() => {
    setTimeout(() => history.back());
  });
  // A page that was kept is not loaded again.
  await page.waitForURL(/\/projects\/\d+$|\/$/, { waitUntil: "commit" });
  return await page.evaluate(() => Reflect.has(globalThis, "kept"));
}

/** Marks the page as the one to come back to, and follows a link from it. */
async function follow(page: Page, selector: string): Promise<void> {
  await page.evaluate(() => void Object.assign(globalThis, { kept: true }));
  await page.locator(selector).click();
  await page.waitForURL((url) => url.pathname === "/me");
}

const SETTINGS = '.sidebar a[href="/me"]';
const row = (page: Page) => page.locator(".sidebar .project");

keptPageTest("a room that is come back to is live again, with all and nothing twice", async (w) => {
  const bob = await w.join("bob");
  const first = await w.join("alice");
  const room = await makeProject(first, "Website", "bob");
  await live(first, "alice");
  // So that nothing is left to mark as read, after which this browser would not keep the page.
  const read = first.waitForResponse((answer) => answer.request().postData() === "message=2");
  await send(first, "zero");
  await read;
  const storageState = await first.context().storageState();
  await first.context().close();
  await bob.goto(room);
  await live(bob, "bob");
  const alice = bob.locator(".member-list .online").filter({ hasText: "alice" });

  const browser = await launchChromium(NEEDS);
  try {
    const context = await browser.newContext({ locale: "en-GB", storageState });
    const page = await context.newPage();
    const has = async (expected: string[]) => {
      const last = page.locator(".message:not(.pending)").filter({ hasText: expected.at(-1)! });
      await last.waitFor();
      assert.deepEqual(await texts(page), expected);
      await page.waitForFunction(() => document.title === "Website · Chung");
      await row(page).locator(".badges").waitFor({ state: "detached" });
    };
    const seen = ["zero"];
    await page.goto(room);
    await live(page, "alice");
    await has(seen);
    for (const round of [1, 2]) {
      await alice.waitFor();
      await follow(page, SETTINGS);
      await alice.waitFor({ state: "detached" });
      for (const text of [`one ${round}`, `@alice two ${round}`]) {
        await send(bob, text);
        seen.push(text);
      }
      await row(page).getByText("2 unread messages").waitFor();
      const kept = await back(page);
      // A page that has marked messages as read is loaded again by this browser.
      if (round === 1) assert.ok(kept, "the page was kept");
      await has(seen);
      await send(bob, `three ${round}`);
      await has([...seen, `three ${round}`]);
      seen.push(`three ${round}`);
    }
    assert.equal(await alice.count(), 1);
  } finally {
    await browser.close();
  }
  assert.deepEqual(w.scriptErrors, []);
});

keptPageTest("a list that is come back to counts what came meanwhile", async (w) => {
  const bob = await w.join("bob");
  const first = await w.join("alice");
  const room = await makeProject(first, "Website", "bob");
  const storageState = await first.context().storageState();
  await first.context().close();
  await bob.goto(room);
  await live(bob, "bob");
  const browser = await launchChromium(NEEDS);
  try {
    const page = await (await browser.newContext({ locale: "en-GB", storageState })).newPage();
    await page.goto(w.origin);
    await send(bob, "@alice one");
    await row(page).getByText("1 mention or task for you").waitFor();
    await follow(page, SETTINGS);
    await send(bob, "two");
    await row(page).getByText("2 unread messages").waitFor();
    assert.ok(await back(page), "the page was kept");
    await row(page).getByText("2 unread messages").waitFor();
    await page.waitForFunction(() => document.title.startsWith("(2) "));
    await send(bob, "three");
    await row(page).getByText("3 unread messages").waitFor();
  } finally {
    await browser.close();
  }
});
