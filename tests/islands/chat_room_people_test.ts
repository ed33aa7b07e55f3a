import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { assertAccessible } from "../browser/accessibility.ts";
import {
  ask,
  browserTest,
  field,
  fromSettings,
  line,
  live,
  look,
  lookAway,
  makeProject,
  send,
} from "./room_page.ts";

browserTest("ChatRoom completes members' names after an @, and marks them", async (w) => {
  for (const name of ["bob", "bobby"]) await w.join(name);
  const alice = await w.join("alice", { bypassCSP: true });
  const room = await makeProject(alice, "Website", "bob, bobby");
  await live(alice, "alice");
  const list = alice.getByRole("listbox");
  const options = alice.getByRole("option");
  await field(alice).pressSequentially("hi @B");
  await list.waitFor();
  assert.deepEqual(await options.allInnerTexts(), ["bob", "bobby"]);
  const active = () =>
    field(alice).evaluate((field) =>
      document.getElementById(field.getAttribute("aria-activedescendant")!)?.innerText
    );
  assert.equal(await active(), "bob");
  await assertAccessible(alice, "names to choose from");
  await field(alice).press("ArrowDown");
  assert.equal(await active(), "bobby");
  await field(alice).press("Escape");
  await list.waitFor({ state: "detached" });
  assert.equal(await field(alice).inputValue(), "hi @B");
  assert.equal(await field(alice).getAttribute("aria-activedescendant"), null);
  await field(alice).fill("hi ");
  await field(alice).pressSequentially("@BO");
  await field(alice).press("Enter");
  assert.equal(await field(alice).inputValue(), "hi @bob ");
  await field(alice).pressSequentially("and @b");
  await options.filter({ hasText: "bobby" }).click();
  assert.equal(await field(alice).inputValue(), "hi @bob and @bobby ");
  assert.ok(await field(alice).evaluate((field) => field === document.activeElement));
  // Nothing is suggested within a word, or while an input method is composing.
  await field(alice).pressSequentially("mail@b");
  assert.equal(await list.count(), 0);
  await field(alice).pressSequentially(" ");
  await field(alice).evaluate((field: HTMLTextAreaElement) => {
    field.value += "@b";
    field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
  });
  assert.equal(await list.count(), 0);
  await field(alice).fill("@bob @bobby @nobody");
  await field(alice).press("Escape");
  await field(alice).press("Enter");
  await line(alice, "@nobody").waitFor();
  // The line of a message that is still being stored marks nobody yet.
  await alice.locator(".mention").first().waitFor();
  assert.deepEqual(await alice.locator(".mention").allInnerTexts(), ["@bob", "@bobby"]);
  assert.equal(await alice.locator(".mention-me").count(), 0);
  assert.equal(room, alice.url());
  assert.deepEqual(w.scriptErrors, []);
});

/** Records the page's notifications instead of showing them. */
async function notified(page: Page): Promise<void> {
  await page.context().grantPermissions(["notifications"]);
  await page.context().addInitScript(() => {
    const shown: unknown[] = [];
    class Recorded {
      static permission = "granted";
      onclick: (() => void) | null = null;
      constructor(public title: string, public options: NotificationOptions) {
        shown.push(this);
      }
      close() {}
    }
    Object.assign(globalThis, { Notification: Recorded, shown });
  });
}

type Shown = { title: string; options: NotificationOptions; onclick: () => void };
const shown = (page: Page) =>
  page.evaluate(() =>
    (globalThis as unknown as { shown: Shown[] }).shown.map((
      { title, options },
    ) => [title, options.tag!, options.body!])
  );

