import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "../browser/accessibility.ts";
import type { ChatWindows } from "./chat_windows.ts";
import { browserTest, field, live, makeProject } from "./room_page.ts";

const list = (page: Page) => page.getByRole("listbox", { name: "Emoji" });
const options = (page: Page) => page.getByRole("option");
const stored = (page: Page) => page.locator(".message:not(.pending) .text");

async function aliceInRoom(w: ChatWindows): Promise<Page> {
  const alice = await w.join("alice", { bypassCSP: true });
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  return alice;
}

/** Waits for a text in the field: what replaces a name is loaded first. */
const written = (page: Page, text: string) =>
  page.waitForFunction(
    (text) => document.querySelector<HTMLTextAreaElement>("#message")!.value === text,
    text,
  );

browserTest("emoji are completed by their names in both languages", async (w) => {
  const alice = await aliceInRoom(w);
  await field(alice).pressSequentially("vui :cuoi");
  await list(alice).waitFor();
  assert.equal(await options(alice).first().innerText(), "😄\ncười");
  assert.equal(await options(alice).first().locator("span[lang]").getAttribute("lang"), "vi");
  assert.equal(await field(alice).getAttribute("aria-activedescendant"), "completion-option-0");
  await assertAccessible(alice, "emoji to choose from");
  await field(alice).press("ArrowDown");
  await field(alice).press("ArrowUp");
  await field(alice).press("Enter");
  assert.equal(await field(alice).inputValue(), "vui 😄 ");
  assert.equal(await list(alice).count(), 0);
  await field(alice).pressSequentially(":hear");
  await options(alice).filter({ hasText: /heart eyes$/ }).click();
  await written(alice, "vui 😄 😍 ");
  assert.ok(await field(alice).evaluate((field) => field === document.activeElement));
  await field(alice).press("ControlOrMeta+z");
  await written(alice, "vui 😄 :hear");
  // With what stands there again the list is there again.
  await field(alice).press("Escape");
  await list(alice).waitFor({ state: "detached" });
  await field(alice).press("Enter");
  await stored(alice).waitFor();
  assert.equal(await stored(alice).innerText(), "vui 😄 :hear");
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("a name typed with both colons becomes its emoji, until that is undone", async (w) => {
  const alice = await aliceInRoom(w);
  await field(alice).pressSequentially("ok :+1:");
  await written(alice, "ok 👍");
  await field(alice).pressSequentially(", :heart: :no_such_name: 10:30:");
  assert.equal(await field(alice).inputValue(), "ok 👍, ❤️ :no_such_name: 10:30:");
  await field(alice).press("Enter");
  await stored(alice).waitFor();
  assert.equal(await stored(alice).innerText(), "ok 👍, ❤️ :no_such_name: 10:30:");
  await field(alice).pressSequentially(":tada:");
  assert.equal(await field(alice).inputValue(), "🎉");
  await field(alice).press("ControlOrMeta+z");
  assert.equal(await field(alice).inputValue(), ":tada:");
  // Undoing selects what comes back.
  await field(alice).press("End");
  await field(alice).pressSequentially(" :)");
  assert.equal(await field(alice).inputValue(), ":tada: :)");
});

browserTest(
  "no emoji is made of a list that was closed, of code, or of what is pasted",
  async (w) => {
    const alice = await aliceInRoom(w);
    await field(alice).pressSequentially(":hear");
    await list(alice).waitFor();
    await field(alice).press("Escape");
    await field(alice).pressSequentially("t: ");
    assert.equal(await field(alice).inputValue(), ":heart: ");
    assert.equal(await list(alice).count(), 0);
    await field(alice).pressSequentially("`:heart:` :smile");
    await list(alice).waitFor();
    await field(alice).press("Tab");
    assert.equal(await field(alice).inputValue(), ":heart: `:heart:` 😄 ");
    await field(alice).evaluate((field: HTMLTextAreaElement) => {
      field.setRangeText(":tada:", field.value.length, field.value.length, "end");
      field.dispatchEvent(
        new InputEvent("input", { bubbles: true, inputType: "insertFromPaste", data: null }),
      );
    });
    assert.equal(await field(alice).inputValue(), ":heart: `:heart:` 😄 :tada:");
  },
);

browserTest("what an input method composes is completed when it is done", async (w) => {
  const alice = await aliceInRoom(w);
  const devtools = await alice.context().newCDPSession(alice);
  await field(alice).pressSequentially(":smile:");
  await written(alice, "😄");
  await field(alice).pressSequentially(" :");
  await devtools.send("Input.imeSetComposition", {
    text: "cươi",
    selectionStart: 4,
    selectionEnd: 4,
  });
  assert.equal(await field(alice).inputValue(), "😄 :cươi");
  assert.equal(await list(alice).count(), 0);
  await devtools.send("Input.insertText", { text: "cười" });
  await list(alice).waitFor();
  await field(alice).press("Enter");
  assert.equal(await field(alice).inputValue(), "😄 😄 ");
  assert.equal(await alice.locator(".message").count(), 0);
});

browserTest(
  "on a touch screen a word that the keyboard composes is completed by a tap",
  async (w) => {
    const alice = await w.join("alice", {
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    await makeProject(alice, "Website", "");
    await live(alice, "alice");
    const devtools = await alice.context().newCDPSession(alice);
    const compose = (text: string) =>
      devtools.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await field(alice).pressSequentially("vui :");
    for (const text of ["c", "cu", "cuo", "cuoi"]) await compose(text);
    const { height } = (await options(alice).first().boundingBox())!;
    assert.ok(height >= 44, `${height} px`);
    await options(alice).first().tap();
    await written(alice, "vui 😄 ");
    assert.equal(await list(alice).count(), 0);
    await devtools.send("Input.insertText", { text: "quá" });
    assert.equal(await field(alice).inputValue(), "vui 😄 quá");
  },
);

browserTest("the names of emoji are loaded when the first one is typed", async (w) => {
  const alice = await w.join("alice");
  const loaded: string[] = [];
  alice.on("response", async (response) => {
    if (!response.url().includes("/_fresh/js/")) return;
    const text = await response.text().catch(() => "");
    if (text.includes("rolling_on_the_floor_laughing")) loaded.push(response.url());
  });
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await field(alice).pressSequentially("hi @al :D 10:30 :c");
  assert.deepEqual(loaded, []);
  await field(alice).pressSequentially("a");
  await list(alice).waitFor();
  assert.equal(loaded.length, 1);
});

browserTest("Ctrl+Enter sends, whatever a list offers", async (w) => {
  const alice = await aliceInRoom(w);
  await field(alice).pressSequentially("see :hear");
  await list(alice).waitFor();
  await field(alice).press("Control+Enter");
  await stored(alice).waitFor();
  assert.equal(await stored(alice).innerText(), "see :hear");
});
