import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "../browser/accessibility.ts";
import { accessibilityTree } from "../browser/accessibility_tree.ts";
import {
  ask,
  browserTest,
  field,
  fromSettings,
  line,
  live,
  makeProject,
  send,
} from "./room_page.ts";

const dialog = (page: Page) => page.getByRole("alertdialog");
const focused = (page: Page) => page.evaluate(() => document.activeElement!.textContent);
const status = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });
const state = (page: Page) => page.locator("#members-state");
const WIDE = { viewport: { width: 1280, height: 800 } };
const NARROW = { viewport: { width: 360, height: 640 } };

browserTest("MembersPanel asks by name before it removes, and says what was done", async (w) => {
  const bob = await w.join("bob");
  const alice = await w.join("alice", { ...WIDE, bypassCSP: true });
  const room = await makeProject(alice, "Web <site>", "bob");
  await live(alice, "alice");
  await bob.goto(room);
  await live(bob, "bob");

  await ask(alice, "Manage bob", "Remove bob");
  await alice.getByRole("alertdialog", { name: "Remove bob from Web <site>?" }).waitFor();
  await dialog(alice).getByText("bob can no longer read or write here").waitFor();
  assert.equal(await focused(alice), "Cancel", "the harmless button");
  await assertAccessible(alice, "a question");
  await alice.keyboard.press("Escape");
  await dialog(alice).waitFor({ state: "detached" });
  assert.equal(await focused(alice), "Remove bob from the project", "back where it was");
  await alice.keyboard.press("Enter");
  await dialog(alice).getByRole("button", { name: "Cancel" }).click();
  await dialog(alice).waitFor({ state: "detached" });
  assert.equal(await focused(alice), "Remove bob from the project");
  assert.equal(await alice.locator(".member-list li").count(), 2);

  await alice.keyboard.press("Enter");
  const confirm = dialog(alice).getByRole("button", { name: "Remove bob" });
  assert.equal(await confirm.innerText(), "Remove bob");
  await confirm.click();
  await status(alice, "bob was removed from Web <site>.").waitFor();
  await dialog(alice).waitFor({ state: "detached" });
  await alice.waitForFunction(() => document.activeElement?.matches(".members .done"));
  await bob.getByRole("alert").filter({ hasText: "alice removed you" }).waitFor();
  assert.equal(await alice.locator(".member-list li").count(), 1);
  assert.equal(alice.url(), room);

  await alice.getByRole("button", { name: "Add again" }).waitFor();
  await assertAccessible(alice, "a notice of a removal");
  await alice.keyboard.press("Tab");
  assert.equal(await focused(alice), "Add again");
  await alice.keyboard.press("Enter");
  await status(alice, "Added: bob.").waitFor();
  await alice.locator(".member-list li").nth(1).waitFor();
  await alice.getByRole("button", { name: "Add again" }).waitFor({ state: "detached" });
  await alice.waitForFunction(() => document.activeElement?.matches(".members .done"));
  assert.equal(alice.url(), room);
  assert.deepEqual(w.scriptErrors, []);
});

browserTest(
  "MembersPanel asks before a project is handed over, and before it is left",
  async (w) => {
    await w.join("bob");
    const alice = await w.join("alice", NARROW);
    const room = await makeProject(alice, "Website", "bob");
    await alice.getByRole("button", { name: "Members" }).click();
    await live(alice, "alice");
    await ask(alice, "Manage bob", "Make bob the owner");
    await alice.getByRole("alertdialog", { name: "Make bob the owner of Website?" }).waitFor();
    await dialog(alice).getByRole("button", { name: "Make bob the owner" }).click();
    await status(alice, "bob owns Website now.").waitFor();
    await alice.waitForFunction(() => document.activeElement?.matches(".members .done"));
    assert.equal(await alice.locator(".member-actions").count(), 0);

    await fromSettings(alice, room, "Leave the project", "Leave now");
    await status(alice, "You left Website.").waitFor();
    assert.equal(await focused(alice), "You left Website.", "screen readers begin there");
    await alice.waitForURL(`${w.origin}/`);
    await alice.getByRole("button", { name: "Come back" }).click();
    await status(alice, "You are back in Website.").waitFor();
    assert.deepEqual(w.scriptErrors, []);
  },
);

