import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "../browser/accessibility.ts";
import { browserTest, field, line, live, makeProject, send, withoutScript } from "./room_page.ts";

const stored = (page: Page) => page.locator(".message:not(.pending)");

/** What a selection of the whole log would copy, with the times replaced. */
const selected = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector(".lines")!);
    const text = getSelection()!.toString().trim();
    return text.replace(/\d\d:\d\d$/gm, "TIME").split("\n");
  });

browserTest("a log is grouped to look at, and whole lines to copy", async (w) => {
  const bob = await w.join("bob");
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "bob");
  await bob.goto(room);
  await live(bob, "bob");
  for (const text of ["one", "two\nlines"]) await send(alice, text);
  await line(bob, "lines").waitFor();
  await send(bob, "three");
  await line(alice, "three").waitFor();
  await send(alice, "four");
  await stored(alice).nth(3).waitFor();
  const messages = ["alice: one - TIME", "alice: two\nlines - TIME", "bob: three - TIME"]
    .concat("alice: four - TIME");
  const expected = ["alice added bob to the project - TIME", ...messages].join("\n").split("\n");
  const plain = await withoutScript(alice);
  await plain.goto(room);
  // Live, rendered by the server, on a page of the log, and without script.
  for (const [page, url] of [[alice, null], [alice, room], [alice, `${room}?before=99`]] as const) {
    if (url !== null) await page.goto(url);
    assert.deepEqual(await selected(page), expected, `${url}`);
    assert.equal(await page.locator(".message .avatar").count(), 3);
    assert.equal(await page.getByRole("separator", { name: "Today" }).count(), 1);
  }
  assert.deepEqual(
    (await stored(plain).allTextContents()).map((text) => text.replace(/\d\d:\d\d$/, "TIME")),
    messages,
  );
  assert.equal(await plain.locator(".message .avatar").count(), 3);
  // As it is really copied.
  await alice.goto(room);
  await live(alice, "alice");
  await alice.getByRole("log").focus();
  await selected(alice);
  await alice.keyboard.press("ControlOrMeta+c");
  await field(alice).press("ControlOrMeta+v");
  const pasted = (await field(alice).inputValue()).trim().replace(/\d\d:\d\d$/gm, "TIME");
  assert.deepEqual(pasted.split("\n"), expected);
});

browserTest("a message's time is short, and precise in its title", async (w) => {
  const alice = await w.join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  for (const text of ["one", "two"]) await send(alice, text);
  await stored(alice).nth(1).waitFor();
  const [first, second] = [stored(alice).nth(0), stored(alice).nth(1)];
  for (const message of [first, second]) {
    const at = message.locator(".at");
    assert.match((await at.getAttribute("data-time"))!, /^\d\d:\d\d$/);
    assert.match((await at.getAttribute("title"))!, /^[A-Z]\w+, \d+ \w+ \d{4} at \d\d:\d\d:\d\d$/);
  }
  const opacity = () => second.locator(".at").evaluate((at) => getComputedStyle(at).opacity);
  await field(alice).hover();
  assert.equal(await opacity(), "0");
  await second.hover();
  assert.equal(await opacity(), "1");
  await field(alice).hover();
  await second.locator(".message-menu").focus();
  assert.equal(await opacity(), "1");
});

