import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, line, live, makeProject, send } from "../islands/room_page.ts";

/** The controls that Tab leads to, in this order; others may stand between them. */
const ORDER = [
  "Skip to content",
  "Chung",
  "New project",
  "Website",
  "Settings",
  "Log out",
  "Search the messages of this project",
  "Members",
  "Messages",
  "Edit or delete this message",
  "Your message",
  "Send",
  "Project settings",
  "Close the members",
  "Manage bob",
  "Add members",
  "Add",
];

/** The names of what Tab leads to, from the top of the page to its end, after which the focus is outside of it. */
async function tabStops(page: Page): Promise<string[]> {
  let names: string[] = [];
  for (let ends = 0; ends < 2;) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const focused = document.activeElement as HTMLInputElement;
      if (focused === document.body) return null;
      const label = focused.labels?.[0]?.innerText;
      return focused.ariaLabel ?? label ?? focused.textContent!.trim();
    });
    if (name !== null) names.push(name);
    else if (ends++ === 0) names = [];
    assert.ok(names.length < 100, "Tab comes to an end");
  }
  return names;
}

browserTest("Tab leads through a room as it is read", async ({ join }) => {
  await join("bob");
  const alice = await join("alice", { viewport: { width: 1280, height: 800 } });
  const room = await makeProject(alice, "Website", "bob");
  await live(alice, "alice");
  for (const text of ["one", "two"]) await send(alice, text);
  await line(alice, "two").locator(".message-menu").waitFor();
  await alice.goto(room);
  await live(alice, "alice");
  await alice.locator('a[role="button"][aria-expanded]').waitFor();
  const stops = await tabStops(alice);
  assert.deepEqual(stops.filter((name) => ORDER.includes(name)), ORDER);
});

/** Collects what a screen reader announces from now on: what is added or changed in the log while it is live. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const log = document.querySelector('[role="log"]')!;
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver((records) => {
      for (const { target, type, addedNodes } of records) {
        const place = target instanceof Element ? target : target.parentElement!;
        if (place.closest("[aria-live]")?.getAttribute("aria-live") !== "polite") continue;
        for (const node of type === "childList" ? addedNodes : [target]) {
          const silent = node instanceof Element && node.matches('[aria-live="off"]');
          if (node.isConnected && !silent && node.textContent!.trim() !== "") {
            heard.push(node.textContent!.replace(/\d\d:\d\d$/, "TIME"));
          }
        }
      }
    }).observe(log, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, "heard"));
}

browserTest("a message is announced once, and what was there before never", async (w) => {
  const bob = await w.join("bob");
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "bob");
  await w.stopServer();
  await w.fill(["alice"], Array.from({ length: 1_500 }, (_, at) => `old ${at}`));
  await w.startServer();
  for (const [page, name] of [[alice, "alice"], [bob, "bob"]] as const) {
    await page.goto(room);
    await live(page, name);
  }
  const log = alice.getByRole("log");
  // Bob has them all to read, and goes to the end.
  await bob.getByRole("button", { name: /New messages/ }).click();
  await line(bob, "old 1499").waitFor();
  const heard = await listen(alice);
  await send(bob, "first");
  await send(bob, "second");
  await line(alice, "second").waitFor();
  await send(alice, "mine");
  await alice.locator(".message:not(.pending)").filter({ hasText: "mine" }).waitFor();
  await bob.hover(".message >> nth=-1");
  const expected = ["bob: first - TIME", "bob: second - TIME", "alice: mine - TIME"];
  assert.deepEqual(await heard(), expected);

  assert.equal(await log.getAttribute("aria-live"), "polite");
  const before = await alice.locator(".message").first().getAttribute("id");
  await log.evaluate((log) => log.scrollTop = 0);
  await alice.locator('[role="log"][aria-live="off"]').waitFor();
  await alice.waitForFunction(
    (before) => document.querySelector(".message")!.id !== before,
    before,
  );
  assert.deepEqual(await heard(), expected, "older messages come silently");
});

browserTest("a message is edited where its text stood", async ({ join }) => {
  const alice = await join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  for (const text of ["with a name above", "below it"]) {
    await send(alice, text);
    const message = line(alice, text);
    await message.locator(".message-menu").waitFor();
    const id = await message.getAttribute("id");
    const below = (place: string) =>
      alice.locator(`#${id}`).evaluate((message, place) => {
        const { top } = message.querySelector(place)!.getBoundingClientRect();
        return top - message.getBoundingClientRect().top;
      }, place);
    const before = await below(".text");
    await alice.getByLabel("Your message").press("ArrowUp");
    await alice.getByLabel("Text of the message").waitFor();
    const after = await below(".edit-form");
    assert.ok(Math.abs(after - before) < 4, `“${text}”: ${before} px, then ${after} px`);
    await alice.keyboard.press("Escape");
    await alice.locator(".edit-form").waitFor({ state: "detached" });
  }
});
