import assert from "node:assert/strict";
import type { Page, Route } from "playwright-core";
import { browserTest, field, live, makeProject, send, texts } from "./room_page.ts";

type Answer = Parameters<Route["fulfill"]>[0];

/** Answers of something in between, such as a proxy, and not of the client process. */
const FOREIGN: [string, Answer][] = [
  ["an error page", { status: 502, contentType: "text/html", body: "<h1>Bad Gateway</h1>" }],
  ["a page", { status: 200, contentType: "text/html", body: "<h1>Please log in</h1>" }],
  ["an error as JSON", { status: 504, json: { error: "Gateway Timeout" } }],
  ["other JSON", { status: 200, json: { ok: true } }],
  ["a message without an id", { status: 200, json: { message: "queued" } }],
  ["null", { status: 200, json: null }],
  ["nothing", { status: 204, body: "" }],
];

const pending = (page: Page, text: string) => page.locator(".pending").filter({ hasText: text });

/** Answers posts to the room by `answer` until `heal` is called; with `stores`, the server gets them all the same. */
async function interfere(page: Page, room: string, stores: boolean, answer: Answer) {
  let posts = 0;
  const toRoom = (url: URL) => url.pathname === new URL(room).pathname;
  await page.context().route(toRoom, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    posts++;
    if (stores) await route.fetch();
    await route.fulfill(answer);
  });
  return { heal: () => page.context().unroute(toRoom), posts: () => posts };
}

for (const [what, answer] of FOREIGN) {
  browserTest(
    `ChatRoom sends once what is answered by ${what}, and goes on by itself`,
    async (w) => {
      const alice = await w.join("alice");
      const room = await makeProject(alice, "Website", "");
      await live(alice, "alice");
      await alice.clock.install();
      // The page tries again by its clock, which must not run before the posts are counted.
      await alice.clock.pauseAt(new Date(Date.now() + 60_000));
      const { heal, posts } = await interfere(alice, room, true, answer);
      await send(alice, "first");
      await send(alice, "second");
      await alice.locator(".message:not(.pending)").filter({ hasText: "first" }).waitFor();
      await pending(alice, "second").getByText("once the server has confirmed").waitFor();
      assert.equal(await pending(alice, "first").count(), 0, "not sent and unsent at once");
      assert.equal(posts(), 1);
      await heal();
      await alice.clock.fastForward(1_000);
      await alice.waitForFunction(() => document.querySelector(".pending") === null);
      assert.deepEqual(await texts(alice), ["first", "second"]);
      assert.equal(await alice.evaluate(() => localStorage.length), 0);
      assert.deepEqual(w.scriptErrors, []);
    },
  );
}

browserTest("ChatRoom takes nothing back that may have been sent, before it knows", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  const { heal } = await interfere(alice, room, false, FOREIGN[0][1]);
  await send(alice, "first");
  await pending(alice, "first").getByText("not known yet whether this was sent").waitFor();
  const edit = (text: string) => pending(alice, text).getByRole("button", { name: "Edit" });
  await edit("first").click();
  await pending(alice, "first").getByText("still asking the server").waitFor();
  assert.equal(await field(alice).inputValue(), "");
  // A restored message may have been posted too.
  await alice.reload();
  await live(alice, "alice");
  await pending(alice, "first").getByText("not known yet whether this was sent").waitFor();
  await edit("first").click();
  await pending(alice, "first").getByText("still asking the server").waitFor();
  assert.equal(await field(alice).inputValue(), "");
  await heal();
  await alice.getByText("Your message has been sent.").waitFor();
  assert.deepEqual(await texts(alice), ["first"]);
  assert.equal(await field(alice).inputValue(), "");
});

browserTest("ChatRoom gives back what the server says it did not store", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await alice.clock.install();
  await alice.clock.pauseAt(new Date(Date.now() + 60_000));
  const unknown = await interfere(alice, room, false, FOREIGN[0][1]);
  await send(alice, "first");
  await send(alice, "never posted");
  await pending(alice, "first").getByRole("alert").waitFor();
  await unknown.heal();
  const error = { code: "tag_reused", text: "Something else was sent." };
  const refusing = await interfere(alice, room, false, { status: 409, json: { error } });
  await pending(alice, "first").getByRole("button", { name: "Edit" }).click();
  await alice.getByRole("alert").filter({ hasText: "Something else was sent." }).first().waitFor();
  await alice.waitForFunction(() => document.querySelector(".pending") === null);
  assert.equal(await field(alice).inputValue(), "first\nnever posted");
  await refusing.heal();
  await field(alice).press("Enter");
  await alice.locator(".message:not(.pending)").waitFor();
  assert.deepEqual(await texts(alice), ["first\nnever posted"]);
});

browserTest("ChatRoom waits by itself for a server that can't save now", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await alice.clock.install();
  const error = { code: "unavailable", text: "Please try again soon." };
  const { heal, posts } = await interfere(alice, room, false, { status: 503, json: { error } });
  await send(alice, "first");
  await send(alice, "second");
  await pending(alice, "first").getByText("Not sent yet. The server can't save right now.")
    .waitFor();
  assert.equal(await pending(alice, "first").getByText("try again").count(), 0);
  const again = alice.waitForResponse((response) => response.request().method() === "POST");
  await alice.clock.fastForward(1_000);
  await again;
  assert.equal(posts(), 2);
  await heal();
  await alice.clock.fastForward(2_000);
  await alice.waitForFunction(() => document.querySelector(".pending") === null);
  assert.deepEqual(await texts(alice), ["first", "second"]);
});

browserTest("ChatRoom does not say of an edit without an answer that it failed", async (w) => {
  await w.join("bob");
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await send(alice, "helo");
  await alice.locator(".message:not(.pending)").filter({ hasText: "helo" }).waitFor();
  for (const path of ["/messages/1", "/members"]) {
    await interfere(alice, `${room}${path}`, true, FOREIGN[0][1]);
  }
  await field(alice).press("ArrowUp");
  const editor = alice.getByLabel("Text of the message");
  await editor.fill("hello");
  await editor.press("Enter");
  const unknown = alice.getByRole("alert").filter({ hasText: "not known whether this was done" });
  await unknown.waitFor();
  assert.equal(await editor.inputValue(), "hello");
  await editor.press("Escape");
  await alice.locator(".text").filter({ hasText: "hello" }).waitFor();
  await alice.getByLabel("Add members").fill("bob");
  await alice.getByLabel("Add members").press("Enter");
  await unknown.waitFor();
  await alice.locator(".member-name").filter({ hasText: "bob" }).waitFor();
});
