import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { assertAccessible } from "../browser/accessibility.ts";
import { LineClient } from "../line_client.ts";
import { browserTest, field, line, live, makeProject, send, withoutScript } from "./room_page.ts";

const chip = (page: Page): Locator => page.locator(".task-chip");

const named = (page: Page, name: string): Locator => page.getByRole("link", { name, exact: true });

/** What a selection of the whole log would copy, but for the times. */
const selected = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector(".lines")!);
    return getSelection()!.toString().trim().replace(/ - \d\d:\d\d$/gm, "").split("\n");
  });

/** The paths of the scripts that a page has loaded since it was opened. */
const scripts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => name)
      .filter((name) => name.endsWith(".js"))
  );

browserTest("a task made of a message in one window shows in every one, live", async (w) => {
  const bob = await w.join("bob");
  const alice = await w.join("alice", { viewport: { width: 1280, height: 800 } });
  const room = await makeProject(alice, "Website", "bob");
  await bob.goto(room);
  await live(bob, "bob");
  await live(alice, "alice");
  await send(alice, "Write the report");
  await line(bob, "Write the report").waitFor();
  const before = await scripts(bob);

  // By keyboard, of a message of somebody else, and the focus stays where it is.
  const client = await LineClient.connect(w.serverPort);
  const { token } = await client.ok("login bob matkhau-123");
  const message = await client.chat(token, 1, "Call the printer");
  await line(alice, "Call the printer").waitFor();
  await alice.locator(".message-menu").last().focus();
  await alice.keyboard.press("Enter");
  const make = alice.getByRole("button", { name: "Make a task" });
  await make.waitFor();
  for (let presses = 0; presses < 2; presses++) await alice.keyboard.press("ArrowRight");
  assert.ok(await make.evaluate((button) => button === document.activeElement));
  await alice.keyboard.press("Enter");
  for (const page of [alice, bob]) await named(page, "Task: Call the printer, To do").waitFor();
  const open = alice.getByRole("button", { name: "Open its task" });
  await open.waitFor();
  assert.ok(await open.evaluate((button) => button === document.activeElement));
  assert.ok((await scripts(bob)).length > before.length, "loaded for the first task");

  // Another session changes it; the title shows once it isn't what the message begins with.
  const { task: { id } } = await client.ok(`promote ${token} ${message.id}`);
  await client.ok(`set_task ${token} ${id} doing`);
  await client.ok(`assign ${token} ${id} alice`);
  await client.ok(`due ${token} ${id} 2001-02-03`);
  for (const page of [alice, bob]) {
    const name = "Task: Call the printer, Doing, assigned to alice, overdue since 3/2/2001";
    await named(page, name).waitFor();
    assert.equal(await page.locator(".chip-title").count(), 0);
  }
  await client.ok(`rename_task ${token} ${id} Ask for prices`);
  for (const page of [alice, bob]) {
    await page.locator(".chip-title").filter({ hasText: "Ask for prices" }).waitFor();
  }
  assert.ok(await chip(alice).evaluate((chip) => chip.closest("[aria-live]")?.ariaLive === "off"));
  await assertAccessible(alice, "a room with a task");

  // Away and back, from the server and live.
  await client.ok(`delete_task ${token} ${id}`);
  for (const page of [alice, bob]) await chip(page).waitFor({ state: "detached" });
  await client.ok(`restore_task ${token} ${id}`);
  await client.ok(`due ${token} ${id} -`);
  const now = "Task: Ask for prices, Doing, assigned to alice";
  for (const page of [alice, bob]) await named(page, now).waitFor();
  await open.click();
  await alice.waitForURL(`${room}/board?task=${id}`);
  await client.close();
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("chips stand in the page from the start, and aren't copied", async (w) => {
  const alice = await w.join("alice", { viewport: { width: 1280, height: 800 } });
  const room = await makeProject(alice, "Website", "");
  const client = await LineClient.connect(w.serverPort);
  const { token } = await client.ok("login alice matkhau-123");
  for (const text of ["one", "two", "three"]) await client.chat(token, 1, text);
  const { task } = await client.ok(`promote ${token} 1`);
  await client.ok(`set_task ${token} ${task.id} done`);
  const name = "Task: one, Done";
  const copied = ["alice: one", "alice: two", "alice: three", "alice added the task one"]
    .concat("alice finished the task one");
  await alice.addInitScript(() => {
    const moved: string[] = (window as unknown as { moved: string[] }).moved = [];
    type Shift = PerformanceEntry & { sources: { node: Node | null }[] };
    new PerformanceObserver((list) => {
      for (const { node } of (list.getEntries() as Shift[]).flatMap(({ sources }) => sources)) {
        const element = node instanceof Element ? node : node?.parentElement;
        if (element?.closest(".log")) moved.push(element.outerHTML.slice(0, 80));
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await alice.goto(room);
  await live(alice, "alice");
  await named(alice, name).waitFor();
  assert.deepEqual(await selected(alice), copied);
  assert.deepEqual(
    await alice.evaluate(() => (window as unknown as { moved: string[] }).moved),
    [],
    "nothing of the log moves when it comes to life",
  );
  await client.ok(`set_task ${token} ${task.id} doing`);
  await named(alice, "Task: one, Doing").waitFor();
  // What changes while the connection is lost shows when it is back.
  await w.stopServer();
  await alice.locator(".banner").waitFor();
  await client.close();
  await w.startServer();
  const again = await LineClient.connect(w.serverPort);
  await again.ok(`set_task ${token} ${task.id} done`);
  await named(alice, name).waitFor();
  await again.close();

  // The chat beside the board isn't drawn by the server.
  await alice.setViewportSize({ width: 1500, height: 800 });
  await alice.goto(`${room}/board`);
  await named(alice, name).waitFor();

  const plain = await withoutScript(alice);
  for (const page of [room, `${room}?before=4`, `${room}/messages/1`]) {
    await plain.goto(page);
    await named(plain, name).waitFor();
  }
  await plain.goto(room);
  await plain.locator("#message-2 .message-menu").click();
  await plain.getByRole("button", { name: "Make a task" }).click();
  await plain.waitForURL(`${room}?at=2#message-2`);
  await named(plain, "Task: two, To do").waitFor();
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("a page of older messages that is loaded later has its chips", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  const client = await LineClient.connect(w.serverPort);
  const { token } = await client.ok("login alice matkhau-123");
  await client.chat(token, 1, "the first");
  await client.ok(`promote ${token} 1`);
  await client.close();
  await w.stopServer();
  await w.fill(["alice"], Array.from({ length: 150 }, (_, at) => `text ${at}`));
  await w.startServer();
  await alice.goto(room);
  await live(alice, "alice");
  assert.equal(await chip(alice).count(), 0);
  await alice.locator(".log").evaluate((log) => log.scrollTop = 0);
  await named(alice, "Task: the first, To do").waitFor();
});

browserTest("the sheet of a touch screen makes a task, and says why it can't", async (w) => {
  const alice = await w.join("alice", {
    viewport: { width: 360, height: 720 },
    hasTouch: true,
    isMobile: true,
  });
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await field(alice).fill("hello");
  await alice.getByRole("button", { name: "Send" }).tap();
  const text = alice.locator(".message:not(.pending) .text");
  await text.waitFor();
  const devtools = await alice.context().newCDPSession(alice);
  const { x, y } = (await text.boundingBox())!;
  await devtools.send("Input.dispatchTouchEvent", {
    type: "touchStart",
    touchPoints: [{ x: x + 5, y: y + 5 }],
  });
  const tools = alice.getByRole("toolbar");
  await tools.waitFor();
  await devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await w.stopServer();
  await alice.locator(".banner").waitFor();
  await tools.getByRole("button", { name: "Make a task" }).tap();
  const problem = tools.getByRole("alert");
  await problem.filter({ hasText: "server" }).waitFor();
  await w.startServer();
  await alice.locator(".banner").waitFor({ state: "detached" });
  await tools.getByRole("button", { name: "Make a task" }).tap();
  await tools.getByRole("button", { name: "Open its task" }).waitFor();
  assert.equal(await problem.count(), 0);
  await named(alice, "Task: hello, To do").waitFor();
  await alice.locator("h1").tap();
  await tools.waitFor({ state: "detached" });
  // A finger has 44 px: the chip's frame is smaller, what it reaches isn't.
  const reach = await chip(alice).evaluate((chip) => {
    const { left, top, bottom } = chip.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    return [-21.5, 21.5].every((from) =>
      document.elementFromPoint(left + 10, middle + from) === chip
    );
  });
  assert.ok(reach);
});
