import assert from "node:assert/strict";
import { buildPages } from "../../../client/build.ts";
import { fileExists } from "../../../lib/files/file_exists.ts";

Deno.test("buildPages leaves nothing of an older build", async () => {
  const built = new URL("../../../_fresh/", import.meta.url);
  const stale = new URL("static/_fresh/js/older/ChatRoom.js", built);
  await Deno.mkdir(new URL("./", stale), { recursive: true });
  await Deno.writeTextFile(stale, "");
  await buildPages();
  assert(!fileExists(stale));
  assert(fileExists(new URL("server.js", built)));
});

Deno.test("the built pages serve on their own, as Fresh's do, without a program of ours", async () => {
  await buildPages();
  const { default: served } = await import(
    new URL("../../../_fresh/server.js", import.meta.url).href
  );
  const address = { transport: "tcp", hostname: "127.0.0.1", port: 1 };
  const info = { remoteAddr: address, completed: Promise.resolve() };
  const response: Response = await served.fetch(new Request("http://127.0.0.1/login"), info);
  // Whether a server answers at the default address is nothing that the pages decide.
  assert([200, 503].includes(response.status), `${response.status}`);
  assert.match(await response.text(), /<title>[^<]*Chung/);
  assert(response.headers.has("content-security-policy"));
});
