import type { Locator, Page } from "playwright-core";
import { withoutChromium } from "../browser/chromium.ts";
import { type ChatWindows, withChatWindows } from "./chat_windows.ts";

/** A test with browser windows on the real client and server; reported as ignored where there is no browser. */
export function browserTest(name: string, run: (windows: ChatWindows) => Promise<void>): void {
  Deno.test({ name, ignore: withoutChromium(), fn: () => withChatWindows(run) });
}

/** From the list of projects to the new project's room; answers its address. */
export async function makeProject(owner: Page, name: string, members: string): Promise<string> {
  await owner.getByLabel("Project name").fill(name);
  await owner.getByLabel("Members").fill(members);
  await owner.getByRole("button", { name: "Create project" }).click();
  await owner.waitForURL(/\/projects\/\d+$/);
  return owner.url();
}

export const field = (page: Page): Locator => page.getByLabel("Your message");

/** Lines of the log, or of the notices in it. */
export const line = (page: Page, text: string): Locator =>
  page.getByRole("listitem").filter({ hasText: text });

/** Until the room's live events come: its own presence is the first of them. */
export async function live(page: Page, username: string): Promise<void> {
  await page.locator(".member-list .online").filter({ hasText: username }).waitFor();
}

export async function send(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press("Enter");
}

/** The texts of the messages that are stored, oldest first. */
export const texts = (page: Page): Promise<string[]> =>
  page.locator(".message:not(.pending) .text").allInnerTexts();

/** The person looks at something else from now on; `look` turns back to the page. */
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