browserTest("ChatRoom notifies of mentions that no window shows, and leads there", async (w) => {
  const bob = await w.join("bob");
  const alice = await w.join("alice");
  const website = await makeProject(alice, "Website", "bob");
  await notified(bob);
  await bob.reload();
  await makeProject(bob, "Other", "");
  await live(bob, "bob");
  await live(alice, "alice");
  const count = (count: number) =>
    bob.waitForFunction(
      (count) => (globalThis as unknown as { shown: Shown[] }).shown.length === count,
      count,
    );
  await send(alice, `@bob first ${"x".repeat(300)}`);
  await count(1);
  // With the room in view in another window, none of them notifies.
  const second = await bob.context().newPage();
  await second.goto(website);
  await live(second, "bob");
  await send(alice, "@bob second");
  await line(second, "second").waitFor();
  await second.evaluate(() => document.hasFocus = () => false);
  await send(alice, "@bob third");
  await count(2);
  const [first, third] = await shown(bob);
  assert.deepEqual(first.slice(0, 2), ["alice mentions you", "chung-mention-2"]);
  assert.match(first[2], /^@bob first x{189}…$/);
  assert.deepEqual(third, ["alice mentions you", "chung-mention-4", "@bob third"]);
  await second.waitForFunction(() =>
    (globalThis as unknown as { shown: Shown[] }).shown.length === 1
  );
  assert.deepEqual(await shown(second), [["alice in Website", "chung-mention-4", "@bob third"]]);
  // A system's plain text has no element to keep a direction in.
  await second.evaluate(() => document.hasFocus = () => false);
  await send(alice, "@bob \u202Efourth \u2069שלום");
  await count(3);
  assert.equal((await shown(bob))[2][2], "\u2068@bob fourth שלום\u2069");
  // Navigating ends the script that requested it.
  await bob.evaluate(() =>
    setTimeout(() => (globalThis as unknown as { shown: Shown[] }).shown[0].onclick())
  );
  await bob.waitForURL(`${website}?at=2`);
  assert.match(await bob.locator(".message.found").innerText(), /^alice: @bob first/);
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("ChatRoom asks nothing of the browser for mentions that are looked at", async (w) => {
  const bob = await w.join("bob");
  const alice = await w.join("alice");
  await alice.addInitScript(() => {
    const asked = { times: 0 };
    Object.assign(globalThis, { asked });
    Object.defineProperty(Notification, "permission", {
      get: () => {
        asked.times++;
        return "denied";
      },
    });
  });
  const room = await makeProject(alice, "Website", "bob");
  await live(alice, "alice");
  await bob.goto(room);
  await live(bob, "bob");
  await look(alice);
  const asked = () =>
    alice.evaluate(() => (globalThis as unknown as { asked: { times: number } }).asked.times);
  const before = await asked();
  for (let at = 0; at < 10; at++) await send(bob, `@alice ${at}`);
  await send(bob, "no mention");
  await line(alice, "no mention").waitFor();
  assert.equal(await asked(), before);
  await lookAway(alice);
  await send(bob, "@alice again");
  await alice.waitForFunction(
    (before) => (globalThis as unknown as { asked: { times: number } }).asked.times > before,
    before,
  );
});

browserTest("ChatRoom asks once whether it may notify", async (w) => {
  const alice = await w.join("alice");
  await alice.addInitScript(() => {
    class Asked {
      static permission = "default";
      static requestPermission() {
        Asked.permission = "denied";
        return Promise.resolve("denied");
      }
    }
    Object.assign(globalThis, { Notification: Asked });
  });
  await makeProject(alice, "Website", "");
  const button = alice.getByRole("button", { name: "Notify me of mentions" });
  await button.click();
  await button.waitFor({ state: "detached" });
});

/** The name of the entry to what changes a message. */
const CHANGES = /^(Edit or delete this message|Delete)$/;

browserTest("ChatRoom changes and deletes messages in place, for everybody at once", async (w) => {
  const bob = await w.join("bob");
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "bob");
  await bob.goto(room);
  await live(bob, "bob");
  await live(alice, "alice");
  await send(alice, "of alice");
  await send(bob, "helo");
  await bob.locator(".message:not(.pending)").filter({ hasText: "helo" }).waitFor();
  const changes = (message: Locator) => message.getByRole("link", { name: CHANGES });
  assert.equal(await changes(line(bob, "of alice")).count(), 0);

  await field(bob).press("ArrowUp");
  const editor = bob.getByLabel("Text of the message");
  assert.equal(await editor.inputValue(), "helo");
  await editor.fill("  ");
  await editor.press("Enter");
  await bob.getByRole("alert").filter({ hasText: "The message is empty" }).waitFor();
  await editor.fill("hello");
  await editor.press("Enter");
  await line(alice, "hello").waitFor();
  assert.match(await line(alice, "hello").innerText(), /^bob: hello - \d\d:\d\d \(edited\)$/);
  await editor.waitFor({ state: "detached" });
  assert.ok(await field(bob).evaluate((field) => field === document.activeElement));

  await field(bob).press("ArrowUp");
  await editor.fill("never mind");
  await editor.press("Escape");
  assert.match(await line(bob, "hello").innerText(), /^bob: hello - /);

  // With the keyboard alone: one tab stop for all messages, arrow keys between them and within a toolbar.
  const question = alice.getByRole("alertdialog", { name: "Delete this message?" });
  const remove = alice.getByRole("toolbar").getByRole("button", { name: "Delete", exact: true });
  const has = (place: Locator) => place.evaluate((place) => place === document.activeElement);
  await alice.getByRole("log").focus();
  await alice.keyboard.press("Tab");
  await alice.getByRole("toolbar", { name: /^Message by bob, / }).waitFor();
  await alice.keyboard.press("Enter");
  await alice.keyboard.press("ArrowLeft");
  assert.ok(await has(remove), "the last tool");
  await alice.keyboard.press("Enter");
  await question.getByText("deleted for everybody").waitFor();
  await alice.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  assert.ok(await has(line(alice, "hello").locator(".message-menu")));
  await alice.keyboard.press("ArrowUp");
  await alice.keyboard.press("Enter");
  await alice.getByRole("button", { name: "Edit", exact: true }).waitFor();
  await alice.keyboard.press("Escape");
  assert.ok(await has(line(alice, "of alice").locator(".message-menu")));
  await alice.keyboard.press("ArrowDown");
  await alice.keyboard.press("Enter");
  await remove.press("Enter");
  await question.waitFor();
  await alice.keyboard.press("Shift+Tab");
  await alice.keyboard.press("Enter");
  for (const page of [alice, bob]) await line(page, "bob: (deleted message)").waitFor();
  await question.waitFor({ state: "detached" });
  assert.equal(await changes(bob.getByRole("log")).count(), 0);
  assert.equal(await line(bob, "deleted message").locator(".message-menu").count(), 0);
  await line(alice, "of alice").hover();
  await remove.click();
  await question.getByRole("button", { name: "Delete", exact: true }).click();
  await line(bob, "alice: (deleted message)").waitFor();
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("ChatRoom says who is typing, until the message is there", async (w) => {
  const bob = await w.join("bob");
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "bob");
  await bob.goto(room);
  await live(bob, "bob");
  await live(alice, "alice");
  const height = () => alice.getByRole("log").evaluate(({ clientHeight }) => clientHeight);
  const before = await height();
  await field(bob).pressSequentially("hel");
  await alice.getByText("bob is typing…").waitFor();
  assert.equal(await height(), before);
  assert.equal(await bob.getByText("typing…").count(), 0);
  await field(bob).press("Enter");
  await line(alice, "hel").waitFor();
  await alice.getByText("bob is typing…").waitFor({ state: "detached" });
});

browserTest("ChatRoom tells who was removed by whom, and leaves them their text", async (w) => {
  const bob = await w.join("bob");
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "bob");
  await bob.goto(room);
  await live(bob, "bob");
  await live(alice, "alice");
  await send(bob, "sent");
  await line(bob, "sent").getByRole("link", { name: CHANGES }).waitFor();
  const posts = (url: URL) => url.pathname === new URL(room).pathname;
  await bob.route(
    posts,
    (route) => route.request().method() === "POST" ? route.abort() : route.fallback(),
  );
  await send(bob, "on its way");
  await bob.locator(".pending").getByRole("alert").waitFor();
  await field(bob).fill("half a sen");
  await bob.clock.install();
  await ask(alice, "Manage bob", "Remove bob from the project");
  await alice.getByRole("button", { name: "Remove bob" }).click();
  const told = bob.getByRole("alert").filter({ hasText: "alice removed you from this project" });
  await told.getByRole("link", { name: "All projects" }).waitFor();
  // Not before: it would be sent.
  await bob.unroute(posts);
  // The refused message is readable too.
  await bob.locator(".pending").waitFor({ state: "detached" });
  await bob.clock.fastForward(60_000);
  assert.equal(bob.url(), room);
  assert.equal(await field(bob).inputValue(), "on its way\nhalf a sen");
  assert.equal(await field(bob).evaluate((field: HTMLTextAreaElement) => field.readOnly), true);
  assert.equal(await bob.getByRole("button", { name: "Send" }).isDisabled(), true);
  assert.equal(await bob.getByRole("link", { name: CHANGES }).count(), 0);
  await field(bob).press("Enter");
  assert.equal(await field(bob).inputValue(), "on its way\nhalf a sen");
  await bob.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await bob.getByRole("button", { name: "Copy the text" }).click();
  await bob.getByText("Copied.").waitFor();
  const copied = await bob.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, "on its way\nhalf a sen");
  await alice.getByLabel("Add members").fill("bob");
  await alice.getByLabel("Add members").press("Enter");
  await alice.getByText("Added: bob.").waitFor();
  await bob.goto(room);
  await live(bob, "bob");
  assert.equal(await field(bob).inputValue(), "on its way\nhalf a sen");
});

