import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, live, makeProject } from "./room_page.ts";
import type { ChatWindows } from "./chat_windows.ts";

const WIDE = { viewport: { width: 1280, height: 800 } };
const MEDIUM = { viewport: { width: 900, height: 700 } };
const NARROW = { viewport: { width: 360, height: 640 } };

/** Sends a message without the windows' pages. */
async function say(page: Page, room: string, message: string): Promise<void> {
  const { origin } = new URL(room);
  const answer = await page.context().request.post(room, {
    form: { message },
    headers: { accept: "application/json", origin },
  });
  assert.equal(answer.status(), 200);
}

const row = (page: Page, name: string) =>
  page.locator(".sidebar .project").filter({ has: page.getByRole("link", { name, exact: true }) });

/** Makes two projects of Alice and Bob, whose windows stay at the list. */
async function twoProjects({ join }: ChatWindows) {
  const bob = await join("bob", WIDE);
  const alice = await join("alice", WIDE);
  const website = await makeProject(alice, "Website", "bob");
  await alice.goto(new URL("/", website).href);
  const kitchen = await makeProject(alice, "Kitchen", "bob");
  return { alice, bob, website, kitchen };
}

browserTest("the sidebar counts what is new at once, in every page", async (w) => {
  const { alice, bob, website, kitchen } = await twoProjects(w);
  let unread = 0;
  for (const page of ["", "/people", "/settings", "/search?q=tea"]) {
    await bob.goto(website + page);
    assert.equal(await row(bob, "Website").locator('[aria-current="page"]').count(), 1, page);
    const title = await bob.title();
    await say(alice, kitchen, "@bob tea?");
    unread += 1;
    const words = unread === 1
      ? ["1 mention or task for you", "1 unread message"]
      : [`${unread} mentions or tasks for you`, `${unread} unread messages`];
    for (const text of words) await row(bob, "Kitchen").getByText(text).waitFor();
    assert.equal(await bob.locator(".sidebar .project > a").first().innerText(), "Kitchen");
    // A room's tab counts what is new anywhere.
    const expected = page === "" ? `(${unread}) ${title}` : title;
    await bob.waitForFunction((expected) => document.title === expected, expected);
  }
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("the list is on the page once, beside what to do or above it", async (w) => {
  const { alice } = await twoProjects(w);
  await alice.goto(w.origin);
  await alice.getByRole("heading", { name: "Hello, alice" }).waitFor();
  assert.equal(await alice.getByRole("link", { name: "Website" }).count(), 1);
  await alice.setViewportSize(NARROW.viewport);
  await alice.getByRole("link", { name: "Website" }).click();
  await live(alice, "alice");
  assert.equal(await alice.locator(".sidebar").isVisible(), false);
  const bar = (await alice.locator(".project-head").boundingBox())!;
  assert.ok(bar.height <= 52, `${bar.height} px`);
  for (const name of ["All projects", "Search", "Members"]) {
    const target = alice.locator(".project-head").locator(`[aria-label="${name}"]`);
    const { width, height } = (await target.boundingBox())!;
    assert.ok(width >= 44 && height >= 44, `${name}: ${width} × ${height}`);
  }
  await alice.getByRole("link", { name: "All projects" }).click();
  await row(alice, "Website").waitFor();
});

browserTest("the members' panel stays closed or open beside the rooms of a browser", async (w) => {
  const { alice, website, kitchen } = await twoProjects(w);
  await alice.goto(website);
  const panel = alice.locator(".members");
  const control = alice.getByRole("button", { name: "Members", exact: true });
  await control.waitFor();
  assert.equal(await control.getAttribute("aria-expanded"), "true");
  await alice.getByRole("button", { name: "Close the members" }).click();
  await panel.waitFor({ state: "hidden" });
  assert.ok(await control.evaluate((control) => control === document.activeElement));
  assert.equal(await control.getAttribute("aria-expanded"), "false");
  await alice.goto(kitchen);
  await live(alice, "alice");
  assert.equal(await panel.isVisible(), false);
  await control.focus();
  await alice.keyboard.press("Space");
  await panel.waitFor();
  await alice.goto(website);
  await panel.waitFor();
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("the members' panel opens over a smaller room, and closes by Escape", async (w) => {
  const { alice, website } = await twoProjects(w);
  const panel = alice.locator(".members");
  for (const { viewport } of [MEDIUM, NARROW]) {
    await alice.setViewportSize(viewport);
    await alice.goto(website);
    await live(alice, "alice");
    assert.equal(await panel.isVisible(), false);
    const room = (await alice.locator(".room-main").boundingBox())!.width;
    const control = alice.getByRole("button", { name: "Members", exact: true });
    await control.click();
    await panel.waitFor();
    assert.equal((await alice.locator(".room-main").boundingBox())!.width, room, "not beside it");
    assert.ok(await panel.evaluate((panel) => panel === document.activeElement));
    await alice.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
    assert.ok(await control.evaluate((control) => control === document.activeElement));
  }
  await alice.setViewportSize(WIDE.viewport);
  await panel.waitFor();
});

browserTest("the members are on a page of their own without script", async (w) => {
  await w.join("bob");
  const alice = await w.join("alice", { ...NARROW, javaScriptEnabled: false });
  const room = await makeProject(alice, "Website", "");
  await alice.getByRole("link", { name: "Members" }).click();
  await alice.waitForURL(`${room}/people`);
  await alice.getByLabel("Add members").fill("nobody-here");
  await alice.getByRole("button", { name: "Add" }).click();
  await alice.getByRole("alert").filter({ hasText: "nobody-here" }).waitFor();
  assert.equal(await alice.getByLabel("Add members").inputValue(), "nobody-here");
  await alice.getByLabel("Add members").fill("bob");
  await alice.getByRole("button", { name: "Add" }).click();
  await alice.getByRole("status").filter({ hasText: "bob" }).waitFor();
  assert.deepEqual(await alice.locator(".member-name").allInnerTexts(), ["alice", "bob"]);
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";
  browserTest(`a project is handed on, archived and restored in its settings ${how}`, async (w) => {
    await w.join("bob");
    const alice = await w.join("alice", { ...WIDE, javaScriptEnabled });
    const room = await makeProject(alice, "Website", "bob");
    const act = async (link: string, button: string, done: string) => {
      await alice.goto(`${room}/settings`);
      await alice.getByRole("link", { name: link }).click();
      await alice.getByRole("heading", { name: "Website" }).waitFor();
      await alice.getByRole("button", { name: button, exact: true }).click();
      await alice.getByRole("status").filter({ hasText: done }).waitFor();
    };
    await alice.goto(`${room}/settings`);
    await alice.getByLabel("Project name").fill(" ");
    await alice.getByRole("button", { name: "Save" }).click();
    await alice.getByRole("alert").waitFor();
    await act("Archive the project", "Archive", "Website is archived.");
    await alice.goto(`${room}/settings`);
    assert.equal(await alice.getByLabel("Project name").count(), 0);
    await act("Restore the project", "Restore", "Website is restored.");
    await alice.goto(`${room}/settings`);
    await alice.getByLabel("New owner").selectOption("bob");
    await alice.getByRole("button", { name: "Hand over…" }).click();
    await alice.getByRole("button", { name: "Make bob the owner" }).click();
    await alice.getByRole("status").filter({ hasText: "bob owns Website now." }).waitFor();
    await alice.goto(`${room}/settings`);
    await alice.getByText("Only the owner (bob) can rename").waitFor();
    await alice.getByRole("link", { name: "Leave the project" }).waitFor();
  });

  browserTest(`the theme is chosen in the settings ${how}`, async (w) => {
    const alice = await w.join("alice", { colorScheme: "light", javaScriptEnabled });
    const ground = () => alice.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await alice.goto(`${w.origin}/me`);
    const light = await ground();
    await alice.getByRole("button", { name: "Dark", exact: true }).click();
    await alice.locator('html[data-theme="dark"]').waitFor();
    assert.equal(new URL(alice.url()).pathname, "/me");
    const dark = await ground();
    assert.notEqual(dark, light);
    await alice.goto(w.origin);
    assert.equal(await ground(), dark, "on every page");
    await alice.emulateMedia({ media: "print" });
    assert.equal(await ground(), light, "but on paper");
    await alice.emulateMedia({ media: "screen" });
    await alice.emulateMedia({ colorScheme: "dark" });
    await alice.goto(`${w.origin}/me`);
    await alice.getByRole("button", { name: "Light", exact: true }).click();
    await alice.locator('html[data-theme="light"]').waitFor();
    assert.equal(await ground(), light);
    await alice.getByRole("button", { name: "Like the system" }).click();
    await alice.locator("html:not([data-theme])").waitFor();
    assert.equal(await ground(), dark);
  });
}

browserTest("nothing moves when a page becomes live", async (w) => {
  const { alice, bob, website, kitchen } = await twoProjects(w);
  await say(bob, website, "hello");
  await say(bob, kitchen, "@alice tea?");
  for (const { viewport } of [WIDE, MEDIUM, NARROW]) {
    await alice.setViewportSize(viewport);
    for (const page of [w.origin, website, `${website}/people`, `${website}/settings`]) {
      await alice.goto(page);
      if (page === website) await live(alice, "alice");
      const shifted = await alice.evaluate(() =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              sum += (entry as PerformanceEntry & { value: number }).value;
            }
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 300);
        })
      );
      assert.ok(shifted < 0.01, `${page} at ${viewport.width}: ${shifted}`);
    }
  }
});
