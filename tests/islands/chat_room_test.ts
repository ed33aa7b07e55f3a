import assert from "node:assert/strict";
import { browserTest, field, line, live, makeProject, send } from "./room_page.ts";

browserTest("ChatRoom shows what one person sends at once to the other", async (windows) => {
  const bob = await windows.join("bob", { viewport: { width: 360, height: 640 } });
  const alice = await windows.join("alice", { viewport: { width: 1280, height: 800 } });
  const room = await makeProject(alice, "Website", "bob");
  await live(alice, "alice");
  await bob.goto(room);
  await live(alice, "bob");
  await send(alice, "chào bob <b>!</b>");
  const received = line(bob, "chào bob");
  await received.waitFor();
  assert.match(await received.innerText(), /^alice: chào bob <b>!<\/b> - \d\d:\d\d$/);
  await send(bob, "chào alice");
  await line(alice, "chào alice").waitFor();
  await bob.goto(`${windows.origin}/`);
  await alice.locator(".member-list .online", { hasText: "bob" }).waitFor({ state: "detached" });
  assert.equal(await line(alice, "room").count(), 0, "nobody is told of who comes and goes");
  assert.equal(await line(alice, "chào").count(), 2, "nothing is shown twice");
  assert.deepEqual(windows.scriptErrors, []);
});

browserTest("ChatRoom keeps the order of what is written fast", async (windows) => {
  const alice = await windows.join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  const texts = Array.from({ length: 12 }, (_, number) => `line ${number}.`);
  for (const text of texts) await send(alice, text);
  await alice.waitForFunction(() =>
    document.querySelectorAll(".message:not(.pending)").length === 12
  );
  assert.deepEqual(await alice.locator(".message .text").allInnerTexts(), texts);
  await alice.reload();
  assert.deepEqual(await alice.locator(".message .text").allInnerTexts(), texts);
});

browserTest("ChatRoom sends on Enter, but not while a word is being composed", async (windows) => {
  const alice = await windows.join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await field(alice).fill("tiếng Việ");
  await field(alice).dispatchEvent("keydown", { key: "Enter", isComposing: true });
  await field(alice).pressSequentially("t");
  await field(alice).press("Shift+Enter");
  await field(alice).pressSequentially("hai");
  await field(alice).press("Enter");
  await line(alice, "tiếng Việt").waitFor();
  assert.equal(await alice.locator(".message .text").innerText(), "tiếng Việt\nhai");
  assert.equal(await field(alice).inputValue(), "");
});

browserTest(
  "ChatRoom sends and shows code with the indentation of its first line",
  async (windows) => {
    const alice = await windows.join("alice");
    const room = await makeProject(alice, "Website", "");
    await live(alice, "alice");
    const posted: (string | null)[] = [];
    // Answers with what was posted, whatever the server makes of it.
    await alice.route((url) => url.pathname === new URL(room).pathname, async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      const text = new URLSearchParams(route.request().postData()!).get("message");
      const [timestamp, id] = [new Date().toISOString(), 1_000 + posted.push(text)];
      const message = { id, project_id: 1, user: "alice", message: text, timestamp };
      await route.fulfill({ json: { message } });
    });
    const code = "    if (a) {\n      b();\n    }";
    await field(alice).fill(`\n  \n${code}  \n\n`);
    await field(alice).press("Enter");
    const text = alice.locator(".message:not(.pending) .text");
    await text.waitFor();
    const copied = await text.evaluate((text) => {
      getSelection()!.selectAllChildren(text);
      return getSelection()!.toString();
    });
    assert.deepEqual([posted, copied, await text.innerText()], [[code], code, code]);
    await field(alice).press("ArrowUp");
    const editor = alice.getByLabel("Text of the message");
    assert.equal(await editor.inputValue(), code);
    await editor.fill(`\n${code}\n`);
    await editor.press("Enter");
    await editor.waitFor({ state: "detached" });
    assert.equal(posted.length, 1, "nothing was changed");
    await send(alice, "   one line   ");
    await text.nth(1).waitFor();
    assert.equal(posted[1], "one line");
  },
);

