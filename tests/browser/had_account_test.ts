import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, makeProject } from "../islands/room_page.ts";
import { assertAccessible } from "./accessibility.ts";

const TEXT = "You already had an account with this name and password; you are logged in.";

/** Registers from the page that asks to log in first. */
async function register(page: Page, wanted: string): Promise<void> {
  // A room has no space for it in a small window.
  await page.goto(new URL("/", wanted).href);
  await page.getByRole("button", { name: "Log out" }).click();
  await page.goto(wanted);
  await page.getByRole("link", { name: "Register" }).click();
  await page.getByLabel("Username").fill("alice");
  await page.getByLabel("Password").fill("matkhau-123");
  await page.getByRole("button", { name: "Register" }).click();
  await page.waitForURL(wanted);
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";
  browserTest(`who had an account is told once, where the focus is, ${how}`, async (windows) => {
    const { join, origin, scriptErrors } = windows;
    const viewport = { width: 320, height: 640 };
    const alice = await join("alice", { javaScriptEnabled, viewport, bypassCSP: true });
    const room = await makeProject(alice, "Website", "");
    for (const page of [`${origin}/`, room]) {
      await register(alice, page);
      const notice = alice.locator("[role=status]:focus");
      await notice.waitFor();
      assert.equal(await notice.innerText(), TEXT);
      if (javaScriptEnabled) await assertAccessible(alice, page);
      if (page === room) {
        const send = (await alice.getByRole("button", { name: "Send" }).boundingBox())!;
        assert.ok(send.y + send.height <= viewport.height, "the composer stays in view");
      }
      await alice.reload();
      assert.equal(await alice.getByText(TEXT).count(), 0);
    }
    assert.deepEqual(scriptErrors, []);
  });
}
