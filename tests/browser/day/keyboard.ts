import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { Hands } from "./hands.ts";

/** More presses of Tab than any page has stops. */
const MOST_STOPS = 120;

/** The keyboard alone: the focus comes from Tab, Enter, arrows and Escape. */
export const keyboard: Hands = {
  async press(control) {
    const inToolbar = await control.evaluate((control) => control.closest('[role="toolbar"]'));
    await reach(control, inToolbar === null ? "Tab" : "ArrowRight");
    await control.page().keyboard.press("Enter");
  },
  async write(field, text) {
    const { keyboard } = field.page();
    await reach(field);
    await keyboard.press("ControlOrMeta+A");
    for (const [at, line] of text.split("\n").entries()) {
      if (at > 0) await keyboard.press("Shift+Enter");
      await keyboard.type(line);
    }
  },
  async choose(list, option) {
    await reach(list);
    // As with every closed list of choices, its first letters choose.
    await list.page().keyboard.type(option);
    assert.equal(await list.inputValue(), option);
  },
  async send(field) {
    assert.ok(await hasFocus(field));
    await field.page().keyboard.press("Enter");
  },
  async showTools(message) {
    const { keyboard } = message.page();
    await reach(message.page().locator('.message-menu:not([tabindex="-1"])'), "Shift+Tab");
    const menu = message.locator(".message-menu");
    for (let above = 0; !await hasFocus(menu); above++) {
      assert.ok(above < MOST_STOPS, "the arrows come to the message");
      await keyboard.press("ArrowUp");
    }
    await keyboard.press("Enter");
    await message.getByRole("toolbar").getByRole("button").first().waitFor();
  },
};

/** Moves the focus to a control by a key, and checks that it is seen on its way. */
async function reach(
  control: Locator,
  key: "Tab" | "Shift+Tab" | "ArrowRight" = "Tab",
): Promise<void> {
  const page = control.page();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await hasFocus(control)) return await assertFocusSeen(page);
    await page.keyboard.press(key);
    // Past the end of a page, the focus is outside of it.
    if (await focusOf(page) !== "nothing") await assertFocusSeen(page);
  }
  assert.fail(`${key} never comes to ${control}`);
}

const hasFocus = (control: Locator) =>
  control.evaluate((control) => control === document.activeElement);

/** Fails unless something has the focus, and the person can see what. */
export async function assertFocusSeen(page: Page): Promise<void> {
  assert.equal(await focusOf(page), "seen");
}

/** Tells whether the focus is seen; if not, where it is and why. */
function focusOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return "nothing";
    const what = focused.outerHTML.slice(0, 200);
    const { left, top, right, bottom } = focused.getBoundingClientRect();
    const [x0, x1] = [Math.max(left, 0), Math.min(right, innerWidth)];
    const [y0, y1] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    if (x0 >= x1 || y0 >= y1) return `out of view: ${what}`;
    const shows = (x: number, y: number) => {
      const there = document.elementFromPoint(x, y);
      return focused.contains(there) || there?.contains(focused);
    };
    const middle = (y0 + y1) / 2;
    if (![x0 + 4, (x0 + x1) / 2, x1 - 4].some((x) => shows(x, middle))) return `covered: ${what}`;
    // A part of the page that was given the focus, and that Tab does not come to, draws none.
    if (focused.tabIndex < 0 && !focused.matches("a, button, input")) return "seen";
    const outlined = (element: Element, part?: string) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    };
    const drawn = outlined(focused) || outlined(focused, "::after") ||
      outlined(focused.parentElement!);
    return drawn ? "seen" : `not drawn: ${what}`;
  });
}
