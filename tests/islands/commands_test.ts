import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { Task } from "../../lib/model/task.ts";
import { assertAccessible } from "../browser/accessibility.ts";
import type { ChatWindows } from "./chat_windows.ts";
import { browserTest, field, line, live, makeProject, send, texts } from "./room_page.ts";

/** A Friday. */
const NOW = new Date(2026, 10, 27, 9, 30);

const preview = (page: Page): Locator => page.locator(".command-line");
const outcome = (page: Page): Locator => page.locator(".command-outcome");
const help = (page: Page): Locator => page.getByRole("region", { name: "Commands" });

async function aliceInRoom(w: ChatWindows): Promise<{ alice: Page; room: string }> {
  const alice = await w.join("alice", { bypassCSP: true, reducedMotion: "reduce" });
  await w.join("bob");
  const room = await makeProject(alice, "Website", "bob");
  await live(alice, "alice");
  return { alice, room };
}

async function tasks(page: Page, room: string): Promise<Partial<Task>[]> {
  const headers = { accept: "application/json" };
  const list = await (await page.request.get(`${room}/tasks`, { headers })).json();
  return list.tasks.map(({ title, assignee, due }: Task) => ({ title, assignee, due }));
}

const emptied = (page: Page) =>
  page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>("#message")!.value === "");

