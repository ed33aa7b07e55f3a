// Takes the screenshots of the documentation from the real programs; with a folder, many more of them for a review.
//   deno run -A tests/screenshots/main.ts [FOLDER]
import { join } from "node:path";
import type { Page } from "playwright-core";
import { withFolder } from "../folder.ts";
import { LineClient } from "../line_client.ts";
import { makeTasks } from "./example_tasks.ts";
import { withWorkplace, type Workplace } from "../browser/workplace.ts";

const DOCS = new URL("../../docs/", import.meta.url).pathname;
const PASSWORD = "matkhau-123";
const PEOPLE = ["lan", "minh", "hoa", "binh"];
const OTHER_PROJECTS = ["Kế hoạch sự kiện", "Hóa đơn tháng mười", "Kho hàng"];

/** Who says what in the project that is shown. */
const TALK: [name: string, text: string][] = [
  ["lan", "Chào cả nhà, hôm nay mình bắt đầu làm trang web mới nhé!"],
  ["lan", "Hạn chót là *thứ sáu*, ai vướng gì báo sớm giúp mình."],
  [
    "minh",
    "Ok chị. Em làm trang chủ trước, @hoa gửi em ảnh sản phẩm nhé. Build đang lỗi `TS2345`:",
  ],
  [
    "minh",
    "```\\nnpm run build\\nsrc/cart.ts:41 - error TS2345: Argument of type 'string'\\n```",
  ],
  ["hoa", "Ảnh đây ạ, còn thiếu ba cái em gửi chiều nay: https://example.com/anh-san-pham"],
  ["lan", "Cảm ơn Hoa! @minh xem giúp chị:\\n- kích thước ảnh\\n- màu chữ\\n- hoá đơn tên miền"],
  ["minh", "Dạ @lan, chiều nay em xong. Còn hoá đơn tên miền thì ai trả ạ?"],
  ["minh", "Em để hoa don trong thư mục chung nhé."],
  ["lan", "Để chị trả, gửi chị hóa đơn."],
];

async function makeProjects(port: number): Promise<void> {
  const client = await LineClient.connect(port);
  const tokens: Record<string, string> = {};
  for (const name of PEOPLE) tokens[name] = await client.join(name);
  const { project } = await client.ok(`new_project ${tokens.lan} Trang web công ty`);
  await client.ok(`add_group ${tokens.lan} ${project.id} minh, hoa, binh`);
  for (const [index, name] of OTHER_PROJECTS.entries()) {
    const other = (await client.ok(`new_project ${tokens.minh} ${name}`)).project;
    await client.ok(`add_group ${tokens.minh} ${other.id} lan, hoa`);
    for (let count = 0; count < index * 2; count++) {
      await client.ok(`chat ${tokens.hoa} ${other.id} Em gửi bản mới, @lan xem giúp em ạ.`);
    }
  }
  await makeTasks(client, tokens, project.id);
  for (const [name, text] of TALK) await client.ok(`chat ${tokens[name]} ${project.id} ${text}`);
  for (const name of ["minh", "hoa"]) {
    await (await LineClient.connect(port)).ok(`enter ${tokens[name]} ${project.id}`);
  }
}

type Look = Parameters<Workplace["person"]>[0];

/** Opens a window of a person who is logged in, at the list of projects. */
async function logIn(workplace: Workplace, name: string, look: Look): Promise<Page> {
  const page = await workplace.person({ locale: "vi-VN", ...look });
  await page.goto(`${workplace.url}/login`);
  await page.locator("input[name=username]").fill(name);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.locator("main form button").first().click();
  await page.waitForURL(`${workplace.url}/`);
  return page;
}

async function openRoom(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Trang web công ty" }).first().click();
  await page.locator(".message").first().waitFor();
  await page.locator(".member-list .online").nth(1).waitFor({ state: "attached" });
}

/** Opens a board with the card of its first task. */
async function openBoard(page: Page, room: string): Promise<void> {
  await page.goto(`${room}/board`);
  await page.locator(".card-menu").first().waitFor({ state: "attached" });
  await page.locator(".task-title").first().click();
  await page.locator(".card-history li").first().waitFor({ state: "attached" });
}

