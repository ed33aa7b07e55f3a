import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest } from "../islands/room_page.ts";
import { LineClient } from "../line_client.ts";
import { assertAccessible } from "./accessibility.ts";
import { type Workplace, workplaceOf } from "./workplace.ts";

/** Lan's projects, and what was said in them. */
async function talk(port: number): Promise<void> {
  const client = await LineClient.connect(port);
  const lan = await client.join("lan");
  const minh = await client.join("minh");
  for (const name of ["Website", "Kho hàng"]) {
    const { project } = await client.ok(`new_project ${lan} ${name}`);
    await client.ok(`add_group ${lan} ${project.id} minh`);
    await client.ok(`chat ${lan} ${project.id} Ai trả tiền ở ${name}?`);
    await client.ok(`chat ${minh} ${project.id} Hóa đơn của ${name} đây`);
    await client.ok(`chat ${lan} ${project.id} cảm ơn, *hoa don* rõ rồi`);
  }
  await client.ok(`archive_project ${lan} 1`);
  for (let i = 0; i < 25; i++) await client.ok(`chat ${lan} 2 việc số ${i}`);
  client.close();
}

type Look = Parameters<Workplace["person"]>[0];

async function logIn({ url, person }: Workplace, look: Look): Promise<Page> {
  const page = await person(look);
  page.setDefaultTimeout(30_000);
  await page.goto(`${url}/login`);
  await page.locator("input[name=username]").fill("lan");
  await page.locator("input[name=password]").fill("matkhau-123");
  await page.locator("main form button").first().click();
  await page.waitForURL(`${url}/`);
  return page;
}

function testSearch(name: string, test: (workplace: Workplace) => Promise<void>): void {
  browserTest(name, async (windows) => {
    await talk(windows.serverPort);
    const workplace = workplaceOf(windows);
    await test(workplace);
    assert.deepEqual(workplace.complaints, []);
  });
}

for (const javaScriptEnabled of [true, false]) {
  for (const width of [360, 1440]) {
    const how = `${javaScriptEnabled ? "with" : "without"} script at ${width} px`;
    testSearch(
      `a message of any project is found, and led back from, ${how}`,
      async (workplace) => {
        const page = await logIn(workplace, {
          javaScriptEnabled,
          locale: "vi-VN",
          viewport: { width, height: 760 },
          hasTouch: width === 360,
        });
        const field = page.getByRole("searchbox", { name: "Tìm tin nhắn trong mọi dự án" });
        await field.fill("hoa don từ:minh sau:1/1/2020");
        await field.press("Enter");
        await page.getByText("2 tin nhắn, phù hợp nhất ở trên cùng.").waitFor();
        assert.deepEqual(await page.locator("mark").allInnerTexts(), ["Hóa", "đơn", "Hóa", "đơn"]);
        const result = page.locator(".result", { hasText: "Hóa đơn của Website" });
        assert.deepEqual(await result.locator(".context").allInnerTexts(), [
          "lan: Ai trả tiền ở Website?",
          "lan: cảm ơn, hoa don rõ rồi",
        ]);
        assert.equal(await result.locator(".result-project").innerText(), "Website\nđã lưu trữ");
        // The project of its own link, and the message everywhere else.
        await result.getByRole("link", { name: "Website" }).click();
        await page.waitForURL(/\/projects\/1$/);
        await page.goBack();
        await result.locator(".context").last().click({ force: true });
        await page.waitForURL(/\/projects\/1\?at=\d+&all=/);
        await page.locator(".message.found, .message:target").waitFor();
        await page.getByRole("link", { name: "Kết quả tìm “hoa don từ:minh sau:1/1/2020”" })
          .click();
        await page.waitForURL(/\/search\?q=.*#result-\d+$/);
        assert.match(await page.locator(".result:target").innerText(), /Hóa đơn của Website/);
        // Without one filter, then the other.
        await page.getByRole("link", { name: "Bỏ bộ lọc “minh viết”" }).click();
        await page.getByText("4 tin nhắn, phù hợp nhất ở trên cùng.").waitFor();
        await page.getByRole("link", { name: "Bỏ bộ lọc “Từ 01/01/2020”" }).click();
        await page.getByText("4 tin nhắn, phù hợp nhất ở trên cùng.").waitFor();
        assert.equal(await page.locator("main").getByRole("searchbox").inputValue(), "hoa don");
        // Page by page, in one project, from which all are searched.
        await page.goto(`${workplace.url}/projects/2/search?q=viec`);
        await page.getByRole("link", { name: "5 kết quả tiếp theo" }).click();
        await page.getByText("Đang xem 21–25.").waitFor();
        assert.equal(await page.locator(".result").count(), 5);
        await page.getByRole("link", { name: "Kết quả trước đó" }).click();
        await page.getByText("Đang xem 1–20.").waitFor();
        await page.locator("main").getByRole("link", { name: "Tìm trong mọi dự án" }).click();
        await page.getByText("25 tin nhắn, phù hợp nhất ở trên cùng.").waitFor();
      },
    );
  }
}

const STATES: [query: string, shows: string][] = [
  ["hoa+don", ".result-project"],
  ["zebra+from%3Alan", ".chip"],
  ["sau%3Amai", "[role=alert]"],
  ["viec&page=2", "nav [rel=prev]"],
  ["", "#search-filters"],
];

testSearch("every state of a search is accessible", async (workplace) => {
  for (const [colorScheme, locale] of [["light", "vi-VN"], ["dark", "en-GB"]] as const) {
    for (const width of [360, 1440]) {
      const viewport = { width, height: 760 };
      const page = await logIn(workplace, { colorScheme, locale, viewport, bypassCSP: true });
      for (const path of ["/search", "/projects/2/search"]) {
        for (const [query, shows] of STATES) {
          const what = `${path}?q=${query} ${colorScheme} ${width}`;
          await page.goto(`${workplace.url}${path}?q=${query}`);
          if (shows !== ".result-project" || path === "/search") {
            await page.locator(`main ${shows}`).first().waitFor();
          }
          await assertAccessible(page, what);
          const [inner, outer] = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return [scrollWidth, clientWidth];
          });
          assert.ok(inner <= outer, `${what} is wider than the window`);
        }
      }
      await page.context().close();
    }
  }
});
