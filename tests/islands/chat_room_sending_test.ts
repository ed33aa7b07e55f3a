import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, field, line, live, makeProject, send, texts } from "./room_page.ts";

const pending = (page: Page, text: string) => page.locator(".pending").filter({ hasText: text });

/** Cuts these pages off from the server; with `lost`, either requests or only responses are lost. */
async function cut(page: Page, room: string, lost: "requests" | "answers"): Promise<() => void> {
  const posts = (url: URL) => url.pathname === new URL(room).pathname;
  await page.context().route(posts, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    if (lost === "answers") await route.fetch();
    await route.abort();
  });
  return () => page.context().unroute(posts);
}

browserTest("ChatRoom keeps what is written over a reload while the server is gone", async (w) => {
  const alice = await w.join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  const before = ["a", "b"];
  for (const text of before) await send(alice, text);
  await alice.waitForFunction(() => document.querySelectorAll(".message:not(.pending)").length > 1);
  await w.stopServer();
  const meanwhile = ["cc", "dd", "ee"];
  for (const text of meanwhile) await send(alice, text);
  await pending(alice, "ee").waitFor();
  await field(alice).fill("half a sen");
  await alice.reload();
  await alice.getByText("The server can't be reached").first().waitFor();
  await w.startServer();
  await live(alice, "alice");
  await alice.waitForFunction(() =>
    document.querySelectorAll(".message:not(.pending)").length === 5 &&
    document.querySelector(".pending") === null
  );
  assert.deepEqual(await texts(alice), [...before, ...meanwhile]);
  assert.equal(await field(alice).inputValue(), "half a sen");
  await alice.reload();
  await live(alice, "alice");
  assert.deepEqual(await texts(alice), [...before, ...meanwhile]);
  assert.equal(await alice.locator(".pending").count(), 0);
  assert.deepEqual(w.scriptErrors, []);
});

browserTest(
  "ChatRoom shows what it could not send, at once after a reload, until it is sent",
  async (w) => {
    const alice = await w.join("alice");
    const room = await makeProject(alice, "Website", "");
    await live(alice, "alice");
    const heal = await cut(alice, room, "requests");
    await send(alice, "first");
    await send(alice, "second");
    await pending(alice, "first").getByRole("alert").waitFor();
    await alice.reload();
    await pending(alice, "first").getByRole("alert").waitFor();
    assert.deepEqual(await alice.locator(".pending .text").allInnerTexts(), ["first", "second"]);
    heal();
    // At once: the queue tries again by itself too, and the button is gone then.
    await alice.evaluate(() => document.querySelector<HTMLElement>(".pending button")?.click());
    await alice.waitForFunction(() => document.querySelector(".pending") === null);
    assert.deepEqual(await texts(alice), ["first", "second"]);
  },
);

browserTest("ChatRoom sends nothing in the name of who logged in after its reader", async (w) => {
  await w.join("bob");
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "bob");
  await live(alice, "alice");
  const heal = await cut(alice, room, "requests");
  await send(alice, "of alice");
  await pending(alice, "of alice").getByRole("alert").waitFor();
  const other = await alice.context().newPage();
  await other.goto(w.origin);
  await other.getByRole("button", { name: "Log out" }).click();
  await other.getByLabel("Username").fill("bob");
  await other.getByLabel("Password").fill("matkhau-123");
  await other.getByRole("button", { name: "Log in" }).click();
  await other.waitForURL(`${w.origin}/`);
  await other.goto(room);
  await live(other, "bob");
  // Not before: the queue sends by itself what it can.
  heal();
  const answer = alice.waitForResponse((response) => response.request().method() === "POST");
  await pending(alice, "of alice").getByRole("button", { name: "Send again" }).click();
  assert.equal((await answer).status(), 401);
  await pending(alice, "of alice").getByRole("alert").waitFor();
  await other.reload();
  await live(other, "bob");
  assert.deepEqual(await texts(other), []);
  await send(other, "of bob");
  await line(other, "of bob").waitFor();
});

browserTest("ChatRoom gives back what is refused in the order of writing", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  const written = Promise.withResolvers<void>();
  await alice.route((url) => url.pathname === new URL(room).pathname, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await written.promise;
    await route.fulfill({ status: 403, json: { error: { code: "not_a_member", text: "No." } } });
  });
  for (const text of ["first", "second", "third"]) await send(alice, text);
  await pending(alice, "third").waitFor();
  await field(alice).fill("half");
  written.resolve();
  await alice.locator(".pending").first().waitFor({ state: "detached" });
  assert.equal(await field(alice).inputValue(), "first\nsecond\nthird\nhalf");
});

browserTest("ChatRoom stays where it is while nothing more can be fetched for it", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await send(alice, "to edit");
  const menu = line(alice, "to edit").locator(".message-menu");
  await menu.waitFor();
  await alice.context().route("**/_fresh/js/**", (route) => route.abort());
  await w.stopServer();
  await alice.locator(".banner").waitFor();
  const failed = alice.waitForEvent("requestfailed");
  await menu.press("Enter");
  await failed;
  await field(alice).fill("still here");
  assert.equal(alice.url(), room);
  await w.startServer();
  await live(alice, "alice");
  await alice.locator(".banner").waitFor({ state: "detached" });
  // The message's page offers the same.
  await menu.press("Enter");
  await alice.waitForURL(/\/messages\/1/);
});

