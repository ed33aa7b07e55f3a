import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, makeProject, send, texts } from "../islands/room_page.ts";

/** The field with the focus: its name, its text up to the caret and after it. */
const caret = (page: Page) =>
  page.evaluate(() => {
    const { name, value, selectionStart, selectionEnd } = document
      .activeElement as HTMLInputElement;
    return [name, value?.slice(0, selectionStart!), value?.slice(selectionEnd!)];
  });

/** Waits for a page whose field with the focus holds this text, and looks where the caret is. */
async function assertCaretAfter(page: Page, name: string, text: string): Promise<void> {
  await page.waitForFunction(
    ([name, text]) => {
      const field = document.activeElement as HTMLInputElement;
      return document.readyState === "complete" && field.name === name && field.value === text &&
        field.selectionStart === text.length;
    },
    [name, text],
  );
  assert.deepEqual(await caret(page), [name, text, ""]);
}

browserTest(
  "a refused form keeps what was typed, with the caret behind it",
  async ({ join, origin, scriptErrors }) => {
    const alice = await join("alice");
    alice.setDefaultTimeout(10_000);
    const room = await makeProject(alice, "Website", "");
    await send(alice, "hello");
    await alice.locator(".message:not(.pending)").filter({ hasText: "hello" }).waitFor();
    assert.deepEqual(await texts(alice), ["hello"]);
    const id = (await alice.locator(".message:not(.pending)").first().getAttribute("id"))!;

    await alice.goto(origin);
    const long = "x".repeat(256);
    await alice.getByLabel("Project name").fill(long);
    await alice.getByLabel("Members").fill("bob");
    await alice.getByRole("button", { name: "Create project" }).click();
    await assertCaretAfter(alice, "name", long);
    assert.equal(await alice.getByLabel("Members").inputValue(), "bob");

    await alice.goto(`${room}/settings?problem=invalid_project_name&name=${long}`);
    await assertCaretAfter(alice, "name", long);
    await alice.goto(`${room}?problem=user_not_found&names=nobody&unknown=0`);
    await assertCaretAfter(alice, "members", "nobody");
    await alice.goto(`${room}/search?q=zebra`);
    await assertCaretAfter(alice, "q", "zebra");

    await alice.goto(`${room}/messages/${id.split("-")[1]}`);
    const text = "y".repeat(16_001);
    await alice.getByLabel("Text of the message").fill(text);
    await alice.getByRole("button", { name: "Save the message" }).click();
    await assertCaretAfter(alice, "message", text);

    await alice.goto(`${origin}/server`);
    await alice.getByLabel("Address of the server").fill("nowhere");
    await alice.getByRole("button", { name: "Use this server" }).click();
    await assertCaretAfter(alice, "server", "nowhere");

    await alice.getByRole("button", { name: "Log out" }).click();
    await alice.getByRole("link", { name: "Register" }).click();
    await alice.getByLabel("Username").fill("bad name");
    await alice.getByLabel("Password").fill("short");
    await alice.getByRole("button", { name: "Register" }).click();
    await assertCaretAfter(alice, "username", "bad name");
    assert.equal(await alice.getByLabel("Password").inputValue(), "");
    await alice.locator("#password-problem").waitFor();
    assert.deepEqual(scriptErrors, []);
  },
);

browserTest("the first faulty field has the focus without script too", async ({ join, origin }) => {
  const alice = await join("alice", { javaScriptEnabled: false });
  await alice.getByRole("button", { name: "Log out" }).click();
  await alice.goto(`${origin}/register`);
  await alice.getByLabel("Username").fill("bad name");
  await alice.getByRole("button", { name: "Register" }).click();
  await alice.locator("#username:focus").waitFor();
  assert.equal(await alice.getByLabel("Username").inputValue(), "bad name");
  await alice.getByLabel("Username").fill("bob");
  await alice.getByLabel("Password").fill("short");
  await alice.getByRole("button", { name: "Register" }).click();
  await alice.locator("#password:focus").waitFor();
});
