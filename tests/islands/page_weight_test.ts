import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { browserTest, line, live, makeProject, send } from "./room_page.ts";

/** Bytes of script that a room may load by itself, with lib/fresh: another runtime has a size of its own. */
const MOST_COMPRESSED = import.meta.resolve("fresh").includes("/lib/fresh/") ? 30_000 : Infinity;

/** Milliseconds after a room is live in which it may still load something by itself. */
const SETTLED_MS = 1_000;

browserTest("a room that nobody touches loads little script", async (windows) => {
  const alice = await windows.join("alice");
  const room = await makeProject(alice, "Website", "");
  await send(alice, "What one wrote is read.");
  await line(alice, "What one wrote is read.").waitFor();
  // In a tab of its own the pointer is nowhere.
  const tab = await alice.context().newPage();
  const scripts = new Map<string, Promise<string>>();
  tab.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.set(response.url(), response.text());
  });
  await tab.goto(room);
  await live(tab, "alice");
  const from = await tab.evaluate(() => performance.now());
  await tab.waitForFunction((until) => performance.now() > until, from + SETTLED_MS);
  const sizes: Record<string, number> = {};
  for (const [url, text] of scripts) {
    sizes[new URL(url).pathname] = gzipSync(await text, { level: 9 }).length;
  }
  const all = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  assert(Object.keys(sizes).length > 1, "the runtime and the islands");
  assert(all <= MOST_COMPRESSED, `${all} bytes compressed: ${JSON.stringify(sizes)}`);
  // Whatever is loaded for what a person does is not among them.
  const loaded = scripts.size;
  await tab.getByLabel("Your message").fill("now");
  await tab.getByLabel("Your message").press("Enter");
  await line(tab, "now").waitFor();
  assert(scripts.size > loaded);
});
