import assert from "node:assert/strict";
import { textOf, withBrowsers } from "../with_browsers.ts";

Deno.test("who has more projects than a page holds finds each of them", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    const paths: string[] = [];
    for (let i = 1; i <= 202; i++) paths.push(await alice.makeProject(`Project ${i}`));
    const names = (page: string) =>
      [...page.matchAll(/<a href="\/projects\/\d+"[^>]*>Project (\d+)</g)].map(([, n]) =>
        Number(n)
      );

    const first = await textOf(await alice.get("/"));
    assert.deepEqual([names(first).length, names(first)[0], names(first).at(-1)], [200, 202, 3]);
    const [, older] = /<a href="(\/\?before=\d+)">Older projects</.exec(first)!;
    const second = await textOf(await alice.get(older));
    assert.deepEqual(names(second), [2, 1]);
    assert.match(second, /<a href="\/">← Newest projects</);
    assert.doesNotMatch(second, /Older projects/);

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
