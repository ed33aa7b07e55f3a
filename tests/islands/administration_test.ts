import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible, assertAccessibleInBothThemes } from "../browser/accessibility.ts";
import { LineClient } from "../line_client.ts";
import type { ChatWindows } from "./chat_windows.ts";
import { browserTest, withoutScript } from "./room_page.ts";

const MINUTE = 60_000;

/** Gives the server a day of figures, with an hour in which it wasn't running. */
async function fillDay(windows: ChatWindows): Promise<void> {
  const answer = await windows.operate("settings -");
  const { settings } = JSON.parse(answer.slice("ok settings ".length));
  const data = settings.find(({ option }: { option: string }) => option === "data").value;
  await windows.stopServer();
  const now = Math.floor(Date.now() / MINUTE);
  const lines = Array.from({ length: 1_440 }, (_, age) => ({
    ...{ at: new Date((now - age - 1) * MINUTE).toISOString(), connections: 7, messages: 3 },
    ...{ requests: 9, delivery_p50_ms: 1.5, delivery_p99_ms: 4, store_bytes: 2e6, log_bytes: 1e6 },
  })).filter((_, age) => age < 600 || age >= 660);
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).reverse().join("");
  await Deno.writeTextFile(`${data}/figures.jsonl`, text);
  await windows.startServer();
}

/** Fails if a phone would have to scroll the page sideways. */
async function assertFitsPhone(page: Page): Promise<void> {
  const window = page.viewportSize()!;
  await page.setViewportSize({ width: 390, height: 800 });
  assert(await page.evaluate(() => document.documentElement.scrollWidth) <= 390, page.url());
  await page.setViewportSize(window);
}

browserTest(
  "admins see the server's day and its log, live and by the keyboard",
  async (windows) => {
    const alice = await windows.join("alice", { bypassCSP: true, reducedMotion: "reduce" });
    assert.equal(await alice.getByRole("link", { name: "Log" }).count(), 0);
    await fillDay(windows);
    await windows.operate("set_role - alice admin");
    // A session's role is that of its beginning.
    await alice.request.post(`${windows.origin}/login`, {
      headers: { origin: windows.origin },
      form: { username: "alice", password: "matkhau-123" },
      maxRedirects: 0,
    });
    await alice.clock.install();
    await alice.goto(`${windows.origin}/`);
    await alice.getByText("Administration", { exact: true }).click();
    await alice.getByRole("link", { name: "Server" }).click();

    // Values are read with the arrow keys and the pointer, in all plots at once.
    const plot = alice.getByRole("slider", { name: "Connections" });
    await plot.focus();
    await alice.keyboard.press("Home");
    await alice.keyboard.press("ArrowRight");
    assert.match((await plot.getAttribute("aria-valuetext"))!, /^\d\d:\d\d: 7$/);
    assert.equal(await alice.locator(".plot-at").count(), 4);
    const delivery = alice.getByRole("slider", { name: "Delivery time" });
    assert.match(
      (await delivery.getAttribute("aria-valuetext"))!,
      /: median 1\.5 ms, slowest 1% 4 ms$/,
    );
    const { x, y, width, height } = (await plot.boundingBox())!;
    await alice.mouse.move(x + width * (1 - 630 / 1_440), y + height / 2);
    assert.match((await plot.getAttribute("aria-valuetext"))!, /: the server was not running$/);
    await alice.getByText("As a table").click();
    await alice.getByRole("columnheader", { name: "Delivery time: median" }).waitFor();
    await assertAccessibleInBothThemes(alice, "the server's page");
    await assertFitsPhone(alice);

    // What the page shows is read again by itself.
    const connected = alice.locator(".state-now div").filter({ hasText: "Connections" })
      .locator("dd");
    const before = Number(await connected.textContent());
    const line = await LineClient.connect(windows.serverPort);
    const bob = await line.join("bob");
    await alice.clock.fastForward(75_000);
    await connected.filter({ hasText: String(before + 1) }).waitFor();

    // New entries of the log appear at the top, and wait while one reads further down.
    await alice.goto(`${windows.origin}/admin/log?person=bob`);
    await assertAccessibleInBothThemes(alice, "the log");
    await assertFitsPhone(alice);
    const entries = alice.locator(".log-entries > li");
    const count = await entries.count();
    await line.ok(`new_project ${bob} Website`);
    await alice.clock.fastForward(31_000);
    await entries.filter({ hasText: "new_project *** Website" }).waitFor();
    assert(await entries.count() > count);
    await alice.evaluate(() => scrollTo({ top: 300 }));
    await alice.waitForFunction(() => scrollY === 300);
    await line.ok(`chat ${bob} 1 xin chào`);
    await alice.clock.fastForward(31_000);
    const news = alice.getByRole("button", { name: /^\d new entr/ });
    await news.waitFor();
    assert((await news.boundingBox())!.y > 0, "in view");
    assert.equal(await alice.evaluate(() => scrollY), 300, "what one reads stays in its place");
    await assertAccessible(alice, "the log with news");
    await news.click();
    await entries.first().getByText("chat *** 1 xin chào").waitFor();
    assert.equal(await news.count(), 0);
    await line.close();

    const page = await withoutScript(alice);
    await page.goto(`${windows.origin}/admin/log`);
    await page.getByLabel("Action").selectOption("chat");
    await page.getByLabel("Summaries only").check();
    await page.getByRole("button", { name: "Show" }).click();
    await page.getByText("1 xin chào").first().waitFor();
    assert.equal(await page.locator(".log-entries > li").count(), 1);
    await page.goto(`${windows.origin}/admin/server`);
    await page.getByRole("img", { name: "Connections: at most 7" }).waitFor();
    assert.equal(await page.getByRole("slider").count(), 0);
  },
);