browserTest("MembersPanel shows what was done, also where it was scrolled", async (w) => {
  await w.join("bob");
  const alice = await w.join("alice", NARROW);
  await makeProject(alice, "Website", "bob");
  await alice.getByRole("button", { name: "Members" }).click();
  await live(alice, "alice");
  await ask(alice, "Manage bob", "Remove bob");
  const panel = alice.locator(".members-content");
  await panel.evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
  await dialog(alice).getByRole("button", { name: "Remove bob" }).click();
  await status(alice, "bob was removed from Website.").waitFor();
  await alice.waitForFunction(() => document.activeElement?.matches(".members .done"));
  assert.equal(await panel.evaluate((panel) => panel.scrollTop), 0);
});

browserTest("MembersPanel says so when what it asks is settled meanwhile", async (w) => {
  const bob = await w.join("bob");
  const alice = await w.join("alice", WIDE);
  const room = await makeProject(alice, "Website", "bob");
  await live(alice, "alice");
  await bob.goto(room);
  await live(bob, "bob");
  await ask(alice, "Manage bob", "Remove bob");
  await fromSettings(bob, room, "Leave the project", "Leave now");
  await status(alice, "bob is not, or is no longer, a member of the project.").waitFor();
  await dialog(alice).waitFor({ state: "detached" });
  await alice.waitForFunction(() => document.activeElement?.matches(".members .done"));
});

for (
  const [language, expected] of [
    ["en-GB", ["Manage bob", "bob (here now)", "Members (2)"]],
    ["vi-VN", ["Quản lý bob", "bob (đang trong phòng)", "Thành viên (2)"]],
  ] as const
) {
  browserTest(`MembersPanel names whom it is about to screen readers, ${language}`, async (w) => {
    const bob = await w.join("bob");
    const alice = await w.join("alice", WIDE);
    const room = await makeProject(alice, "Website", "bob");
    await bob.goto(room);
    await live(bob, "bob");
    const reader = await alice.context().browser()!.newContext({ ...WIDE, locale: language });
    await reader.addCookies(await alice.context().cookies());
    const page = await reader.newPage();
    await page.goto(room);
    await live(page, "alice");
    const [manage, member, members] = expected;
    const nodes = await accessibilityTree(page);
    const named = (name: string) => nodes.filter((node) => node.name === name);
    const controls = named(manage).filter(({ role }) => !/Text/.test(role));
    assert.deepEqual(controls.map(({ role }) => role), ["DisclosureTriangle"]);
    assert.ok(controls[0].focusable);
    assert.deepEqual(named(members).map(({ role, focusable }) => [role, focusable])[0], [
      "heading",
      false,
    ]);
    const about = page.locator(".member-list .member-about").nth(1);
    assert.equal((await about.textContent())!.replace(/\s+/g, " "), member);
  });
}

browserTest(
  "MembersPanel knows nobody's presence while the server is lost, and sends nothing",
  async (w) => {
    const bob = await w.join("bob");
    const alice = await w.join("alice", { ...WIDE, bypassCSP: true });
    const room = await makeProject(alice, "Website", "bob");
    await live(alice, "alice");
    await bob.goto(room);
    await live(alice, "bob");
    await ask(alice, "Manage bob", "Remove bob");

    await w.stopServer();
    await state(alice).getByText("until the connection is back").waitFor();
    assert.equal(await alice.locator(".member-list .online").count(), 0);
    assert.equal(await alice.locator(".member-list").getByText("here now").count(), 0);
    await dialog(alice).getByText("until the connection is back").waitFor();
    await dialog(alice).getByRole("button", { name: "Remove bob" }).click({ force: true });
    await alice.keyboard.press("Escape");
    const sent: string[] = [];
    alice.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
    const names = alice.getByLabel("Add members");
    await names.fill("carol");
    await names.press("Enter");
    const remove = alice.locator("a.ask").filter({ hasText: "Remove bob" });
    await remove.focus();
    await remove.press("Enter");
    const add = alice.locator(".members").getByRole("button", { name: "Add", exact: true });
    assert.equal(await add.getAttribute("aria-disabled"), "true");
    await assertAccessible(alice, "a lost server");
    assert.equal(await dialog(alice).count(), 0);
    assert.deepEqual(sent, []);

    await w.startServer();
    await live(alice, "alice");
    assert.equal(await state(alice).textContent(), "");
    assert.equal(await names.inputValue(), "carol");
    assert.equal(await alice.locator(".member-list li").count(), 2);
    assert.deepEqual(w.scriptErrors, []);
  },
);

