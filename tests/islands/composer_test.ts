import assert from "node:assert/strict";
import type { BrowserContextOptions, Page } from "playwright-core";
import { browserTest, field, line, live, makeProject } from "./room_page.ts";

const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 380 },
  hasTouch: true,
  isMobile: true,
};

/** The least share of the screen that the log has. */
const LOG_SHARE = 0.4;

const stored = (page: Page) => page.locator(".message:not(.pending) .text");

browserTest("the field names the project, and says when it is archived", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  assert.equal(await field(alice).getAttribute("placeholder"), "Write to Website");
  await alice.goto(`${room}/archive`);
  await alice.getByRole("button", { name: "Archive", exact: true }).click();
  await alice.waitForURL(/\/projects\/1/);
  assert.match((await field(alice).getAttribute("placeholder"))!, /^This project is archived/);
});

browserTest("Enter begins a new line by choice, and Ctrl+Enter sends then", async (w) => {
  const alice = await w.join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await alice.evaluate(() => localStorage.setItem("chung enter", "new_line"));
  await field(alice).pressSequentially("one");
  await field(alice).press("Enter");
  await field(alice).pressSequentially("two");
  assert.equal(await field(alice).inputValue(), "one\ntwo");
  await field(alice).press("Control+Enter");
  await line(alice, "two").waitFor();
  await alice.evaluate(() => localStorage.removeItem("chung enter"));
  await field(alice).pressSequentially("three");
  await field(alice).press("Enter");
  await stored(alice).nth(1).waitFor();
  assert.deepEqual(await stored(alice).allInnerTexts(), ["one\ntwo", "three"]);
});

browserTest("on a touch screen Enter begins a new line, and the button sends", async (w) => {
  const alice = await w.join("alice", PHONE);
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await field(alice).pressSequentially("one");
  await field(alice).press("Enter");
  await field(alice).pressSequentially("two");
  assert.equal(await alice.locator(".message").count(), 0);
  // Big enough for a finger, and letters that no phone zooms into.
  const { width, height } = (await alice.getByRole("button", { name: "Send" }).boundingBox())!;
  assert.ok(width >= 44 && height >= 44, `${width} × ${height}`);
  const letters = await field(alice).evaluate((field) => getComputedStyle(field).fontSize);
  assert.ok(parseFloat(letters) >= 16, letters);
  await alice.getByRole("button", { name: "Send" }).tap();
  await stored(alice).waitFor();
  assert.equal(await stored(alice).innerText(), "one\ntwo");
});

browserTest("text is pasted as text with its lines, whatever ends them", async (w) => {
  const alice = await w.join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await alice.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await alice.evaluate(() =>
    navigator.clipboard.write([
      new ClipboardItem({
        "text/plain": new Blob(["một\r\nhai\r\n\r\nba"], { type: "text/plain" }),
        "text/html": new Blob(["<b>một</b><p>hai</p>"], { type: "text/html" }),
      }),
    ])
  );
  await field(alice).press("ControlOrMeta+v");
  assert.equal(await field(alice).inputValue(), "một\nhai\n\nba");
  await field(alice).press("Enter");
  await stored(alice).waitFor();
  assert.equal(await stored(alice).innerText(), "một\nhai\n\nba");
});

browserTest("no input method sends what is still composed", async (w) => {
  const alice = await w.join("alice");
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  const devtools = await alice.context().newCDPSession(alice);
  // Telex, VNI and Pinyin: what is composed, and what Enter confirms.
  for (const [composed, text] of [["tieengs", "tiếng"], ["tie6ng1", "tiếng"], ["nihao", "你好"]]) {
    await field(alice).focus();
    for (let at = 1; at <= composed.length; at++) {
      await devtools.send("Input.imeSetComposition", {
        text: composed.slice(0, at),
        selectionStart: at,
        selectionEnd: at,
      });
    }
    const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 };
    await devtools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
    await devtools.send("Input.insertText", { text });
    await devtools.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
    assert.equal(await field(alice).inputValue(), text, composed);
    await field(alice).fill("");
  }
  assert.equal(await alice.locator(".message").count(), 0);
});

browserTest(
  "near the limit the characters are counted, and beyond it is said what to do",
  async (w) => {
    const alice = await w.join("alice");
    await makeProject(alice, "Website", "");
    await live(alice, "alice");
    const counter = alice.locator(".length");
    await field(alice).fill("x".repeat(14_999));
    await field(alice).press("End");
    assert.equal(await counter.count(), 0);
    await field(alice).pressSequentially("x");
    await counter.filter({ hasText: "1,000 characters left" }).waitFor();
    await field(alice).fill("🎉".repeat(15_990));
    await counter.filter({ hasText: /^10 characters left/ }).waitFor();
    await field(alice).fill("x".repeat(16_120));
    await counter.filter({ hasText: "120 characters too long. Shorten it" }).waitFor();
    await alice.getByRole("status").filter({ hasText: "The message is too long." })
      .waitFor({ state: "attached" });
    await field(alice).fill("x".repeat(15_500));
    await field(alice).press("Enter");
    await stored(alice).waitFor();
    await counter.waitFor({ state: "detached" });
  },
);

browserTest("with a keyboard on the screen two fifths of it stay log", async (w) => {
  const alice = await w.join("alice", PHONE);
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  for (let at = 0; at < 12; at++) {
    await field(alice).fill(`message ${at}`);
    await alice.getByRole("button", { name: "Send" }).tap();
  }
  await stored(alice).nth(11).waitFor();
  const parts = () =>
    alice.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
      return { log: box(".log").height, field: box("#message").bottom, page: innerHeight };
    });
  await field(alice).fill("line\n".repeat(40));
  const { field: bottom, page } = await parts();
  assert.ok(bottom <= page, "the field stays on the screen");
  await field(alice).fill("");
  const { log } = await parts();
  assert.ok(log >= LOG_SHARE * page, `${log} px of ${page}`);
  // Further up, the way to the newest lies below the text.
  await alice.getByRole("log").evaluate((log) => log.scrollTop = 0);
  const newest = alice.getByRole("button", { name: "To the newest" });
  await newest.waitFor();
  const [lines, button] = [
    (await alice.getByRole("log").boundingBox())!,
    (await newest.boundingBox())!,
  ];
  assert.ok(button.y >= lines.y + lines.height - 1);
});
