import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { t } from "../../../client/i18n/translate.ts";
import { browserTest } from "../../islands/room_page.ts";
import { fill, logIn } from "./filled_pages.ts";

/** The bars of a page, and what is pressed to do something. Links within sentences may be smaller. */
const TARGETS = [
  ...[".sidebar", ".project-head", ".page-head", ".composer", ".members-head"].map((bar) =>
    `:is(${bar}) :is(a, button, input, textarea, summary)`
  ),
  "main :is(button, .button, summary, select, input)",
  ".message-menu",
].join(", ");

const PAGES = [
  "/",
  "/projects/1",
  "/projects/1/search?q=anh",
  "/projects/1/messages/4",
  "/projects/1/people",
  "/projects/1/settings",
  "/projects/1/archive",
  "/projects/4",
  "/me",
  "/server",
];

/** What a finger can't press anywhere within 44 × 44 px around its middle. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate((targets) => {
    const HALF = 21;
    const found: string[] = [];
    for (const target of document.querySelectorAll<HTMLElement>(targets)) {
      if (!target.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (target.matches('[type="hidden"], .visually-hidden, :disabled')) continue;
      target.scrollIntoView({ block: "center", inline: "center" });
      const { left, top, width, height } = target.getBoundingClientRect();
      if (width === 0) continue;
      const [x, y] = [left + width / 2, top + height / 2];
      const label = target.closest("label, .composer-box");
      const hits = ([dx, dy]: number[]) => {
        const there = document.elementFromPoint(x + dx, y + dy);
        return target.contains(there) || (label?.contains(there) ?? false);
      };
      if (![[-HALF, 0], [HALF, 0], [0, -HALF], [0, HALF]].every(hits)) {
        found.push(
          `${Math.round(width)} × ${Math.round(height)}: ${target.outerHTML.slice(0, 160)}`,
        );
      }
    }
    return found;
  }, TARGETS);
}

browserTest("what is pressed by touch is large enough", async (windows) => {
  await fill(windows.serverPort);
  const lan = await logIn(windows, "lan", "vi", {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  for (const path of PAGES) {
    await lan.goto(windows.origin + path);
    assert.deepEqual(await tooSmall(lan), [], path);
  }
  await lan.goto(`${windows.origin}/projects/1`);
  await lan.getByRole("button", { name: t("vi", "members"), exact: true }).tap();
  await lan.locator(".member-actions summary").first().tap();
  assert.deepEqual(await tooSmall(lan), [], "the members over the room");
});
