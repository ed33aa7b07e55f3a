import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import type { Response } from "playwright-core";
import { browserTest, line, live, makeProject, send } from "./room_page.ts";

/** Bytes of script that a room may load by itself, with lib/fresh: another runtime has a size of its own. */
const MOST_COMPRESSED = import.meta.resolve("fresh").includes("/lib/fresh/") ? 30_720 : Infinity;

/** Milliseconds after a room is live in which it may still load something by itself. */
const SETTLED_MS = 1_000;

browserTest("a room that is read and that nobody touches loads little script", async (windows) => {
  const alice = await windows.join("alice");
  const room = await makeProject(alice, "Website", "");
  const read = alice.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith("/read"));
  await send(alice, "What one wrote is read.");
  await line(alice, "What one wrote is read.").waitFor();
  // What has to be reported as read loads the code for it.
  await read;
  // In a tab of its own the pointer is nowhere.
  const tab = await alice.context().newPage();
  const loaded: Response[] = [];
  tab.on("response", (response) => {
    if (response.request().resourceType() === "script") loaded.push(response);
  });
  await tab.goto(room);
  await live(tab, "alice");
  const from = await tab.evaluate(() => performance.now());
  await tab.waitForFunction((until) => performance.now() > until, from + SETTLED_MS);
  const sizes = await Promise.all([...loaded].map(async (response) => ({
    path: new URL(response.url()).pathname,
    size: gzipSync(await response.text(), { level: 9 }).length,
  })));
  const all = sizes.reduce((sum, { size }) => sum + size, 0);
  assert(sizes.length > 1, "the runtime and the islands");
  assert(all <= MOST_COMPRESSED, `${all} bytes compressed: ${JSON.stringify(sizes)}`);
  // What is loaded for something that a person does is counted apart, but it is there.
  await send(tab, "One thing more.");
  await line(tab, "One thing more.").waitFor();
  assert(loaded.length > sizes.length);
});
