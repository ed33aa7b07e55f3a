import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "../browser/accessibility.ts";
import type { ChatWindows } from "./chat_windows.ts";
import { browserTest, field, live, makeProject, withoutScript } from "./room_page.ts";

const WIDE = { viewport: { width: 1280, height: 800 }, bypassCSP: true };

const palette = (page: Page) => page.getByRole("combobox", { name: /Quick find|Tìm nhanh/ });
const options = (page: Page) => page.locator(".palette").getByRole("option");
const option = (page: Page, name: string) => page.locator(".palette").getByRole("option", { name });

/** Opens a page and waits until its keys act. */
async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(".palette-button:not([hidden])").waitFor({ state: "attached" });
}

/** Opens the palette and waits for what it offers. */
async function open(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await options(page).first().waitFor();
}

const activeText = (page: Page) =>
  page.locator('[role=option][aria-selected="true"] .palette-text').innerText();

/** Waits until the chosen option is the one with this text, which is also the one told to screen readers. */
async function waitForActive(page: Page, text: string): Promise<void> {
  await page.waitForFunction((text) => {
    const id = document.querySelector(".palette [role=combobox]")?.getAttribute(
      "aria-activedescendant",
    );
    const told = document.getElementById(id ?? "");
    return told?.getAttribute("aria-selected") === "true" &&
      told.querySelector(".palette-text")?.textContent === text;
  }, text);
}

const isFocused = (element: Element) => element === document.activeElement;

async function rooms({ join, origin }: ChatWindows) {
  await join("bob");
  const alice = await join("alice", WIDE);
  const plan = await makeProject(alice, "Kế hoạch", "bob");
  await alice.goto(origin);
  const line = await makeProject(alice, "Đường dây nóng", "");
  return { alice, plan, line };
}