browserTest(
  "ChatRoom says so to who leaves in another tab, or was removed while away",
  async (w) => {
    const bob = await w.join("bob");
    const alice = await w.join("alice");
    const room = await makeProject(alice, "Website", "bob");
    await bob.goto(room);
    await live(bob, "bob");
    await field(bob).fill("half a sen");
    const other = await bob.context().newPage();
    await fromSettings(other, room, "Leave the project", "Leave now");
    await bob.getByRole("alert").filter({ hasText: "You have left this project" }).waitFor();
    assert.equal(await field(bob).inputValue(), "half a sen");
    assert.equal(bob.url(), room);
  },
);

browserTest(
  "ChatRoom completes no fully written name to another, and sends it as it is",
  async (w) => {
    for (const name of ["anh", "an", "an.nguyen"]) await w.join(name);
    const alice = await w.join("alice");
    await makeProject(alice, "Website", "anh, an.nguyen, an");
    await live(alice, "alice");
    const options = alice.getByRole("option");
    const selected = alice.locator('[role="option"][aria-selected="true"]');
    await field(alice).pressSequentially("@An");
    await options.first().waitFor();
    assert.deepEqual(await options.allInnerTexts(), ["an", "anh", "an.nguyen"]);
    assert.deepEqual(await selected.allInnerTexts(), ["an"]);
    await field(alice).press("Enter");
    assert.equal(await field(alice).inputValue(), "@an ");
    await field(alice).fill("");
    await field(alice).pressSequentially("nhờ @an.");
    await options.first().waitFor();
    assert.deepEqual(await options.allInnerTexts(), ["an.nguyen"]);
    assert.equal(await selected.count(), 0);
    assert.equal(await field(alice).getAttribute("aria-activedescendant"), null);
    await field(alice).press("Enter");
    await line(alice, "nhờ @an. - ").waitFor();
    assert.equal(await options.count(), 0);
    for (const keys of [["Tab"], ["ArrowDown", "Enter"], ["ArrowUp", "Enter"]]) {
      await field(alice).fill("");
      await field(alice).pressSequentially("nhờ @an.");
      await options.first().waitFor();
      for (const key of keys) await field(alice).press(key);
      assert.equal(await field(alice).inputValue(), "nhờ @an.nguyen ", keys.join());
    }
    assert.deepEqual(w.scriptErrors, []);
  },
);

