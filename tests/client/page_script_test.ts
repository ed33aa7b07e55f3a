import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { startTestServer } from "../server_fixture.ts";
import { startTestClient, type TestBrowser } from "./test_browser.ts";

/** What a project's page may load before it is live, in bytes. */
const MOST_COMPRESSED = 20 * 1024;

/** What Safari 15 has not: the build makes older syntax of newer, but adds no functions and no expressions. */
const TOO_NEW =
  /\(\?<[=!]|withResolvers|AbortSignal\.|URL\.parse|URL\.canParse|\.to(?:Spliced|Sorted|Reversed)\(|requestSubmit|structuredClone|groupBy|WellFormed/;

interface Scripts {
  /** Loaded with the page. */
  first: Map<string, string>;
  /** Loaded when something asks for it. */
  later: Map<string, string>;
}

/** The scripts of a page by their addresses. */
async function scriptsOf(browser: TestBrowser, page: string): Promise<Scripts> {
  const html = await (await browser.get(page)).text();
  const scripts: Scripts = { first: new Map(), later: new Map() };
  async function load(path: string, into: Map<string, string>): Promise<void> {
    if (scripts.first.has(path) || scripts.later.has(path)) return;
    const response = await browser.get(path);
    assert.equal(response.status, 200, path);
    const script = await response.text();
    into.set(path, script);
    const near = (name: string) => new URL(name, `http://localhost${path}`).pathname;
    for (const [, name] of script.matchAll(/(?:from|import)"(\.\/[^"]+)"/g)) {
      await load(near(name), into);
    }
    for (const [, name] of script.matchAll(/import\("(\.\/[^"]+)"\)/g)) wanted.push(near(name));
  }
  const wanted: string[] = [];
  for (const [path] of html.matchAll(/\/_fresh\/js\/[\w./-]+\.js/g)) {
    await load(path, scripts.first);
  }
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    await load(path, scripts.later);
  }
  return scripts;
}

Deno.test("a project's page loads little script, and none that older browsers don't know", async () => {
  const server = await startTestServer();
  const client = await startTestClient(server);
  try {
    const alice = client.browser();
    await alice.join("alice");
    const { first, later } = await scriptsOf(alice, await alice.makeProject("Website"));
    assert(first.size > 1 && later.size > 1, "some scripts with the page, and some later");
    const sizes = [...first.values()].map((script) => gzipSync(script, { level: 9 }).length);
    const size = sizes.reduce((sum, one) => sum + one, 0);
    assert(size <= MOST_COMPRESSED, `${size} bytes compressed`);
    const list = await scriptsOf(alice, "/");
    assert(list.first.size > 1);
    for (const [path, script] of [...first, ...later, ...list.first, ...list.later]) {
      assert.equal(TOO_NEW.exec(script)?.[0], undefined, path);
    }
  } finally {
    client.close();
    await server.close();
  }
});
