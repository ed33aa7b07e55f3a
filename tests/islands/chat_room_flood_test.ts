import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { MAX_MESSAGES } from "../../client/components/room/room_log.ts";
import { LineClient } from "../line_client.ts";
import { browserTest, field, live, makeProject, send } from "./room_page.ts";

const MESSAGES = 10_000;

const ids = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".message[id]")].map(({ id }) => Number(id.slice(8)))
  );

/** Records the maximum number of lines in the log from now on. */
function countLines(): void {
  const counted = Object.assign(globalThis, { mostLines: 0 });
  const lines = document.querySelector(".log ol")!;
  new MutationObserver(() => {
    counted.mostLines = Math.max(counted.mostLines, lines.childElementCount);
  }).observe(lines, { childList: true });
}

browserTest(
  "ChatRoom outlives ten thousand messages in a row, wherever its reader is",
  async (w) => {
    const bob = await w.join("bob");
    const alice = await w.join("alice");
    const room = await makeProject(alice, "Website", "bob");
    await bob.goto(room);
    for (const [page, name] of [[alice, "alice"], [bob, "bob"]] as const) await live(page, name);
    for (let at = 1; at <= 40; at++) await send(alice, `before ${at}\n\n`.repeat(3));
    for (const page of [alice, bob]) {
      await page.locator("#message-41").waitFor();
      await page.evaluate(countLines);
    }
    // Meanwhile Bob reads the first message.
    await bob.getByRole("log").evaluate((log) => log.scrollTop = 0);
    await bob.getByRole("button", { name: "To the newest" }).waitFor();
    await field(bob).fill("half a sen");

    const writer = await LineClient.connect(w.serverPort);
    const { token } = await writer.ok("login alice matkhau-123");
    const lines = Array.from({ length: MESSAGES }, (_, at) => `chat ${token} 1 flood ${at}\n`);
    const writing = writer.send(lines.join(""));
    for (let at = 0; at < MESSAGES; at++) assert.match(await writer.response(), /^ok chat /);
    await writing;
    await writer.close();

    // The first message is the line of activity that tells of bob.
    const last = 41 + MESSAGES;
    await alice.locator(`#message-${last}`).waitFor();
    const shown = await ids(alice);
    assert.ok(shown.length >= 100, `${shown.length} lines`);
    assert.deepEqual(shown, shown.map((_, at) => last - shown.length + 1 + at));
    assert.equal(
      await alice.locator(`#message-${last} .text`).innerText(),
      `flood ${MESSAGES - 1}`,
    );

    await bob.getByRole("button", { name: `New messages: ${MESSAGES}` }).waitFor();
    assert.deepEqual((await ids(bob)).slice(0, 41), Array.from({ length: 41 }, (_, at) => at + 2));
    assert.ok(await bob.locator("#message-2").isVisible(), "what is read stays where it is");
    assert.equal(await field(bob).inputValue(), "half a sen");
    await bob.locator(".new-messages").click();
    await bob.locator(`#message-${last}`).waitFor();
    for (const page of [alice, bob]) {
      const most = await page.evaluate(() =>
        (globalThis as unknown as { mostLines: number }).mostLines
      );
      // Two more for the day and the "new messages" separator.
      assert.ok(most <= MAX_MESSAGES + 2, `${most} lines`);
    }
    assert.deepEqual(w.scriptErrors, []);
  },
);
