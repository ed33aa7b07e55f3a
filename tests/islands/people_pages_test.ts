import type { Page } from "playwright-core";
import { assertAccessibleInBothThemes } from "../browser/accessibility.ts";
import { browserTest, makeProject } from "./room_page.ts";

/** The button in a notice that takes back what it tells. */
const undo = (page: Page) => page.locator(".page-notice .undo button");

for (const locale of ["vi-VN", "en-GB"]) {
  browserTest(
    `people, settings and notices are accessible in both themes, ${locale}`,
    async (w) => {
      for (const name of ["lan", "minh"]) await w.join(name);
      const owner = await w.join("alice");
      await makeProject(owner, "First", "lan, minh");
      await owner.goto(`${w.origin}/`);
      const room = await makeProject(owner, "Kế hoạch", "lan");
      const context = await owner.context().browser()!.newContext({
        locale,
        bypassCSP: true,
        reducedMotion: "reduce",
        storageState: await owner.context().storageState(),
      });
      const page = await context.newPage();
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const check = (what: string) => assertAccessibleInBothThemes(page, `${what} at ${width}`);
        const confirm = async (below: string) => {
          await page.goto(room + below);
          await check(below);
          await page.locator("main form button").click();
          await undo(page).waitFor();
          await check(`${below}, done`);
        };
        await page.goto(`${room}/people`);
        await page.locator("#members").click();
        await page.getByRole("listbox").waitFor();
        await check("people to choose from");
        await page.locator("#members").fill("minh, nobody");
        await page.keyboard.press("Enter");
        await page.locator("#members-problem").waitFor();
        await check("an unknown name");
        await confirm("/members/remove?username=lan");
        await undo(page).click();
        await page.waitForURL(/added=lan/);
        await check("added again");
        await page.goto(`${room}/settings`);
        await check("settings");
        await page.locator("#name").fill(`Kế hoạch mới ${width}`);
        await page.keyboard.press("Enter");
        await undo(page).waitFor();
        await check("renamed");
        await confirm("/archive");
        await undo(page).click();
        await page.locator(".banner").waitFor({ state: "detached" });
        await undo(page).waitFor();
        await check("restored");
        await page.goto(`${room}/owner?username=lan`);
        await check("handing on");
      }
    },
  );
}
