import assert from "node:assert/strict";
import { startTestServer } from "../../server_fixture.ts";
import { compressedSize, pageScripts } from "./page_scripts.ts";
import { startTestClient, type TestBrowser } from "../test_browser.ts";

/** Bytes of script that a project's page may load before it is live, with lib/fresh: another runtime has a size of its own. */
const MOST_COMPRESSED = import.meta.resolve("fresh").includes("/lib/fresh/") ? 29_500 : Infinity;

/**
 * Features missing in Safari 15: the build converts syntax, but adds neither functions nor regular expression features.
 */
const TOO_NEW =
  /\(\?<[=!]|withResolvers|AbortSignal\.|URL\.parse|URL\.canParse|\.to(?:Spliced|Sorted|Reversed)\(|requestSubmit|structuredClone|groupBy|WellFormed/;

const scriptsOf = (browser: TestBrowser, page: string) =>
  pageScripts(page, async (path) => {
    const response = await browser.get(path);
    assert.equal(response.status, 200, path);
    return await response.text();
  });

Deno.test("a project's page loads little script, and none that older browsers don't know", async () => {
  const server = await startTestServer();
  const client = await startTestClient(server);
  try {
    const alice = client.browser();
    await alice.join("alice");
    const room = await scriptsOf(alice, await alice.makeProject("Website"));
    assert(room.first.size > 1 && room.later.size > 1, "some scripts with the page, some later");
    const size = compressedSize(room);
    assert(size <= MOST_COMPRESSED, `${size} bytes compressed`);
    const list = await scriptsOf(alice, "/");
    const board = await scriptsOf(alice, "/projects/1/board");
    for (const page of [list, board]) assert(page.first.size > 1);
    const all = [room, list, board].flatMap(({ first, later }) => [...first, ...later]);
    for (const [path, script] of all) assert.equal(TOO_NEW.exec(script)?.[0], undefined, path);
  } finally {
    client.close();
    await server.close();
  }
});