browserTest("ChatRoom is live again once the user is back with a new session", async (w) => {
  const alice = await w.join("alice", WIDE);
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await field(alice).fill("half a sen");
  await alice.getByLabel("Add members").fill("bob");
  const other = await alice.context().newPage();
  await other.goto(`${w.origin}/`);
  await other.getByRole("button", { name: "Log out" }).click();
  await state(alice).getByText("until you log in again").waitFor();
  assert.equal(await alice.locator(".member-list .online").count(), 0);
  await alice.getByLabel("Add members").press("Enter");
  assert.equal(await alice.locator("#members-problem").count(), 0, "nothing was sent");

  await other.getByLabel("Username").fill("alice");
  await other.getByLabel("Password").fill("matkhau-123");
  await other.getByRole("button", { name: "Log in" }).click();
  await other.waitForURL(`${w.origin}/`);
  await alice.evaluate(() => dispatchEvent(new Event("focus")));
  await live(alice, "alice");
  await alice.locator(".banner").waitFor({ state: "detached" });
  assert.equal(await field(alice).inputValue(), "half a sen");
  assert.equal(await alice.getByLabel("Add members").inputValue(), "bob");
});

/** Waits until what was about to be shown is. */
const nextFrame = (page: Page) =>
  page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))));

/** The name of the entry to what changes a message. */
const CHANGES = /^(Edit or delete this message|Delete)$/;

browserTest(
  "a project is archived and restored for everybody in its room and list at once",
  async (w) => {
    const bob = await w.join("bob", WIDE);
    const alice = await w.join("alice", { ...WIDE, bypassCSP: true });
    const room = await makeProject(alice, "Website", "bob");
    await live(alice, "alice");
    const list = await bob.context().newPage();
    await list.goto(`${w.origin}/`);
    const folded = list.locator(".archived-projects");
    await bob.goto(room);
    await live(bob, "bob");
    await send(bob, "of bob");
    await line(alice, "of bob").getByRole("link", { name: "Delete" }).waitFor();
    // It can be edited once its answer is there.
    await line(bob, "of bob").locator(".message-menu").waitFor({ state: "attached" });
    // The code of the form is loaded, so that the next one would be there at once.
    await field(bob).press("ArrowUp");
    await bob.locator(".edit-form").press("Escape");

    await alice.goto(`${room}/settings`);
    await alice.getByRole("link", { name: "Archive the project" }).click();
    await alice.getByRole("heading", { name: "Archive Website?" }).waitFor();
    await alice.getByText("you can restore it at any time").waitFor();
    await alice.getByRole("button", { name: "Archive", exact: true }).click();
    await status(alice, "Website is archived.").waitFor();
    await line(bob, "archived the project").waitFor();
    for (const page of [alice, bob]) {
      await status(page, "nothing can be written until its owner restores it").waitFor();
      assert.ok(await page.getByRole("button", { name: "Send" }).isDisabled());
      assert.equal(await page.getByRole("link", { name: CHANGES }).count(), 0);
      assert.equal(await page.locator(".add-members, .member-actions").count(), 0);
    }
    const copy = bob.getByRole("button", { name: "Copy the text" });
    await bob.locator(".composer .secondary").waitFor({ state: "attached" });
    assert.equal(await copy.isVisible(), false);
    await field(bob).press("ArrowUp");
    await nextFrame(bob);
    assert.equal(await bob.locator(".edit-form").count(), 0);
    await field(bob).fill("half a sen");
    await copy.waitFor();
    await field(bob).press("Enter");
    assert.equal(await bob.locator(".message").count(), 1);
    assert.equal(await field(bob).inputValue(), "half a sen");
    const announced: string[] = [];
    alice.on("request", (request) => {
      if (request.url().includes("/typing")) announced.push(request.url());
    });
    await field(alice).fill("to nobody");
    await nextFrame(alice);
    assert.deepEqual(announced, []);
    await folded.getByText("Archived project (1)").click();
    await folded.getByRole("link", { name: "Website" }).waitFor();
    await assertAccessible(alice, "an archived room");

    await fromSettings(alice, room, "Restore the project", "Restore");
    await status(alice, "Website is restored.").waitFor();
    await bob.locator(".banner").waitFor({ state: "detached" });
    await folded.waitFor({ state: "detached" });
    assert.equal(await field(bob).inputValue(), "half a sen");
    await field(bob).press("Enter");
    await line(alice, "half a sen").waitFor();
    await alice.getByLabel("Add members").waitFor();
    assert.deepEqual(w.scriptErrors, []);
  },
);