browserTest("ChatRoom gives the focus back to where an edit began", async (w) => {
  const alice = await w.join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await send(alice, "one");
  await alice.locator(".message:not(.pending) .message-menu").waitFor();
  const editor = alice.getByLabel("Text of the message");
  const menu = alice.locator(".message-menu");
  const hasFocus = (place: Locator) => place.evaluate((place) => place === document.activeElement);
  const fromComposer = () => field(alice).press("ArrowUp");
  const fromMenu = async () => {
    await menu.focus();
    await menu.press("Enter");
    await alice.getByRole("button", { name: "Edit", exact: true }).press("Enter");
  };
  const ends: [string, () => Promise<void>][] = [
    ["Escape", () => editor.press("Escape")],
    ["Cancel", () => alice.getByRole("button", { name: "Cancel" }).press("Enter")],
    ["nothing changed", () => editor.press("Enter")],
    ["saved", async () => {
      await editor.press("x");
      await editor.press("Enter");
    }],
  ];
  for (
    const [begun, begin, place] of [
      ["from the composer", fromComposer, field(alice)],
      ["from the menu", fromMenu, menu],
    ] as const
  ) {
    for (const [how, end] of ends) {
      await begin();
      await editor.waitFor();
      await end();
      await editor.waitFor({ state: "detached" });
      assert.ok(await hasFocus(place), `${begun}, ${how}`);
    }
  }
  await fromComposer();
  await editor.press("Escape");
  await editor.waitFor({ state: "detached" });
  await alice.keyboard.type("next");
  assert.equal(await field(alice).inputValue(), "next");
});

browserTest("ChatRoom follows the project's new name and its new owner", async (w) => {
  const bob = await w.join("bob");
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "bob");
  await bob.goto(room);
  await live(bob, "bob");
  assert.equal(await bob.getByLabel("Add members").count(), 0);
  await alice.getByRole("link", { name: "Project settings" }).click();
  await alice.getByLabel("Project name").fill("Trang web");
  await alice.getByRole("button", { name: "Save" }).click();
  await alice.getByText("The project is called Trang web now.").waitFor();
  await bob.getByRole("heading", { name: "Trang web" }).waitFor();
  await bob.waitForFunction(() => document.title === "Trang web · Chung");
  await alice.getByRole("link", { name: "Back to the room" }).click();
  await live(alice, "alice");
  await ask(alice, "Manage bob", "Make bob the owner");
  await alice.getByRole("button", { name: "Make bob the owner" }).click();
  await bob.getByLabel("Add members").waitFor();
  assert.deepEqual(w.scriptErrors, []);
});
