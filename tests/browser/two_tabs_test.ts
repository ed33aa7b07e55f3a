import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, field, live, makeProject, send, texts } from "../islands/room_page.ts";

const message = (page: Page, text: string) =>
  page.locator(".message:not(.pending)").filter({ hasText: text });

browserTest("two tabs of one person show one conversation", async (w) => {
  const bob = await w.join("bob");
  const one = await w.join("alice");
  const room = await makeProject(one, "Website", "bob");
  const two = await one.context().newPage();
  await two.goto(room);
  await bob.goto(room);
  for (const [page, name] of [[one, "alice"], [two, "alice"], [bob, "bob"]] as const) {
    await live(page, name);
  }

  await field(one).pressSequentially("from the first");
  await bob.getByText("alice is typing…").waitFor();
  assert.equal(await two.getByText("typing…").count(), 0);
  await field(one).press("Enter");
  await message(two, "from the first").waitFor();
  await send(two, "from the second");
  await send(bob, "from bob");
  const all = ["from the first", "from the second", "from bob"];
  for (const page of [one, two, bob]) {
    await message(page, "from bob").waitFor();
    assert.deepEqual(await texts(page), all);
  }

  // The last own message may have been sent from another tab.
  await field(one).press("ArrowUp");
  const editor = one.getByLabel("Text of the message");
  assert.equal(await editor.inputValue(), "from the second");
  await editor.fill("changed");
  await editor.press("Enter");
  await message(two, "changed").waitFor();
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("what one tab reads is no longer new in another", async (w) => {
  const bob = await w.join("bob");
  const one = await w.join("alice");
  const room = await makeProject(one, "Website", "bob");
  const two = await one.context().newPage();
  await one.goto(w.origin);
  await two.goto(`${w.origin}/me`);
  await bob.goto(room);
  await live(bob, "bob");
  const counts = (page: Page) => page.locator(".sidebar .project .badges");
  await send(bob, "@alice tea?");
  for (const page of [one, two]) {
    await counts(page).getByText("1 mention or task for you").waitFor();
  }
  await one.waitForFunction(() => document.title.startsWith("(1) "));
  await two.goto(room);
  await counts(one).waitFor({ state: "detached" });
  await one.waitForFunction(() => !document.title.startsWith("("));
  await live(two, "alice");
  await send(bob, "@alice with milk?");
  await message(two, "with milk?").waitFor();
  // The count may show for a moment, until the room has told that it is read.
  await bob.getByText("with milk?").waitFor();
  await counts(one).waitFor({ state: "detached" });
  assert.deepEqual(w.scriptErrors, []);
});