browserTest("ChatRoom doubles nothing whose answer was lost", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  const heal = await cut(alice, room, "answers");
  await send(alice, "once");
  await alice.locator(".message:not(.pending)").filter({ hasText: "once" }).waitFor();
  heal();
  await alice.reload();
  await live(alice, "alice");
  await alice.waitForFunction(() => Object.keys(localStorage).length === 0);
  assert.deepEqual(await texts(alice), ["once"]);
  assert.equal(await alice.locator(".pending").count(), 0);
});

browserTest(
  "ChatRoom in two tabs doubles nothing, and lets each keep its half-typed text",
  async (w) => {
    const alice = await w.join("alice");
    const room = await makeProject(alice, "Website", "");
    await live(alice, "alice");
    const heal = await cut(alice, room, "requests");
    await send(alice, "one of two tabs");
    await pending(alice, "one of two tabs").getByRole("alert").waitFor();
    const other = await alice.context().newPage();
    await other.goto(room);
    await live(other, "alice");
    await pending(other, "one of two tabs").getByRole("alert").waitFor();
    await field(other).fill("in the other");
    await field(alice).fill("in the first");
    heal();
    // Either tab may have sent it again by itself already, and the button gone.
    await alice.evaluate(() =>
      document.querySelector<HTMLButtonElement>(".pending .not-sent button")?.click()
    );
    for (const page of [alice, other]) {
      await page.locator(".message:not(.pending)").filter({ hasText: "one of two tabs" }).waitFor();
      await page.locator(".pending").waitFor({ state: "detached" });
      assert.equal(await line(page, "one of two tabs").count(), 1);
    }
    assert.equal(await field(other).inputValue(), "in the other");
    assert.equal(await field(alice).inputValue(), "in the first");
  },
);

browserTest("ChatRoom asks before it sends what was written more than a day ago", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  const heal = await cut(alice, room, "requests");
  await send(alice, "yesterday");
  await pending(alice, "yesterday").getByRole("alert").waitFor();
  heal();
  await alice.evaluate(() => {
    const key = Object.keys(localStorage).find((key) => key.includes(" pending "))!;
    const at = new Date(Date.now() - 25 * 60 * 60 * 1000).toISOString();
    localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)!), at }));
  });
  await alice.reload();
  await live(alice, "alice");
  await alice.getByText("written more than a day ago").waitFor();
  await send(alice, "today");
  await alice.locator(".message:not(.pending)").filter({ hasText: "today" }).waitFor();
  assert.equal(await pending(alice, "yesterday").count(), 1);
  await alice.getByRole("button", { name: "Send again" }).click();
  await alice.locator(".pending").waitFor({ state: "detached" });
  assert.deepEqual(await texts(alice), ["today", "yesterday"]);
});

browserTest(
  "ChatRoom warns before it loses what the browser does not keep, and only then",
  async (w) => {
    for (const forbidden of [true, false]) {
      const name = forbidden ? "alice" : "bob";
      const page = await w.join(name);
      if (forbidden) {
        await page.addInitScript(() =>
          Object.defineProperty(globalThis, "localStorage", {
            get() {
              throw new DOMException("no", "SecurityError");
            },
          })
        );
      }
      const room = await makeProject(page, "Website", "");
      await live(page, name);
      await send(page, "sent");
      await page.locator(".message:not(.pending)").waitFor();
      await cut(page, room, "requests");
      await send(page, "not sent");
      await pending(page, "not sent").getByRole("alert").waitFor();
      const warnings: string[] = [];
      page.on("dialog", (dialog) => {
        warnings.push(dialog.type());
        void dialog.accept();
      });
      const closed = page.waitForEvent("close");
      await page.close({ runBeforeUnload: true });
      await closed;
      assert.deepEqual(warnings, forbidden ? ["beforeunload"] : [], name);
    }
    assert.deepEqual(w.scriptErrors, []);
  },
);

browserTest(
  "ChatRoom never takes a message from the screen when its event comes first",
  async (w) => {
    const alice = await w.join("alice");
    const room = await makeProject(alice, "Website", "");
    await live(alice, "alice");
    const posts = (url: URL) => url.pathname === new URL(room).pathname;
    const { promise: seen, resolve: answer } = Promise.withResolvers<void>();
    await alice.route(posts, async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      const response = await route.fetch();
      await seen;
      await route.fulfill({ response });
    });
    await alice.evaluate(() => {
      // Continuous changes, so that incoming ones are batched.
      setInterval(() => dispatchEvent(new Event("blur")), 1);
      let [shown, gone] = [false, false];
      const watch = () => {
        const visible = document.querySelector(".log")!.textContent!.includes("on its way");
        gone ||= shown && !visible;
        shown ||= visible;
      };
      new MutationObserver(watch).observe(document.querySelector(".log")!, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      Object.assign(globalThis, { wasGone: () => gone });
    });
    await send(alice, "on its way");
    await alice.locator(".message:not(.pending)").filter({ hasText: "on its way" }).waitFor();
    answer();
    await alice.waitForFunction(() => document.querySelector(".pending") === null);
    const gone = () => (globalThis as unknown as { wasGone(): boolean }).wasGone();
    assert.equal(await alice.evaluate(gone), false);
  },
);