browserTest("a message's toolbar copies for every member, and moves no line", async (w) => {
  const bob = await w.join("bob", { bypassCSP: true });
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "bob");
  await bob.goto(room);
  await live(bob, "bob");
  await bob.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => bob.evaluate(() => navigator.clipboard.readText());
  for (const text of ["first", "  if (a)\n    b();"]) await send(alice, text);
  await send(bob, "mine");
  await stored(bob).nth(2).waitFor();
  // Until then, lines may still move below the pointer.
  await bob.locator(".pending").waitFor({ state: "detached" });
  const places = () =>
    stored(bob).evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().top));
  const before = await places();
  const tools = bob.getByRole("toolbar");
  await stored(bob).nth(1).hover();
  await tools.waitFor();
  assert.deepEqual(
    await tools.getByRole("button").evaluateAll((tools) =>
      tools.map((tool) => tool.getAttribute("title"))
    ),
    ["Copy the link", "Copy the text", "Make a task"],
  );
  await assertAccessible(bob, "a message's toolbar");
  await tools.getByRole("button", { name: "Copy the text" }).click();
  await bob.getByRole("status").filter({ hasText: "Copied." }).waitFor();
  assert.equal(await copied(), "  if (a)\n    b();");
  await tools.getByRole("button", { name: "Copy the link" }).click();
  await bob.waitForFunction(async () => (await navigator.clipboard.readText()).includes("?at=3"));
  assert.equal(await copied(), `${room}?at=3#message-3`);
  assert.deepEqual(await places(), before);
  await stored(bob).nth(2).hover();
  await tools.getByRole("button", { name: "Edit" }).waitFor();
  assert.equal(await tools.count(), 1);
  await field(bob).hover();
  await tools.waitFor({ state: "detached" });
  assert.deepEqual(await places(), before);
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("a long press shows a message's toolbar as a sheet", async (w) => {
  const alice = await w.join("alice", {
    viewport: { width: 360, height: 720 },
    hasTouch: true,
    isMobile: true,
  });
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await field(alice).fill("hello");
  await alice.getByRole("button", { name: "Send" }).tap();
  await stored(alice).waitFor();
  const { x, y } = (await stored(alice).locator(".text").boundingBox())!;
  const devtools = await alice.context().newCDPSession(alice);
  const touch = (type: "touchStart" | "touchEnd") =>
    devtools.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchStart" ? [{ x: x + 5, y: y + 5 }] : [],
    });
  const tools = alice.getByRole("toolbar");
  await touch("touchStart");
  await touch("touchEnd");
  assert.equal(await tools.count(), 0, "a tap");
  await touch("touchStart");
  await tools.waitFor();
  await touch("touchEnd");
  for (const tool of await tools.getByRole("button").all()) {
    assert.ok((await tool.boundingBox())!.height >= 44);
  }
  const sheet = (await tools.boundingBox())!;
  assert.deepEqual([sheet.x, sheet.width, sheet.y + sheet.height], [0, 360, 720]);
  await alice.locator("h1").tap();
  await tools.waitFor({ state: "detached" });
});

browserTest("a long message folds until all of it is asked for", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  // Enough that the log can be scrolled.
  for (let at = 1; at <= 8; at++) await send(alice, `before ${at}`);
  await send(alice, Array.from({ length: 60 }, (_, at) => `row ${at}`).join("\n"));
  const message = alice.locator("#message-9");
  await message.waitFor();
  const height = () => message.evaluate((line) => line.clientHeight);
  const all = alice.getByRole("link", { name: "Show all" });
  await all.waitFor();
  const folded = await height();
  assert.ok(folded < 520, `${folded} px`);
  const copied = await selected(alice);
  assert.equal(copied.length, 68, "all of it is copied, and not the link");
  const top = () => message.evaluate((line) => line.getBoundingClientRect().top);
  // The focus may scroll the whole of the link into view.
  await all.focus();
  const before = await top();
  await all.press("Enter");
  await all.waitFor({ state: "detached" });
  await alice.getByRole("button", { name: "To the newest" }).waitFor();
  assert.ok(await height() > 60 * 20);
  assert.ok(Math.abs(await top() - before) <= 1, `it moved from ${before} to ${await top()}`);
  assert.ok(await message.evaluate((line) => line.contains(document.activeElement)));
  await alice.goto(`${room}?at=9#message-9`);
  await live(alice, "alice");
  assert.equal(await all.count(), 0);
  assert.ok(await height() > 60 * 20, "what was found is shown whole");
  const plain = await withoutScript(alice);
  await plain.goto(room);
  const shown = await plain.locator("#message-9").evaluate((line) => line.clientHeight);
  assert.ok(shown > 60 * 20, "without script nothing is folded");
});
