import type { BrowserContextOptions, Page } from "playwright-core";
import type { Language } from "../../../client/i18n/language.ts";
import { t } from "../../../client/i18n/translate.ts";
import type { ChatWindows } from "../../islands/chat_windows.ts";
import { LineClient } from "../../line_client.ts";
import { windowFor } from "./inspect.ts";

const PASSWORD = "matkhau-123";
const LONG = "một dòng dài ".repeat(200);
const TALK = [
  "*Xong rồi!* @lan xem `a.ts` ở https://example.com/ nhé:\\n```\\nnpm test\\n```\\n> còn gì?\\n- ảnh",
  LONG,
  "w".repeat(200),
];

/** Makes what the pages show: a room with all kinds of lines and tasks, an empty one, one put away, and a list with counts. */
export async function fill(port: number): Promise<void> {
  const client = await LineClient.connect(port);
  try {
    const lan = await client.join("lan");
    const minh = await client.join("minh");
    await client.join("m".repeat(32));
    for (const name of ["Trang web", "Phòng trống", "w".repeat(60), "Đã xong"]) {
      const { project: { id } } = await client.ok(`new_project ${lan} ${name}`);
      if (name !== "Phòng trống") await client.ok(`add_group ${lan} ${id} minh ${"m".repeat(32)}`);
    }
    for (const text of TALK) {
      await client.ok(`chat ${lan} 1 ${text}`);
      await client.ok(`chat ${minh} 1 ${text}`);
      await client.ok(`chat ${minh} 3 ${text}`);
    }
    await client.ok(`edit ${lan} 10 đã sửa`);
    for (const id of [8, 10]) await client.ok(`promote ${minh} ${id}`);
    await client.ok(`rename_task ${minh} 2 ${LONG.slice(0, 200)}`);
    await client.ok(`assign ${minh} 2 lan`);
    await client.ok(`due ${minh} 2 2001-02-03`);
    await client.ok(`archive_project ${lan} 4`);
  } finally {
    client.close();
  }
}

/** The addresses of every kind of page, for Lan. */
export const PAGES = [
  "/",
  "/projects/1",
  "/projects/1?at=4&q=anh",
  "/projects/1?before=8&q=anh",
  `/projects/1?at=4&q=${"một+câu+hỏi+dài+".repeat(20)}`,
  "/projects/1?problem=not_owner",
  "/projects/1?problem=user_not_found&names=nobody&unknown=0",
  "/projects/1/search?q=anh",
  "/projects/1/search?q=zebra",
  "/projects/1/messages/4",
  "/projects/1/messages/8",
  "/projects/1/messages/999",
  "/projects/1/people",
  "/projects/1/settings?problem=invalid_project_name&name=x",
  "/projects/1/owner?username=minh",
  `/projects/1/members/remove?username=${"m".repeat(32)}`,
  "/projects/1/archive",
  "/projects/2",
  "/projects/3",
  "/projects/4",
  "/projects/4/settings",
  "/projects/99",
  "/nothing",
  "/me",
  "/account",
  "/server",
];

/** What a stranger sees. */
export const STRANGERS_PAGES = ["/login", "/register", "/join", "/login?next=/projects/1"];

/** Opens the list of a person who has an account, in a window with a look. */
export async function logIn(
  windows: ChatWindows,
  name: string,
  language: Language,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await windows.open({ ...windowFor(language), ...options });
  await page.goto(`${windows.origin}/login`);
  await page.getByLabel(t(language, "username")).fill(name);
  await page.getByLabel(t(language, "password")).fill(PASSWORD);
  await page.getByRole("button", { name: t(language, "log_in") }).click();
  await page.waitForURL(`${windows.origin}/`);
  return page;
}
