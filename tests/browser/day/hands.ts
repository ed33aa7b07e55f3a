import type { Locator, Page } from "playwright-core";

/** A way to work the controls of a page. */
export interface Hands {
  press(control: Locator): Promise<void>;
  /** Writes text in place of what is in a field. */
  write(field: Locator, text: string): Promise<void>;
  choose(list: Locator, option: string): Promise<void>;
  /** Sends the form of the field that was written in last. */
  send(field: Locator, button: Locator): Promise<void>;
  /** Makes the toolbar of a message show. */
  showTools(message: Locator): Promise<void>;
}

/** Replaces the text of the field that has the focus, as pasting does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
}

export const mouse: Hands = {
  press: (control) => control.click(),
  async write(field, text) {
    await field.click();
    await paste(field.page(), text);
  },
  choose: async (list, option) => void await list.selectOption(option),
  send: (_field, button) => button.click(),
  showTools: (message) => message.hover(),
};

export const touch: Hands = {
  ...mouse,
  press: (control) => control.tap(),
  async write(field, text) {
    await field.tap();
    await paste(field.page(), text);
  },
  send: (_field, button) => button.tap(),
  showTools: restOn,
};

/** Rests a finger on a message until its toolbar shows. */
async function restOn(message: Locator): Promise<void> {
  await message.scrollIntoViewIfNeeded();
  const { x, y, height } = (await message.boundingBox())!;
  const session = await message.page().context().newCDPSession(message.page());
  const touchPoints = [{ x: x + 20, y: y + height / 2 }];
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await message.getByRole("toolbar").waitFor();
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await session.detach();
}