browserTest("the palette finds projects and pages, and Enter opens them", async (w) => {
  const { alice, plan, line } = await rooms(w);
  for (
    const [typed, text, url] of [
      ["ke hoach", "Kế hoạch", plan],
      ["kh", "Kế hoạch", plan],
      ["ddn", "Đường dây nóng", line],
      ["duong", "Đường dây nóng", line],
      ["settings", "Settings", `${w.origin}/me`],
      ["board", "Board of Đường dây nóng", `${line}/board`],
      ["members of", "Members of Đường dây nóng", `${line}/people`],
    ]
  ) {
    await goTo(alice, line);
    await open(alice);
    await alice.keyboard.type(typed);
    await waitForActive(alice, text);
    await alice.keyboard.press("Enter");
    await palette(alice).waitFor({ state: "detached" });
    await alice.waitForURL(url);
  }
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("the palette opens on every page, and gives the focus back", async (w) => {
  const { alice, plan } = await rooms(w);
  for (const url of [w.origin, plan, `${plan}/people`, `${plan}/settings`, `${plan}/search`]) {
    await goTo(alice, url);
    const before = alice.locator(".brand");
    await before.focus();
    await open(alice);
    assert.ok(await palette(alice).evaluate(isFocused), url);
    await alice.keyboard.press("Escape");
    await palette(alice).waitFor({ state: "detached" });
    assert.ok(await before.evaluate(isFocused), url);
  }
  await goTo(alice, `${w.origin}/me`);
  const button = alice.getByRole("button", { name: "Quick find Ctrl K" });
  await button.click();
  await options(alice).first().waitFor();
  await alice.keyboard.press("Control+k");
  await palette(alice).waitFor({ state: "detached" });
  assert.ok(await button.evaluate(isFocused), "the same keys close it");
  await open(alice);
  await alice.mouse.click(10, 400);
  await palette(alice).waitFor({ state: "detached" });
});

browserTest(
  "arrow keys, Home and End choose, and a word being composed chooses nothing",
  async (w) => {
    const { alice, line } = await rooms(w);
    await goTo(alice, line);
    await open(alice);
    const texts = await alice.locator(".palette-text").allInnerTexts();
    assert.equal(texts[0], "Kế hoạch", "the project with the latest activity");
    await waitForActive(alice, texts[0]);
    for (const [key, at] of [["ArrowDown", 1], ["ArrowDown", 2], ["ArrowUp", 1]] as const) {
      await alice.keyboard.press(key);
      await waitForActive(alice, texts[at]);
    }
    await alice.keyboard.press("End");
    await waitForActive(alice, texts.at(-1)!);
    await alice.keyboard.press("ArrowDown");
    await waitForActive(alice, texts[0]);
    await alice.keyboard.press("ArrowUp");
    await waitForActive(alice, texts.at(-1)!);
    await alice.keyboard.press("Home");
    await waitForActive(alice, texts[0]);
    for (const key of ["Enter", "ArrowDown", "Escape"]) {
      await palette(alice).evaluate((field, key) => {
        const press = { key, isComposing: true, bubbles: true, cancelable: true };
        field.dispatchEvent(new KeyboardEvent("keydown", press));
      }, key);
    }
    // What comes after the keys above.
    await alice.keyboard.type("zzz");
    await waitForActive(alice, "Search for “zzz” in all projects");
    assert.equal(alice.url(), line);
    await alice.getByText("No results. Press Enter to search all projects.")
      .waitFor({ state: "attached" });
    await alice.keyboard.press("Tab");
    assert.ok(
      await alice.locator("dialog").evaluate((dialog) =>
        dialog.contains(document.activeElement) || document.activeElement === document.body
      ),
      "the page below is out of reach",
    );
    await palette(alice).focus();
    await alice.keyboard.press("Enter");
    await alice.waitForURL(`${w.origin}/search?q=zzz`);
  },
);

browserTest("a member is mentioned in the message that is being written", async (w) => {
  const { alice, plan } = await rooms(w);
  await goTo(alice, plan);
  await live(alice, "alice");
  await field(alice).fill("Ask");
  await open(alice);
  await alice.keyboard.type("bo");
  await waitForActive(alice, "bob");
  assert.equal(await option(alice, "alice").count(), 0, "not oneself");
  await alice.keyboard.press("Enter");
  await alice.keyboard.type("today");
  assert.equal(await field(alice).inputValue(), "Ask @bob today");
  await field(alice).press("Home");
  await open(alice);
  await alice.keyboard.press("Escape");
  await palette(alice).waitFor({ state: "detached" });
  await alice.keyboard.type("Now: ");
  assert.equal(await field(alice).inputValue(), "Now: Ask @bob today", "where the caret was");
  await alice.reload();
  // Kept as a draft.
  await alice.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>("#message")?.value === "Now: Ask @bob today"
  );
  await goTo(alice, `${plan}/settings`);
  await open(alice);
  await alice.keyboard.type("bob");
  await waitForActive(alice, "bob");
  await alice.keyboard.press("Enter");
  await alice.waitForURL(`${plan}/people`);
});

browserTest("the palette does what its page can do", async (w) => {
  const { alice, plan } = await rooms(w);
  await goTo(alice, plan);
  await live(alice, "alice");
  const choose = async (typed: string, text: string) => {
    await open(alice);
    await alice.keyboard.type(typed);
    await waitForActive(alice, text);
    await alice.keyboard.press("Enter");
  };
  const names = alice.locator(".add-members input");
  await choose("close", "Close the members");
  await names.waitFor({ state: "hidden" });
  await choose("add mem", "Add members");
  await names.waitFor();
  await alice.waitForFunction(() => document.activeElement?.id === "members");
  await choose("write", "Write a message");
  assert.ok(await field(alice).evaluate(isFocused));
  await choose("dark", "Theme: Dark");
  await alice.locator('html[data-theme="dark"]').waitFor();
  await goTo(alice, plan);
  await choose("tieng viet", "Ngôn ngữ: Tiếng Việt".replace("Ngôn ngữ", "Language"));
  await alice.locator('html[lang="vi"]').waitFor();
  await goTo(alice, plan);
  await choose("du an moi", "Dự án mới");
  await alice.waitForURL(`${w.origin}/#name`);
  await alice.waitForFunction(() => document.activeElement?.id === "name");
  await goTo(alice, plan);
  await choose("dang xuat", "Đăng xuất");
  await alice.waitForURL(/\/login/);
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("Escape closes the palette and not what is below it", async (w) => {
  const { alice, plan } = await rooms(w);
  await alice.setViewportSize({ width: 900, height: 700 });
  await goTo(alice, plan);
  await live(alice, "alice");
  await alice.getByRole("button", { name: "Members", exact: true }).click();
  const panel = alice.locator("#members-panel");
  await panel.waitFor();
  await open(alice);
  await alice.keyboard.press("Escape");
  await palette(alice).waitFor({ state: "detached" });
  assert.ok(await panel.isVisible());
  await alice.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
});

browserTest(
  "? shows the keys and / searches where nothing is typed, unless turned off",
  async (w) => {
    const { alice, plan } = await rooms(w);
    const keys = alice.getByRole("dialog", { name: "Keyboard shortcuts" });
    const search = alice.locator("input[name=q]").first();
    await goTo(alice, plan);
    await field(alice).focus();
    await alice.keyboard.type("a/b?");
    assert.equal(await field(alice).inputValue(), "a/b?");
    await alice.getByRole("log").focus();
    await alice.keyboard.press("/");
    await alice.waitForFunction(() => (document.activeElement as HTMLInputElement).name === "q");
    assert.equal(await search.inputValue(), "");
    await alice.getByRole("log").focus();
    await alice.keyboard.press("?");
    await keys.waitFor();
    await keys.getByLabel("Use the single-key shortcuts ? and /").uncheck();
    await alice.keyboard.press("Control+k");
    await keys.waitFor({ state: "detached" });
    assert.ok(await alice.getByRole("log").evaluate(isFocused));
    for (const key of ["?", "/"]) await alice.keyboard.press(key);
    await open(alice);
    assert.equal(await alice.locator("dialog").count(), 1);
    await alice.keyboard.type("shortcuts");
    await waitForActive(alice, "Keyboard shortcuts");
    await alice.keyboard.press("Enter");
    await keys.waitFor();
    await keys.getByLabel("Use the single-key shortcuts ? and /").check();
    await keys.getByRole("button", { name: "Close" }).click();
    await keys.waitFor({ state: "detached" });
    assert.ok(await alice.getByRole("log").evaluate(isFocused), "where the palette was opened");
    await alice.keyboard.press("?");
    await keys.waitFor();
  },
);

browserTest("Enter waits for what there is to choose", async (w) => {
  const { alice, plan, line } = await rooms(w);
  await goTo(alice, line);
  let answer = () => {};
  const asked = new Promise<void>((resolve) => answer = resolve);
  await alice.route("**/palette?*", async (route) => {
    await asked;
    await route.continue();
  });
  await alice.keyboard.press("Control+k");
  await palette(alice).waitFor();
  await alice.keyboard.type("ke hoach");
  await alice.keyboard.press("Enter");
  answer();
  await alice.waitForURL(plan);
});

browserTest("the palette offers what it can while the server is away", async (w) => {
  const { alice, plan } = await rooms(w);
  await goTo(alice, plan);
  await live(alice, "alice");
  await w.stopServer();
  await open(alice);
  await alice.locator(".palette").getByRole("alert").waitFor();
  await option(alice, "Theme: Dark").waitFor();
  assert.equal(await option(alice, "Đường dây nóng").count(), 0);
});

browserTest("without script there is no button that does nothing", async (w) => {
  const { alice, plan } = await rooms(w);
  await goTo(alice, plan);
  const plain = await withoutScript(alice);
  await plain.goto(plan);
  await plain.getByRole("heading", { name: "Kế hoạch" }).waitFor();
  assert.equal(await plain.locator(".palette-button").isVisible(), false);
  await plain.context().close();
});

browserTest("the palette and the keys are accessible in both themes and languages", async (w) => {
  const { alice, plan } = await rooms(w);
  for (const language of ["en", "vi"]) {
    for (const theme of ["light", "dark"]) {
      const chosen = { language, theme };
      await alice.context().addCookies(
        Object.entries(chosen).map(([name, value]) => ({ name, value, url: w.origin })),
      );
      const what = `${language}, ${theme}`;
      await goTo(alice, plan);
      await open(alice);
      await assertAccessible(alice, `palette, ${what}`);
      await alice.keyboard.type("zzz");
      await alice.waitForFunction(() =>
        document.querySelectorAll(".palette [role=option]").length === 1
      );
      assert.match(await activeText(alice), /“zzz”/);
      await assertAccessible(alice, `nothing found, ${what}`);
      await alice.keyboard.press("Escape");
      await alice.getByRole("log").focus();
      await alice.keyboard.press("?");
      await alice.locator("dialog.keys").waitFor();
      await assertAccessible(alice, `keys, ${what}`);
    }
  }
  assert.deepEqual(w.scriptErrors, []);
});
