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
  // The question whether to notify stands in the settings too, and goes when it is answered.
  "main :is(button:not(.room-foot *), .button, summary, select, input)",
  ".message-menu",
  ".task-chip",
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
  "/account",
  "/server",
];

/** What a finger can't press anywhere within 44 × 44 px around its middle. Nothing else lies over `within`. */
function tooSmall(page: Page, within = "body"): Promise<string[]> {
  return page.evaluate(([targets, within]) => {
    const HALF = 21;
    const found: string[] = [];
    for (const target of document.querySelector(within)!.querySelectorAll<HTMLElement>(targets)) {
      if (!target.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (target.matches('[type="hidden"], :disabled')) continue;
      target.scrollIntoView({ block: "center", inline: "center" });
      // What presses a label presses its field.
      const area = target.closest("label") ?? target;
      const { left, top, width, height } = area.getBoundingClientRect();
      if (width === 0) continue;
      const [x, y] = [left + width / 2, top + height / 2];
      const hits = ([dx, dy]: number[]) => area.contains(document.elementFromPoint(x + dx, y + dy));
      if (![[-HALF, 0], [HALF, 0], [0, -HALF], [0, HALF]].every(hits)) {
        found.push(
          `${Math.round(width)} × ${Math.round(height)}: ${target.outerHTML.slice(0, 160)}`,
        );
      }
    }
    return found;
  }, [TARGETS, within]);
}

browserTest("what is pressed by touch is large enough", async (windows) => {
  await fill(windows.serverPort);
  const lan = await logIn(windows, "lan", "vi", {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const found: Record<string, string[]> = {};
  for (const path of PAGES) {
    await lan.goto(windows.origin + path);
    found[path] = await tooSmall(lan);
  }
  await lan.goto(`${windows.origin}/projects/1`);
  await lan.getByRole("button", { name: t("vi", "members"), exact: true }).tap();
  await lan.locator(".member-actions summary").first().tap();
  found["the members over the room"] = await tooSmall(lan, ".members");
  for (const [what, small] of Object.entries(found)) if (small.length === 0) delete found[what];
  assert.deepEqual(found, {});
});