browserTest("a task is previewed while its command is typed, and made by Enter", async (w) => {
  const { alice, room } = await aliceInRoom(w);
  await alice.clock.setFixedTime(NOW);
  await field(alice).pressSequentially("/ta");
  const option = alice.getByRole("option", { name: "/task" });
  await option.waitFor();
  await field(alice).press("Tab");
  assert.equal(await field(alice).inputValue(), "/task ");
  await preview(alice).filter({ hasText: "Write what is to be done." }).waitFor();
  await field(alice).pressSequentially("@bo");
  await preview(alice).filter({ hasText: "bo is not a member of this project. Do you mean bob?" })
    .waitFor();
  await alice.getByRole("option", { name: "bob" }).waitFor();
  await field(alice).press("Enter");
  await field(alice).pressSequentially("Viết báo cáo thứ ba");
  await preview(alice).filter({ hasText: /Viết báo cáo.*for bob.*due Tuesday, 1\/12/ }).waitFor();
  await assertAccessible(alice, "a command with its preview");
  await field(alice).press("Enter");
  await outcome(alice).filter({ hasText: /Created the task Viết báo cáo.*for bob.*1\/12/ })
    .waitFor();
  assert.equal(await field(alice).inputValue(), "");
  const link = outcome(alice).getByRole("link", { name: "Open on the board" });
  assert.match((await link.getAttribute("href"))!, /^\/projects\/1\/board\?task=\d+$/);
  await assertAccessible(alice, "what a command has done");
  const made = { title: "Viết báo cáo", assignee: "bob", due: "2026-12-01" };
  assert.deepEqual(await tasks(alice, room), [made]);
  assert.deepEqual(await texts(alice), []);
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("what can't be done is said, and the text stays, also over a reload", async (w) => {
  const { alice, room } = await aliceInRoom(w);
  await send(alice, "/viec @carol Gọi khách");
  await outcome(alice).filter({ hasText: "carol is not a member of this project." }).waitFor();
  assert.equal(await field(alice).inputValue(), "/viec @carol Gọi khách");
  await alice.route(/\/tasks\?/, (route) =>
    route.fulfill({
      status: 403,
      json: { error: { code: "not_a_member", text: "No member of this project." } },
    }));
  await send(alice, "/viec @bob Gọi khách");
  await outcome(alice).filter({ hasText: "No member of this project." }).waitFor();
  await assertAccessible(alice, "a command that was refused");
  await alice.reload();
  await live(alice, "alice");
  await alice.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>("#message")!.value === "/viec @bob Gọi khách"
  );
  assert.deepEqual(await tasks(alice, room), []);
  await alice.unroute(/\/tasks\?/);
  await field(alice).press("Enter");
  await emptied(alice);
  assert.deepEqual(await tasks(alice, room), [
    { title: "Gọi khách", assignee: "bob", due: null },
  ]);
  assert.deepEqual(await texts(alice), []);
});

browserTest("a task whose making has an unknown outcome is made once", async (w) => {
  const { alice, room } = await aliceInRoom(w);
  await alice.clock.install();
  const asking = outcome(alice).filter({ hasText: "isn't clear yet" });
  // The server gets it, but the answer is lost.
  await alice.route(/\/tasks\?/, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await send(alice, "/task Gọi khách mai");
  await asking.waitFor();
  assert.equal((await tasks(alice, room)).length, 1);
  // The outcome is as unknown after a reload.
  await alice.reload();
  await live(alice, "alice");
  await alice.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>("#message")!.value !== ""
  );
  await field(alice).press("Enter");
  await asking.waitFor();
  await alice.unroute(/\/tasks\?/);
  await alice.clock.fastForward(1_000);
  await emptied(alice);
  await outcome(alice).filter({ hasText: "Created the task" }).waitFor();
  assert.equal((await tasks(alice, room)).length, 1);
  // The next one is another task, whatever it is called.
  await send(alice, "/task Gọi khách mai");
  await emptied(alice);
  assert.equal((await tasks(alice, room)).length, 2);
});

browserTest("help is shown in place, and what is no command is sent as ever", async (w) => {
  const { alice } = await aliceInRoom(w);
  await send(alice, "/help");
  await help(alice).waitFor();
  await assertAccessible(alice, "the list of commands");
  assert.equal(await field(alice).inputValue(), "");
  assert.ok(await field(alice).evaluate((field) => field === document.activeElement));
  await field(alice).press("Escape");
  await help(alice).waitFor({ state: "detached" });
  await send(alice, "/trợ giúp");
  await help(alice).getByRole("button", { name: "Close" }).click();
  await help(alice).waitFor({ state: "detached" });
  assert.ok(await field(alice).evaluate((field) => field === document.activeElement));
  for (const text of ["/etc/passwd", "/ tính sau", "//task a", " /task b", "c /task"]) {
    await send(alice, text);
    await line(alice, text.trim()).waitFor();
  }
  await alice.locator(".pending").first().waitFor({ state: "detached" });
  assert.deepEqual(await texts(alice), [
    "/etc/passwd",
    "/ tính sau",
    "//task a",
    "/task b",
    "c /task",
  ]);
});

browserTest("a command is not sent as a message while its code is missing", async (w) => {
  const { alice, room } = await aliceInRoom(w);
  await alice.route("**/_fresh/js/**", (route) => route.abort());
  await send(alice, "/task Gọi khách");
  await alice.getByRole("alert").waitFor();
  assert.equal(await field(alice).inputValue(), "/task Gọi khách");
  await alice.unroute("**/_fresh/js/**");
  // Only what sends messages is loaded now.
  await field(alice).fill("Chào cả nhà");
  await alice.locator(".completion").waitFor({ state: "detached" });
  await field(alice).press("Enter");
  await line(alice, "Chào cả nhà").waitFor();
  await alice.route("**/_fresh/js/**", (route) => route.abort());
  await send(alice, "/task Gọi khách");
  await alice.getByRole("alert").filter({ hasText: "could not be loaded" }).waitFor();
  assert.deepEqual(await tasks(alice, room), []);
  await alice.unroute("**/_fresh/js/**");
  await field(alice).press("Enter");
  await emptied(alice);
  assert.equal((await tasks(alice, room)).length, 1);
  assert.deepEqual(await texts(alice), ["Chào cả nhà"]);
});

browserTest(
  "commands need what sends: Ctrl+Enter by choice, the button, no input method",
  async (w) => {
    const { alice, room } = await aliceInRoom(w);
    await alice.evaluate(() => localStorage.setItem("chung enter", "new_line"));
    await field(alice).pressSequentially("/task one");
    await field(alice).press("Enter");
    assert.equal(await field(alice).inputValue(), "/task one\n");
    assert.deepEqual(await tasks(alice, room), []);
    await field(alice).press("Control+Enter");
    await emptied(alice);
    await field(alice).pressSequentially("/task two");
    await alice.getByRole("button", { name: "Send" }).click();
    await emptied(alice);
    await alice.evaluate(() => localStorage.removeItem("chung enter"));
    const devtools = await alice.context().newCDPSession(alice);
    await field(alice).pressSequentially("/task ");
    await devtools.send("Input.imeSetComposition", {
      text: "vieetj",
      selectionStart: 6,
      selectionEnd: 6,
    });
    const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 };
    await devtools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
    await devtools.send("Input.insertText", { text: "việt" });
    assert.equal(await field(alice).inputValue(), "/task việt");
    await field(alice).press("Enter");
    await emptied(alice);
    const made = (await tasks(alice, room)).map(({ title }) => title);
    assert.deepEqual(made, ["one", "two", "việt"]);
  },
);
