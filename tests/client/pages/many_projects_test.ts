import assert from "node:assert/strict";
import { textOf, withBrowsers } from "../with_browsers.ts";

Deno.test("who has more projects than a page holds finds each of them", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const paths: string[] = [];
    for (let i = 1; i <= 202; i++) paths.push(await alice.makeProject(`Project ${i}`));
    /** The projects of the sidebar, or of the main column. */
    const names = (page: string, place: "sidebar" | "main" = "sidebar") =>
      [
        ...page.split("<main")[place === "main" ? 1 : 0].matchAll(
          /<a href="\/projects\/\d+"[^>]*>Project (\d+)</g,
        ),
      ].map(([, n]) => Number(n));

    const first = await textOf(await alice.get("/"));
    assert.deepEqual([names(first).length, names(first)[0], names(first).at(-1)], [200, 202, 3]);
    const [, older] = /<a class="sidebar-more" href="(\/\?before=\d+)">Older projects</.exec(
      first,
    )!;
    const second = await textOf(await alice.get(older));
    assert.deepEqual(names(second, "main"), [2, 1]);
    assert.equal(names(second)[0], 202, "the sidebar stays at the newest");
    assert.match(second, /<a href="\/">← Newest projects</);
    assert.doesNotMatch(second.split("<main")[1], /\?before=/);

    // Rooms, search and messages of those on the second page.
    const path = paths[0];
    assert.match(await textOf(await alice.get(path)), /<title>Project 1 · Chung/);
    assert.match(await textOf(await alice.get(`${path}/search?q=x`)), /Project 1/);
    assert.match(await textOf(await alice.get(`${path}/archive`)), /Archive Project 1\?/);

    // A project that one isn't in any more leads to the newest ones.
    for (const before of ["9999", "x", "-1"]) {
      assert.equal(names(await textOf(await alice.get(`/?before=${before}`))).length, 200, before);
    }
  });
});
