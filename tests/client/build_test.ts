import assert from "node:assert/strict";
import { buildPages } from "../../client/build.ts";
import { fileExists } from "../../lib/files/file_exists.ts";

Deno.test("buildPages leaves nothing of an older build", async () => {
  const built = new URL("../../_fresh/", import.meta.url);
  const stale = new URL("static/_fresh/js/older/ChatRoom.js", built);
  await Deno.mkdir(new URL("./", stale), { recursive: true });
  await Deno.writeTextFile(stale, "");
  await buildPages();
  assert(!fileExists(stale));
  assert(fileExists(new URL("server.js", built)));
});
