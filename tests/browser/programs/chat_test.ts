import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { testInBrowser, type Workplace } from "../workplace.ts";

const PASSWORD = "matkhau-123";

async function register(page: Page, url: string, username: string): Promise<void> {
  await page.goto(url);
  assert.match(await page.title(), /Log in/);
  await page.getByRole("link", { name: "Register" }).click();
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Register" }).click();
  await page.getByRole("heading", { name: "Your projects" }).waitFor();
}

async function createProject(page: Page, name: string, members: string): Promise<void> {
  await page.getByLabel("Project name").fill(name);
  await page.getByLabel("Members").fill(members);
  await page.getByRole("button", { name: "Create project" }).click();
  await page.getByRole("heading", { name }).waitFor();
}

async function send(page: Page, text: string): Promise<void> {
  await page.getByLabel("Your message").fill(text);
  await page.getByLabel("Your message").press("Enter");
}

/** The displayed lines of the log, once the last one reads `last`. */
async function lines(page: Page, last: string): Promise<string[]> {
  const messages = page.getByRole("log").locator("li.message:not(.pending)");
  await messages.last().filter({ hasText: last }).waitFor();
  return (await messages.allInnerTexts()).map((line) => line.replace(/\d\d:\d\d$/, "TIME"));
}

/** Opens one room for two users. */
async function room(workplace: Workplace): Promise<{ alice: Page; bob: Page }> {
  const [alice, bob] = [await workplace.person(), await workplace.person()];
  await register(bob, workplace.url, "bob");
  await register(alice, workplace.url, "alice");
  await createProject(alice, "Trang web", "bob");
  await bob.reload();
  await bob.getByRole("link", { name: /Trang web/ }).click();
  await bob.getByRole("heading", { name: "Trang web" }).waitFor();
  return { alice, bob };
}

testInBrowser(
  "two people chat in two windows, and each sees the other at once",
  async (workplace) => {
    const { alice, bob } = await room(workplace);
    const members = (page: Page) =>
      page.locator(".member-list li.online .member-name").allInnerTexts();
    await alice.locator(".member-list li.online", { hasText: "bob" }).waitFor();
    assert.deepEqual(await members(alice), ["alice", "bob"]);

    await send(alice, "chào cả nhà");
    await lines(bob, "chào cả nhà");
    await send(bob, "<b>hi</b>\nhttps://example.com/");
    const expected = [
      "alice: chào cả nhà - TIME",
      "bob: <b>hi</b>\nhttps://example.com/ - TIME",
    ];
    assert.deepEqual(await lines(alice, "example.com"), expected);
    assert.deepEqual(await lines(bob, "example.com"), expected);
    const link = alice.getByRole("link", { name: "https://example.com/" });
    assert.match((await link.getAttribute("rel"))!, /noopener/);

    for (let i = 0; i < 20; i++) await send(i % 2 === 0 ? alice : bob, `message ${i}`);
    const seen = await lines(alice, "message 19");
    assert.deepEqual(await lines(bob, "message 19"), seen);
    assert.equal(new Set(seen).size, 22);

    await alice.reload();
    assert.deepEqual(await lines(alice, "message 19"), seen);
    await bob.getByRole("link", { name: "Chung", exact: true }).click();
    await alice.locator(".member-list li.offline", { hasText: "bob" }).waitFor();
    assert.deepEqual(workplace.complaints, []);
  },
);

testInBrowser(
  "the owner adds a member, who was not there before and is told the room's log",
  async (workplace) => {
    const { alice, bob } = await room(workplace);
    const carol = await workplace.person();
    await register(carol, workplace.url, "carol");
    await carol.goto(alice.url());
    await carol.getByText("not a member", { exact: false }).first().waitFor();
    assert.equal(await bob.getByRole("button", { name: "Add" }).count(), 0, "only the owner adds");

    await send(alice, "before carol");
    const field = alice.getByLabel(/Add members|Members/).and(alice.locator("input"));
    await field.fill("carol, nobody-here");
    await alice.getByRole("button", { name: "Add" }).click();
    await alice.getByRole("alert").filter({ hasText: "nobody-here" }).waitFor();
    assert.equal(await field.inputValue(), "carol, nobody-here", "what was typed stays");
    await field.fill("carol");
    await alice.getByRole("button", { name: "Add" }).click();
    await bob.locator(".member-list li", { hasText: "carol" }).waitFor();
    await carol.goto(alice.url());
    await lines(carol, "before carol");
    await send(carol, "thanks");
    await lines(bob, "thanks");
    assert.deepEqual(workplace.complaints, []);
  },
);

testInBrowser("everything works without script, in Vietnamese", async (workplace) => {
  const page = await workplace.person({ javaScriptEnabled: false, locale: "vi-VN" });
  await page.goto(workplace.url);
  assert.equal(await page.locator("html").getAttribute("lang"), "vi");
  await page.getByRole("link", { name: "Đăng ký" }).click();
  await page.getByLabel("Tên đăng nhập").fill("lan");
  await page.getByLabel("Mật khẩu").fill("ngắn");
  await page.getByRole("button", { name: "Đăng ký" }).click();
  await page.getByRole("alert").waitFor();
  assert.equal(await page.getByLabel("Tên đăng nhập").inputValue(), "lan");
  await page.getByLabel("Mật khẩu").fill("mật khẩu dài");
  await page.getByRole("button", { name: "Đăng ký" }).click();
  await page.getByLabel("Tên dự án").fill("Lớp học");
  await page.getByRole("button", { name: "Tạo dự án" }).click();
  await page.getByRole("heading", { name: "Lớp học" }).waitFor();
  await page.getByLabel("Tin nhắn của bạn").fill("xin chào");
  await page.getByRole("button", { name: "Gửi" }).click();
  assert.deepEqual(await lines(page, "xin chào"), ["lan: xin chào - TIME"]);
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByRole("button", { name: "Đăng nhập" }).waitFor();
});
