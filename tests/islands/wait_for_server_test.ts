import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "../browser/accessibility.ts";
import { browserTest, makeProject, send, texts } from "./room_page.ts";

/** Lets the page ask once, and waits for the answer. */
async function ask(page: Page): Promise<number> {
  const asked = page.waitForResponse((response) => response.request().resourceType() === "fetch");
  await page.clock.runFor(5_000);
  return (await asked).status();
}

browserTest(
  "the page of a lost server opens when the server is back, and stays as it is until then",
  async ({ join, origin, stopServer, startServer, scriptErrors }) => {
    const alice = await join("alice");
    alice.setDefaultTimeout(10_000);
    const room = await makeProject(alice, "Website", "");
    await send(alice, "hello");
    await alice.locator(".message:not(.pending)").waitFor();
    assert.deepEqual(await texts(alice), ["hello"]);
    await stopServer();
    await alice.clock.install();
    const response = await alice.goto(`${room}?at=1#message-1`);
    assert.equal(response!.status(), 503);
    assert.equal(response!.headers()["retry-after"], "5");
    await alice.getByRole("status").filter({ hasText: "opens by itself" }).waitFor();
    await alice.getByRole("link", { name: "Try again" }).focus();
    const changes = await alice.evaluateHandle(() => {
      const changes: MutationRecord[] = [];
      const observer = new MutationObserver((some) => changes.push(...some));
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      return changes;
    });
    for (let times = 0; times < 3; times++) assert.equal(await ask(alice), 503);
    assert.equal(await changes.evaluate((changes) => changes.length), 0);
    assert.equal(await alice.locator("a:focus").innerText(), "Try again");

    await startServer();
    assert.equal(await ask(alice), 200);
    await alice.locator(".message.found").filter({ hasText: "hello" }).waitFor();
    assert.equal(alice.url(), `${room}?at=1#message-1`);
    assert.equal(await alice.evaluate(() => document.activeElement!.id), "message-1");

    await stopServer();
    await alice.goto(origin);
    await alice.getByRole("status").filter({ hasText: "opens by itself" }).waitFor();
    await alice.context().clearCookies();
    await startServer();
    await ask(alice);
    await alice.waitForURL(`${origin}/login`);
    assert.deepEqual(scriptErrors, []);
  },
);

browserTest(
  "the page of a lost server is tried again by a link without script",
  async ({ join, origin, stopServer, startServer }) => {
    const alice = await join("alice", { javaScriptEnabled: false });
    await stopServer();
    await alice.goto(origin);
    await alice.getByText("There is no answer from").waitFor();
    assert.equal(await alice.getByText("by itself").count(), 0);
    await startServer();
    await alice.getByRole("link", { name: "Try again" }).click();
    await alice.getByRole("heading", { name: "Your projects" }).waitFor();
  },
);

for (const vietnamese of [false, true]) {
  browserTest(
    `the pages of a lost server are accessible, ${vietnamese ? "Vietnamese" : "English"}`,
    async ({ join, origin, stopServer }) => {
      const alice = await join("alice", { bypassCSP: true });
      const room = await makeProject(alice, "Website", "");
      await send(alice, "hello");
      if (vietnamese) {
        await alice.goto(`${origin}/me`);
        await alice.getByRole("button", { name: "Tiếng Việt" }).click();
      }
      const told = vietnamese ? "Trang sẽ tự mở lại" : "This page opens by itself";
      await stopServer();
      for (const width of [1280, 320]) {
        await alice.setViewportSize({ width, height: 640 });
        const pages = ["", "/search?q=hello", "/messages/1", "?before=1", "?at=1"];
        for (const page of [origin, ...pages.map((page) => room + page)]) {
          const response = await alice.goto(page);
          assert.equal(response!.status(), 503, page);
          await alice.getByRole("status").filter({ hasText: told }).waitFor();
          await assertAccessible(alice, `${page} at ${width}`);
          const wide = await alice.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `${page} scrolls sideways at ${width}`);
        }
      }
      await alice.context().clearCookies({ name: /session/ });
      for (const page of ["/login", "/register"]) {
        await alice.goto(origin + page);
        await alice.getByRole("status").filter({ hasText: told }).waitFor();
        await assertAccessible(alice, page);
      }
    },
  );
}
