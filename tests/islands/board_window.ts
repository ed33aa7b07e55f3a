import assert from "node:assert/strict";
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { LineClient } from "../line_client.ts";
import type { ChatWindows } from "./chat_windows.ts";
import { makeProject } from "./room_page.ts";

export interface BoardWindow {
  /** Alice's window on the board. */
  page: Page;
  /** The address of the board. */
  url: string;
  projectId: number;
  /** Does something to a task by its title as Bob, over a connection of his own: `set_task`, `done` and so on. */
  bob(action: string, title: string, rest?: string): Promise<void>;
  /** Creates a task as Bob. */
  add(title: string, status?: string): Promise<void>;
  /** Bob's connection, which ends with the server. */
  connect(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the board of a project of Alice and Bob; its tasks, created by Bob while it is open, are those to do. */
export async function openBoard(
  windows: ChatWindows,
  titles: string[],
  options?: BrowserContextOptions,
): Promise<BoardWindow> {
  const page = await windows.join("alice", options);
  let line = await LineClient.connect(windows.serverPort);
  const token = await line.join("bob");
  const room = await makeProject(page, "Website", "bob");
  const url = `${room}/board`;
  const projectId = Number(room.split("/").pop());
  const ids = new Map<string, number>();
  await page.goto(url);
  const window: BoardWindow = {
    page,
    url,
    projectId,
    async bob(action, title, rest = "") {
      await line.ok(`${action} ${token} ${ids.get(title)} ${rest}`.trimEnd());
    },
    async add(title, status) {
      ids.set(title, (await line.ok(`new_task ${token} ${projectId} ${title}`)).task.id);
      if (status !== undefined) await window.bob("set_task", title, status);
    },
    async connect() {
      await line.close();
      line = await LineClient.connect(windows.serverPort);
    },
    close: () => line.close(),
  };
  for (const title of titles) await window.add(title);
  // What is created while the page becomes live comes with an event or the list.
  for (const title of titles.slice(-1)) await card(page, title).waitFor();
  if (titles.length > 0) await page.locator(".card-menu").first().waitFor({ state: "attached" });
  return window;
}

export const card = (page: Page, title: string): Locator =>
  page.locator(".task-card").filter({ hasText: title });

/** The titles of a column's cards in their order. */
export const titles = (page: Page, status: string): Promise<string[]> =>
  page.locator(`#column-${status} .task-title`).allInnerTexts();

/** Waits until a column has these cards in this order. */
export async function hasTitles(page: Page, status: string, wanted: string[]): Promise<void> {
  await page.waitForFunction(
    ([status, wanted]) =>
      [...document.querySelectorAll<HTMLElement>(`#column-${status} .task-title`)]
        .map(({ innerText }) => innerText).join("|") === wanted,
    [status, wanted.join("|")],
    // A window behind another one draws few frames.
    { polling: 50 },
  ).catch(async () => assert.deepEqual(await titles(page, status), wanted));
}

/** Waits until the focus is on the title of a card. */
export async function hasFocus(page: Page, title: string): Promise<void> {
  await page.waitForFunction(
    (title) =>
      document.activeElement?.classList.contains("task-title") &&
      (document.activeElement as HTMLElement).innerText === title,
    title,
  ).catch(async () => assert.equal(await focused(page), title));
}

/** The text of what has the focus, or its tag. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    return element?.innerText.slice(0, 60) || element?.outerHTML.slice(0, 120) || "nothing";
  });

/** Waits until the page says something to those who hear it. */
export async function says(page: Page, text: string | RegExp): Promise<void> {
  await page.locator('[aria-live="assertive"]').filter({ hasText: text }).waitFor({
    state: "attached",
  });
}

/** Where the middle of an element is. */
export async function middle(of: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await of.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}
