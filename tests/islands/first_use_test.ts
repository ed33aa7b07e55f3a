import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, field, line, live, makeProject, send, texts } from "./room_page.ts";

/** Holds back what a page loads from now on, until it is released or fails. What is asked for later comes as usual. */
async function holdScripts(page: Page): Promise<(how: "continue" | "abort") => void> {
  const { promise, resolve } = Promise.withResolvers<"continue" | "abort">();
  let released = false;
  await page.route("**/_fresh/js/**", async (route) => {
    await (released ? route.continue() : route[await promise]());
  });
  return (how) => {
    released = true;
    resolve(how);
  };
}

/** Waits until a held script was asked for. */
const asked = (page: Page) =>
  page.waitForRequest((request) => request.url().includes("/_fresh/js/"));

browserTest(
  "what is clicked among the members before its code is there is done then",
  async (w) => {
    const [alice] = [await w.join("alice"), await w.join("bob")];
    await makeProject(alice, "Website", "bob");
    await live(alice, "alice");
    const release = await holdScripts(alice);
    const request = asked(alice);
    await alice.locator("summary").filter({ hasText: "bob" }).click();
    const remove = alice.locator('a.ask[aria-haspopup="dialog"]').filter({ hasText: "Remove" });
    await remove.click();
    await request;
    assert.equal(await alice.getByRole("alertdialog").count(), 0);
    const room = alice.url();
    release("continue");
    await alice.getByRole("alertdialog").waitFor();
    assert.equal(alice.url(), room);
    assert.deepEqual(w.scriptErrors, []);
  },
);

browserTest("a link among the members leads to its page if its code can't be loaded", async (w) => {
  const [alice] = [await w.join("alice"), await w.join("bob")];
  await makeProject(alice, "Website", "bob");
  await live(alice, "alice");
  await alice.route("**/_fresh/js/**", (route) => route.abort());
  await alice.locator("summary").filter({ hasText: "bob" }).click();
  await alice.locator("a.ask").filter({ hasText: "Remove" }).click();
  await alice.waitForURL(/\/members\/remove\?username=bob$/);
});

browserTest("what is entered before it can be sent stays in the field until then", async (w) => {
  const alice = await w.join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  const release = await holdScripts(alice);
  await field(alice).pressSequentially("one");
  await field(alice).press("Enter");
  await field(alice).pressSequentially("two");
  await field(alice).press("Enter");
  await field(alice).pressSequentially("three");
  assert.equal(await field(alice).inputValue(), "onetwothree");
  release("continue");
  await alice.locator(".message:not(.pending)").filter({ hasText: "two" }).waitFor();
  assert.deepEqual(await texts(alice), ["one", "two"]);
  assert.equal(await field(alice).inputValue(), "three");
  await alice.reload();
  await alice.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>("#message")!.value === "three"
  );
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("what can't be sent stays, with a sentence, and is sent the next time", async (w) => {
  const alice = await w.join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  const release = await holdScripts(alice);
  await send(alice, "kept");
  release("abort");
  await alice.getByRole("alert").filter({ hasText: "can't be reached" }).waitFor();
  assert.equal(await field(alice).inputValue(), "kept");
  await field(alice).press("Enter");
  await line(alice, "kept").waitFor();
  await alice.getByRole("alert").waitFor({ state: "detached" });
  assert.equal(await field(alice).inputValue(), "");
});

browserTest("what is typed before drafts are loaded survives the page", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await holdScripts(alice);
  await field(alice).pressSequentially("half a sen");
  const next = await alice.context().newPage();
  await alice.close();
  await next.goto(room);
  await next.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>("#message")!.value === "half a sen"
  );
});

browserTest("the first message under the pointer shows its toolbar once it is there", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await send(alice, "pointed at");
  await line(alice, "pointed at").waitFor();
  const tab = await alice.context().newPage();
  await tab.goto(room);
  await live(tab, "alice");
  const release = await holdScripts(tab);
  const request = asked(tab);
  await line(tab, "pointed at").hover();
  await request;
  release("continue");
  await tab.getByRole("toolbar").waitFor();
});

browserTest("the first message entered by the keyboard has the focus in its toolbar", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await send(alice, "entered");
  await line(alice, "entered").waitFor();
  const tab = await alice.context().newPage();
  await tab.goto(room);
  await live(tab, "alice");
  const release = await holdScripts(tab);
  const request = asked(tab);
  await tab.locator(".message-menu").press("Enter");
  await request;
  release("continue");
  await tab.getByRole("toolbar").locator("button:focus").waitFor();
});

/** Milliseconds after which a finger has rested long enough, and more. */
const LONG_PRESS_MS = 900;

for (const lifted of [false, true]) {
  const what = lifted ? "no toolbar if the finger was lifted before" : "its toolbar";
  browserTest(`the first message pressed long shows ${what}`, async (w) => {
    const alice = await w.join("alice", { hasTouch: true });
    const room = await makeProject(alice, "Website", "");
    await live(alice, "alice");
    for (const text of ["pressed", "entered"]) {
      await field(alice).fill(text);
      await alice.getByRole("button", { name: "Send" }).click();
      await line(alice, text).waitFor();
    }
    await alice.goto(room);
    await live(alice, "alice");
    const release = await holdScripts(alice);
    const request = asked(alice);
    const session = await alice.context().newCDPSession(alice);
    const box = (await line(alice, "pressed").locator(".text").boundingBox())!;
    const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
    await request;
    if (lifted) {
      await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    }
    release("continue");
    if (!lifted) return await alice.getByRole("toolbar").waitFor();
    // It would show at one message while the keyboard shows it at another.
    const from = await alice.evaluate(() => performance.now());
    await alice.locator(".message-menu").last().press("Enter");
    await alice.getByRole("toolbar").locator("button:focus").waitFor();
    await alice.waitForFunction((until) => performance.now() > until, from + LONG_PRESS_MS);
    assert.equal(await alice.getByRole("toolbar").count(), 1);
  });
}
