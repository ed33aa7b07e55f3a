import type { Browser, Locator, Page } from "playwright-core";
import {
  type BrowserNeeds,
  findChromium,
  launchChromium,
  withoutChromium,
} from "../browser/chromium.ts";
import { type ChatWindows, withChatWindows } from "./chat_windows.ts";

/** The browser of a file's tests: starting one takes as long as a short test. */
let browser: Browser | undefined;

Deno.test.beforeAll?.(async () => {
  if (findChromium() !== null) browser = await launchChromium();
});
Deno.test.afterAll?.(async () => await browser?.close());

/** Registers a test with browser windows on the real client and server; ignored where there is no browser. */
export function browserTest(
  name: string,
  run: (windows: ChatWindows) => Promise<void>,
  needs?: BrowserNeeds,
): void {
  Deno.test({ name, ignore: withoutChromium(needs), fn: () => withChatWindows(browser!, run) });
}

/** Creates a project from the project list and opens its room; returns its URL. */
export async function makeProject(owner: Page, name: string, members: string): Promise<string> {
  await owner.getByLabel("Project name").fill(name);
  await owner.getByLabel("Members").fill(members);
  await owner.getByRole("button", { name: "Create project" }).click();
  await owner.waitForURL(/\/projects\/\d+$/);
  return owner.url();
}

export const field = (page: Page): Locator => page.getByLabel("Your message");

/** A line or notice of the log. */
export const line = (page: Page, text: string): Locator =>
  page.getByRole("listitem").filter({ hasText: text });

/** Waits for the room's live events; the user's own presence is the first. */
export async function live(page: Page, username: string): Promise<void> {
  await page.locator(".member-list .online").filter({ hasText: username })
    .waitFor({ state: "attached" });
}

/** Does something in the settings of the project at `room`, and confirms it. */
export async function fromSettings(
  page: Page,
  room: string,
  what: string,
  confirm: string,
): Promise<void> {
  await page.goto(`${room}/settings`);
  await page.getByRole("link", { name: what }).click();
  await page.getByRole("button", { name: confirm, exact: true }).click();
}

/** Opens a dialog that asks before something is done, from a member's disclosure. */
export async function ask(page: Page, manage: string, what: string): Promise<void> {
  await page.locator("summary").filter({ hasText: manage }).click();
  // Before the code of the dialog is loaded, the link leads to a page.
  await page.locator('a.ask[aria-haspopup="dialog"]').filter({ hasText: what }).click();
  await page.getByRole("alertdialog").waitFor();
}

/** A window of the same person without script. */
export async function withoutScript(page: Page): Promise<Page> {
  const context = await page.context().browser()!.newContext({
    javaScriptEnabled: false,
    locale: "en-GB",
    storageState: await page.context().storageState(),
  });
  return await context.newPage();
}

export async function send(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press("Enter");
}

/** The texts of stored messages, oldest first. */
export const texts = (page: Page): Promise<string[]> =>
  page.locator(".message:not(.pending) .text").allInnerTexts();

/** Takes the attention from the page; `look` returns it. */
export async function lookAway(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.hasFocus = () => false;
    dispatchEvent(new Event("blur"));
  });
}

export async function look(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.hasFocus = () => true;
    dispatchEvent(new Event("focus"));
  });
}
