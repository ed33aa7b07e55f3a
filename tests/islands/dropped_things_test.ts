import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, field, line, live, makeProject, send } from "./room_page.ts";

/** Drops something as the browser does when it comes from another program. */
async function drop(page: Page, on: string, data: Record<string, unknown>): Promise<void> {
  const box = (await page.locator(on).first().boundingBox())!;
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 20) };
  const session = await page.context().newCDPSession(page);
  const all = { items: [], files: [], dragOperationsMask: 1, ...data };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, ...at, data: all });
  }
  await session.detach();
}

const item = (mimeType: string, data: string) => ({ items: [{ mimeType, data }] });

browserTest("ChatRoom stays where it is when a file or link is dropped on it", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await field(alice).fill("half a sen");
  const file = await Deno.makeTempFile({ suffix: ".html" });
  try {
    const gone: string[] = [];
    alice.on("framenavigated", (frame) => gone.push(frame.url()));
    alice.context().on("page", (page) => gone.push(page.url()));
    for (const on of [".log", "#message", ".project-head", ".members"]) {
      await drop(alice, on, { files: [file] });
      const told = alice.getByRole("status").filter({ hasText: "Files can't be sent here yet." });
      await told.waitFor();
      await field(alice).press("End");
      await field(alice).pressSequentially("x");
      await told.waitFor({ state: "detached" });
    }
    for (const on of [".log", ".project-head"]) {
      await drop(alice, on, item("text/uri-list", `${w.origin}/register`));
    }
    await drop(alice, "#message", item("text/plain", " and text"));
    await alice.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>("#message")!.value.includes(" and text")
    );
    assert.deepEqual(gone, [], room);
    assert.deepEqual(w.scriptErrors, []);
  } finally {
    await Deno.remove(file);
  }
});

browserTest("no page is left for a file or link that is dropped on it", async (w) => {
  const alice = await w.join("alice");
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  await send(alice, "hello");
  await line(alice, "hello").locator(".message-menu").waitFor({ state: "attached" });
  const file = await Deno.makeTempFile({ suffix: ".html" });
  try {
    const gone: string[] = [];
    alice.context().on("page", (page) => gone.push(page.url()));
    const stays = async (url: string) => {
      await alice.goto(url);
      for (const data of [{ files: [file] }, item("text/uri-list", `${w.origin}/nowhere`)]) {
        await drop(alice, "main", data);
      }
      assert.equal(alice.url(), url);
    };
    for (const path of ["/settings", "/people", "/messages/1", "/archive", "/board", "?before=9"]) {
      await stays(room + path);
    }
    for (const path of ["/search?q=hello", "/me", "/"]) await stays(w.origin + path);
    await drop(alice, "#name", item("text/plain", "Dropped"));
    await alice.waitForFunction(() =>
      document.querySelector<HTMLInputElement>("#name")!.value === "Dropped"
    );
    await alice.context().clearCookies();
    for (const path of ["/login", "/register", "/server"]) await stays(w.origin + path);
    assert.deepEqual(gone, []);
    assert.deepEqual(w.scriptErrors, []);
  } finally {
    await Deno.remove(file);
  }
});
