import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "../browser/accessibility.ts";
import { browserTest, line, live, makeProject, send } from "./room_page.ts";

const WIDE = { viewport: { width: 1280, height: 800 }, bypassCSP: true };

const greeting = (page: Page) => page.getByRole("region", { name: "Your new project is ready" });

const top = async (page: Page, selector: string) =>
  (await page.locator(selector).first().boundingBox())!.y;

browserTest(
  "a new project greets its owner until somebody writes, and nothing moves",
  async (w) => {
    const bob = await w.join("bob");
    const alice = await w.join("alice", WIDE);
    const room = await makeProject(alice, "Website", "bob");
    await live(alice, "alice");
    await greeting(alice).waitFor();
    await bob.goto(room);
    await live(bob, "bob");
    await bob.getByText("No messages yet").waitFor();
    assert.equal(await greeting(bob).count(), 0);
    await alice.evaluate(() => {
      const moved: number[] = (globalThis as unknown as { moved: number[] }).moved = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          moved.push((entry as PerformanceEntry & { value: number }).value);
        }
      }).observe({ type: "layout-shift" });
    });
    const before = await top(alice, ".composer");
    await send(bob, "hello");
    await line(alice, "hello").waitFor();
    await greeting(alice).waitFor({ state: "detached" });
    assert.equal(await top(alice, ".composer"), before);
    const moved = await alice.evaluate(() =>
      new Promise<number>((resolve) =>
        // After the next frame, whose shifts are told by then.
        requestAnimationFrame(() =>
          setTimeout(() =>
            resolve(
              (globalThis as unknown as { moved: number[] }).moved.reduce((a, b) => a + b, 0),
            )
          )
        )
      )
    );
    assert.ok(moved < 0.01, `${moved}`);
    await alice.reload();
    await live(alice, "alice");
    assert.equal(await greeting(alice).count(), 0);
  },
);

browserTest("the greeting goes with one's own first message, before it is stored", async (w) => {
  const alice = await w.join("alice", WIDE);
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await greeting(alice).getByRole("link", { name: "Write the first message" }).click();
  await alice.locator("#message:focus").waitFor();
  await w.stopServer();
  await send(alice, "hello");
  await line(alice, "hello").waitFor();
  assert.equal(await greeting(alice).count(), 0);
});

browserTest("nobody copies the greeting with the log", async (w) => {
  const bob = await w.join("bob");
  const alice = await w.join("alice", WIDE);
  await makeProject(alice, "Website", "bob");
  await live(alice, "alice");
  await greeting(alice).waitFor();
  const copied = await alice.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector(".log")!);
    return String(getSelection());
  });
  assert.match(copied, /alice added bob/);
  assert.doesNotMatch(copied, /new project|first message|greet/i);
  await bob.close();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";
  browserTest(`the greeting is removed for good ${how}`, async (w) => {
    const alice = await w.join("alice", { ...WIDE, javaScriptEnabled });
    const room = await makeProject(alice, "Website", "");
    assert.equal(await alice.getByText("Find things with Ctrl K").isVisible(), javaScriptEnabled);
    await greeting(alice).getByRole("button", { name: "Don't greet me again" }).click();
    await alice.getByText("No messages yet").waitFor();
    assert.equal(alice.url(), `${room}#message`);
    await alice.locator("#message:focus").waitFor();
    assert.equal(await greeting(alice).count(), 0);
    await alice.goto(w.origin);
    await makeProject(alice, "Kitchen", "");
    await alice.getByText("No messages yet").waitFor();
    assert.equal(await greeting(alice).count(), 0, "in other projects too");
  });
}

browserTest("the greeting leads to people and settings, and is accessible", async (w) => {
  const alice = await w.join("alice", WIDE);
  const room = await makeProject(alice, "Website", "");
  await greeting(alice).getByRole("link", { name: "Add people" }).click();
  await alice.waitForURL(`${room}/people#members`);
  await alice.waitForFunction(() => document.activeElement?.id === "members");
  await alice.goto(room);
  await greeting(alice).getByRole("link", { name: "Rename the project" }).click();
  await alice.waitForURL(`${room}/settings`);
  for (const language of ["en", "vi"]) {
    for (const theme of ["light", "dark"]) {
      for (const width of [1280, 360]) {
        await alice.context().addCookies([
          { name: "language", value: language, url: w.origin },
          { name: "theme", value: theme, url: w.origin },
        ]);
        await alice.setViewportSize({ width, height: 700 });
        await alice.goto(room);
        await live(alice, "alice");
        await alice.locator(".greeting").waitFor();
        await assertAccessible(alice, `${language}, ${theme}, ${width}`);
      }
    }
  }
});
