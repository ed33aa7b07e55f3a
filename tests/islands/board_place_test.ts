import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "../browser/accessibility.ts";
import { card, openBoard } from "./board_window.ts";
import { browserTest } from "./room_page.ts";

async function hasTitle(page: Page, title: string): Promise<void> {
  await page.waitForFunction((title) => document.title === title, title, { polling: 50 })
    .catch(async () => assert.equal(await page.title(), title));
}

browserTest(
  "the page's title is the board's, also with the chat beside it, and follows the project's name",
  async (w) => {
    const board = await openBoard(w, ["A"], {
      viewport: { width: 1500, height: 800 },
      reducedMotion: "reduce",
      bypassCSP: true,
    });
    try {
      const { page, url } = board;
      await page.locator(".board-chat .notice").first().waitFor();
      await hasTitle(page, "Board of Website · Chung");
      await assertAccessible(page, "the board with the chat beside it");

      const settings = await page.context().newPage();
      await settings.goto(url.replace(/board$/, "settings"));
      const rename = async (name: string) => {
        await settings.getByRole("textbox", { name: "Project name" }).fill(name);
        await settings.locator("form:has(#name) button").click();
        await settings.getByText(name).first().waitFor();
      };
      await rename("Shop");
      await hasTitle(page, "Board of Shop · Chung");
      await page.locator(".chat-toggle").click();
      await page.locator(".board-chat").waitFor({ state: "detached" });
      await rename("Market");
      await hasTitle(page, "Board of Market · Chung");
    } finally {
      await board.close();
    }
  },
);

browserTest(
  "the tabs of a narrow board mark the column in view; a new task that the filter hides is told",
  async (w) => {
    const board = await openBoard(w, ["A"], {
      viewport: { width: 320, height: 640 },
      hasTouch: true,
    });
    try {
      const { page } = board;
      const marked = (name: string) =>
        page.locator('.column-tabs a[aria-current="true"]').filter({ hasText: name }).waitFor();
      await marked("To do");
      await page.locator(".column-tabs a").last().click();
      await marked("Done");
      assert.equal(await page.locator(".column-tabs [aria-current]").count(), 1);
      await page.locator(".column-tabs a").first().click();
      await marked("To do");

      const filter = page.locator(".board-filter");
      assert.ok(
        await filter.evaluate((bar) => bar.scrollWidth <= bar.clientWidth),
        "nothing is cut",
      );
      await filter.locator("input").fill("zzz");
      await card(page, "A").waitFor({ state: "detached" });
      await page.locator("#column-todo input[name=title]").fill("Buy tea");
      await page.keyboard.press("Enter");
      await page.getByText("Buy tea was added, but the filter hides it.").waitFor();
      assert.equal(await card(page, "Buy tea").count(), 0);
      await filter.getByRole("link").click();
      await card(page, "Buy tea").waitFor();
    } finally {
      await board.close();
    }
    assert.deepEqual(w.scriptErrors, []);
  },
);
