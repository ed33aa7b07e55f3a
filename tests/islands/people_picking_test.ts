import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "../browser/accessibility.ts";
import { browserTest, live, makeProject } from "./room_page.ts";
import type { ChatWindows } from "./chat_windows.ts";

const WIDE = { viewport: { width: 1280, height: 800 }, bypassCSP: true };

const names = (page: Page) => page.locator("#members");
const list = (page: Page) => page.getByRole("listbox", { name: "People in your projects" });
const options = (page: Page) => list(page).getByRole("option");
const active = (page: Page) =>
  names(page).evaluate((field) =>
    document.getElementById(field.getAttribute("aria-activedescendant") ?? "")?.textContent ?? null
  );

/** Types, once more if the code that offers people was loaded by the first letters only. */
async function type(page: Page, text: string): Promise<void> {
  await names(page).pressSequentially(text);
  await list(page).waitFor();
}

/** Alice, who shares a project with three others. */
async function withFriends(w: ChatWindows, options = WIDE): Promise<Page> {
  for (const name of ["lan", "minh", "minh.anh"]) await w.join(name);
  const alice = await w.join("alice", options);
  await makeProject(alice, "First", "lan, minh, minh.anh");
  await alice.goto(`${w.origin}/`);
  return alice;
}

browserTest("a new project's people are picked by the keyboard, or typed as ever", async (w) => {
  const alice = await withFriends(w);
  await alice.getByLabel("Project name").fill("Second");
  await type(alice, "Lâ");
  assert.deepEqual(await options(alice).allInnerTexts(), ["lan"]);
  assert.equal(await active(alice), "lan");
  assert.equal(await names(alice).getAttribute("aria-expanded"), "true");
  await assertAccessible(alice, "people to choose from");
  await alice.keyboard.press("Enter");
  assert.equal(await names(alice).inputValue(), "lan, ");
  await list(alice).waitFor({ state: "detached" });
  assert.equal(await names(alice).getAttribute("aria-expanded"), "false");

  await type(alice, "m");
  assert.deepEqual(await options(alice).allInnerTexts(), ["minh", "minh.anh"]);
  await alice.keyboard.press("ArrowDown");
  assert.equal(await active(alice), "minh.anh");
  await alice.keyboard.press("ArrowDown");
  assert.equal(await active(alice), "minh");
  await alice.keyboard.press("Escape");
  await list(alice).waitFor({ state: "detached" });
  assert.equal(await names(alice).inputValue(), "lan, m");
  await alice.keyboard.press("ArrowDown");
  await list(alice).waitFor();
  await alice.keyboard.press("Tab");
  assert.equal(await names(alice).inputValue(), "lan, minh, ");

  // An input method's Enter chooses among its own suggestions.
  await type(alice, "m");
  await names(alice).dispatchEvent("keydown", { key: "Enter", keyCode: 229, isComposing: true });
  assert.equal(await names(alice).inputValue(), "lan, minh, m");

  await names(alice).fill("lan;minh nobody");
  await alice.keyboard.press("Enter");
  await alice.getByText("There is no such username: nobody.").waitFor();
  assert.equal(await names(alice).inputValue(), "lan;minh nobody", "the others stay");
  assert.deepEqual(w.scriptErrors, []);
});

browserTest(
  "people are picked by a finger on their page, where members are left out",
  async (w) => {
    const alice = await withFriends(w, {
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      bypassCSP: true,
      // deno-lint-ignore no-explicit-any
    } as any);
    const room = await makeProject(alice, "Second", "minh");
    await alice.goto(`${room}/people`);
    await names(alice).tap();
    // Everybody else, before anything is typed.
    await list(alice).waitFor();
    assert.deepEqual(await options(alice).allInnerTexts(), ["lan", "minh.anh"]);
    assert.equal(await active(alice), null, "Enter does what it always does");
    const { height } = (await options(alice).first().boundingBox())!;
    assert.ok(height >= 44, `${height} px for a finger`);
    await assertAccessible(alice, "people to choose from, narrow");
    await options(alice).filter({ hasText: "minh.anh" }).tap();
    assert.equal(await names(alice).inputValue(), "minh.anh, ");
    assert.ok(await names(alice).evaluate((field) => field === document.activeElement));
    await alice.getByRole("button", { name: "Add", exact: true }).tap();
    await alice.getByText("Added: minh.anh.").waitFor();
    assert.deepEqual(w.scriptErrors, []);
  },
);

browserTest("people are picked in a room, and who comes or goes is known at once", async (w) => {
  const alice = await withFriends(w);
  await makeProject(alice, "Second", "");
  await live(alice, "alice");
  const asked: string[] = [];
  alice.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === "/people.json") asked.push(pathname);
  });
  assert.deepEqual(asked, []);
  await names(alice).click();
  await type(alice, "mi");
  assert.deepEqual(asked, ["/people.json"]);
  await assertAccessible(alice, "people to choose from in a room");
  await options(alice).first().click();
  assert.equal(await names(alice).inputValue(), "minh, ");
  await alice.keyboard.press("Enter");
  await alice.getByText("Added: minh.").waitFor();
  await alice.locator(".member-list li").nth(1).waitFor();
  await type(alice, "mi");
  assert.deepEqual(await options(alice).allInnerTexts(), ["minh.anh"]);
  // Escape closes the list, and not the panel with it.
  await alice.keyboard.press("Escape");
  await list(alice).waitFor({ state: "detached" });
  assert.ok(await names(alice).isVisible());
  assert.deepEqual(w.scriptErrors, []);
});