browserTest("ChatRoom gives a refused message back with the reason", async (windows) => {
  const alice = await windows.join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  const long = "x".repeat(16_001);
  await send(alice, long);
  const problem = alice.getByRole("alert");
  await problem.waitFor();
  assert.match(await problem.innerText(), /longer than 16,000 characters/);
  assert.equal(await field(alice).inputValue(), long);
  assert.equal(await alice.locator(".message").count(), 0);
});

browserTest("ChatRoom does not move who reads further up", async (windows) => {
  const bob = await windows.join("bob");
  const alice = await windows.join("alice");
  const room = await makeProject(alice, "Website", "bob");
  await bob.goto(room);
  await live(bob, "bob");
  for (let at = 0; at < 3; at++) await send(alice, "tall\n".repeat(20) + `end ${at}`);
  await line(bob, "end 2").waitFor();
  const log = bob.getByRole("log");
  const fromEnd = () =>
    log.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight);
  assert.ok(await fromEnd() < 2, "the log follows a reader who is at its end");
  await log.evaluate((element) => {
    const scrolled = new Promise((resolve) => element.onscroll = resolve);
    element.scrollTop = 0;
    return scrolled.then(() => undefined);
  });
  await send(alice, "news");
  await bob.getByRole("button", { name: "New messages: 1" }).click();
  assert.ok(await fromEnd() < 2);
  await bob.locator(".new-messages").waitFor({ state: "detached" });
});

browserTest("ChatRoom outlives a lost server, and so does what was written", async (windows) => {
  const alice = await windows.join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await windows.stopServer();
  await alice.getByText("The connection to the server is lost").waitFor();
  await send(alice, "written meanwhile");
  await alice.locator(".pending").filter({ hasText: "written meanwhile" }).waitFor();
  await field(alice).fill("half a sen");
  await windows.startServer();
  await alice.waitForFunction(() => document.querySelector(".banner, .pending") === null);
  assert.equal(await line(alice, "written meanwhile").count(), 1);
  assert.equal(await field(alice).inputValue(), "half a sen");
});

browserTest("ChatRoom adds members without leaving the page", async (windows) => {
  await windows.join("bob");
  const alice = await windows.join("alice", { viewport: { width: 1280, height: 800 } });
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await field(alice).fill("still here");
  const names = alice.getByLabel("Add members");
  await names.fill("bob, nobody");
  await names.press("Enter");
  await alice.getByText("There is no such username: nobody.").waitFor();
  assert.equal(await names.inputValue(), "bob, nobody");
  await names.fill("bob");
  await names.press("Enter");
  await alice.getByText("Added: bob.").waitFor();
  await alice.locator(".member-list li").filter({ hasText: "bob" }).waitFor();
  assert.equal(await names.inputValue(), "");
  assert.equal(await field(alice).inputValue(), "still here");
});

browserTest("ChatRoom says so when the session ends elsewhere", async (windows) => {
  const alice = await windows.join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  const other = await alice.context().newPage();
  await other.goto(`${windows.origin}/`);
  await other.getByRole("button", { name: "Log out" }).click();
  await other.waitForURL(/\/login/);
  await alice.getByText("Your session has ended").waitFor();
  assert.equal(await alice.getByRole("button", { name: "Send" }).isDisabled(), true);
});

browserTest(
  "ChatRoom stays usable when a browser has more tabs than connections",
  async (windows) => {
    const alice = await windows.join("alice");
    // Tabs share one connection unless the browser has no way to.
    await alice.context().addInitScript(() => {
      Reflect.deleteProperty(globalThis, "SharedWorker");
      Object.defineProperty(navigator, "locks", { value: undefined });
    });
    await alice.reload();
    const room = await makeProject(alice, "Website", "");
    const tabs = [alice];
    while (tabs.length < 8) {
      const tab = await alice.context().newPage();
      await tab.goto(room);
      await live(tab, "alice");
      tabs.push(tab);
    }
    const paused = alice.getByText("this one is paused");
    await paused.waitFor();
    await send(tabs[7], "from the eighth tab");
    await line(tabs[6], "from the eighth tab").waitFor();
    assert.equal(await line(alice, "from the eighth tab").count(), 0);
    await alice.getByRole("log").click({ position: { x: 5, y: 5 } });
    await line(alice, "from the eighth tab").waitFor();
    await paused.waitFor({ state: "detached" });
    await send(alice, "from the first tab");
    await line(tabs[7], "from the first tab").waitFor();
  },
);