/** Opens the palette, which takes the first key that it can, and types in it. */
async function openPalette(page: Page, query: string): Promise<void> {
  await page.locator(".palette-button:not([hidden])").waitFor({ state: "attached" });
  await page.keyboard.press("Control+k");
  await page.locator("[role=combobox]:focus").fill(query);
  await page.locator(".palette-list [role=option]").first().waitFor();
}

/** The pictures of the README. */
async function takeForDocs(workplace: Workplace): Promise<void> {
  const page = await logIn(workplace, "lan", { viewport: { width: 1200, height: 760 } });
  await openRoom(page);
  await page.screenshot({ path: join(DOCS, "project-page.png") });
  const room = page.url().replace(/[?#].*/, "");
  await openBoard(page, room);
  await page.screenshot({ path: join(DOCS, "board.png") });
  await page.goto(`${room}/search?q=${encodeURIComponent("hóa đơn")}`);
  await page.screenshot({ path: join(DOCS, "search.png") });
  await openPalette(page, "ke hoach");
  await page.screenshot({ path: join(DOCS, "palette.png") });
  await page.context().close();
}

const LOOKS: Record<string, Look> = {
  "wide": { viewport: { width: 1440, height: 900 } },
  "wide-dark": { viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
  "medium-en": { viewport: { width: 900, height: 900 }, locale: "en-GB" },
  "narrow": { viewport: { width: 360, height: 740 }, hasTouch: true },
  "narrow-dark-en": { viewport: { width: 360, height: 740 }, colorScheme: "dark", locale: "en-GB" },
};

const PAGES = ["people", "settings", "search?q=hoa+don"];

async function takeForReview(workplace: Workplace, folder: string): Promise<void> {
  for (const [name, look] of Object.entries(LOOKS)) {
    const stranger = await workplace.person({ locale: "vi-VN", ...look });
    await stranger.goto(`${workplace.url}/login`);
    await stranger.screenshot({ path: join(folder, `${name}-login.png`) });
    await stranger.context().close();
    const page = await logIn(workplace, "lan", look);
    await page.screenshot({ path: join(folder, `${name}-projects.png`) });
    await openRoom(page);
    await page.screenshot({ path: join(folder, `${name}-room.png`) });
    const room = page.url().replace(/[?#].*/, "");
    await page.goto(`${room}/board`);
    await page.locator(".card-menu").first().waitFor({ state: "attached" });
    await page.screenshot({ path: join(folder, `${name}-board.png`) });
    await openBoard(page, room);
    await page.screenshot({ path: join(folder, `${name}-card.png`) });
    for (const path of PAGES) {
      await page.goto(`${room}/${path}`);
      await page.screenshot({ path: join(folder, `${name}-${path.replace(/\?.*/, "")}.png`) });
    }
    for (const path of ["me", "search?q=hoa+don"]) {
      await page.goto(`${workplace.url}/${path}`);
      const file = path.startsWith("search") ? "search-all" : path;
      await page.screenshot({ path: join(folder, `${name}-${file}.png`) });
    }
    await openPalette(page, "");
    await page.screenshot({ path: join(folder, `${name}-palette.png`) });
    await page.keyboard.press("Escape");
    await makeAnother(page, workplace.url);
    await page.screenshot({ path: join(folder, `${name}-new-room.png`) });
    await page.context().close();
  }
}

/** Makes a project in which nobody has written yet. */
async function makeAnother(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const form = page.locator("form:has(input[name=name])");
  await form.locator("input[name=name]").fill("Sổ tay nhân viên");
  await form.locator("button[type=submit]").click();
  await page.waitForURL(/\/projects\/\d+/);
  await page.locator(".composer").waitFor();
}

if (import.meta.main) {
  const [folder] = Deno.args;
  await withFolder((data) =>
    withWorkplace(data, async (workplace, port) => {
      await makeProjects(port);
      if (folder === undefined) await takeForDocs(workplace);
      else {
        await Deno.mkdir(folder, { recursive: true });
        await takeForReview(workplace, folder);
      }
    })
  );
  Deno.exit(0);
}
