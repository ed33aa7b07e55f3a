import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, line, live, makeProject, send } from "./room_page.ts";

/** Reached by the arrow keys, from the one of them that Tab reaches. */
const BY_ARROWS = ".message-menu, .tool, [role=option]";

/** Presses Tab from the page's start to its end; returns what it leaves out, and what doesn't show the focus. */
async function walk(page: Page): Promise<{ left: string[]; hidden: string[]; reached: number }> {
  await page.locator(".skip-link").focus();
  await page.evaluate(() => {
    document.activeElement!.setAttribute("data-reached", "");
  });
  const hidden: string[] = [];
  let reached = 1;
  for (;;) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement!;
      if (element === document.body || element.hasAttribute("data-reached")) return null;
      element.setAttribute("data-reached", "");
      // A row shows it around all of itself, and a field around its box.
      const places = [[element, null], [element, "::after"], [
        element.parentElement!,
        null,
      ]] as const;
      const seen = places.some(([place, part]) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(place, part);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      });
      return { seen, html: element.outerHTML.slice(0, 120) };
    });
    if (at === null) break;
    reached += 1;
    if (!at.seen) hidden.push(at.html);
  }
  const left = await page.evaluate(
    (byArrows) =>
      [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
        .filter((element) =>
          element.checkVisibility() && !element.matches(byArrows) &&
          !element.matches("[data-reached], :disabled, [type=hidden]")
        )
        .map((element) => element.outerHTML.slice(0, 120)),
    BY_ARROWS,
  );
  return { left, hidden, reached };
}

browserTest("Tab reaches everything on every page, and shows where it is", async (w) => {
  await w.join("bob");
  const alice = await w.join("alice", { viewport: { width: 1280, height: 800 } });
  const room = await makeProject(alice, "Website", "bob");
  await live(alice, "alice");
  for (const text of ["see https://example.org", "```\ncode\n```", "tea?"]) {
    await send(alice, text);
    await line(alice, text.replaceAll("`", "").trim()).waitFor();
  }
  for (const width of [1280, 900, 360]) {
    await alice.setViewportSize({ width, height: 800 });
    for (const page of [w.origin, room, `${room}/people`, `${room}/settings`, `${w.origin}/me`]) {
      await alice.goto(page);
      await alice.locator(".palette-button:not([hidden])").waitFor({ state: "attached" });
      if (page === room) await live(alice, "alice");
      const { left, hidden, reached } = await walk(alice);
      assert.deepEqual([left, hidden], [[], []], `${page} at ${width}`);
      assert.ok(reached > 5, `${page} at ${width}: ${reached}`);
    }
  }
});

browserTest("the arrow keys lead from message to message, and into their buttons", async (w) => {
  const alice = await w.join("alice", { viewport: { width: 1280, height: 800 } });
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  for (const text of ["one", "two", "three"]) {
    await send(alice, text);
    // One that is on its way has nothing to be acted on yet.
    await alice.locator(".message:not(.pending)").filter({ hasText: text }).waitFor();
  }
  const focusIn = (text: string, selector: string) =>
    alice.waitForFunction(({ text, selector }) => {
      const element = document.activeElement;
      return element?.matches(selector) &&
        element.closest("li")?.querySelector(".text")?.textContent === text;
    }, { text, selector });
  await alice.locator(".message-menu").last().focus();
  await alice.keyboard.press("ArrowUp");
  await focusIn("two", ".message-menu");
  await alice.keyboard.press("Enter");
  await focusIn("two", ".tool:first-child");
  await alice.keyboard.press("ArrowRight");
  await focusIn("two", ".tool:nth-child(2)");
  await alice.keyboard.press("Escape");
  await focusIn("two", ".message-menu");
  await alice.keyboard.press("ArrowDown");
  await focusIn("three", ".message-menu");
});
