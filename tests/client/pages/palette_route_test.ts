import assert from "node:assert/strict";
import type { PaletteData } from "../../../client/components/palette/palette_data.ts";
import type { TestBrowser } from "../test_browser.ts";
import { withBrowsers } from "../with_browsers.ts";

async function paletteOf(browser: TestBrowser, query = ""): Promise<PaletteData> {
  const response = await browser.get(`/palette${query}`);
  assert.equal(response.status, 200);
  return await response.json();
}

const names = (named: { name: string }[]) => named.map(({ name }) => name);

Deno.test("the palette offers all of a person's projects, and the members of the one in view", async () => {
  await withBrowsers(async (open) => {
    const [alice, bob, carol] = [open(), open(), open()];
    for (const [name, browser] of Object.entries({ alice, bob, carol })) await browser.join(name);
    for (let i = 1; i <= 201; i++) await alice.makeProject(`Project ${i}`);
    const path = await alice.makeProject("Kế hoạch", "bob");
    const query = `?project=${path.split("/").at(-1)}`;

    const own = await paletteOf(alice, query);
    assert.equal(own.projects.length, 202, "beyond the first page");
    assert.equal(own.projects[0].name, "Kế hoạch", "latest activity first");
    assert.deepEqual([own.here?.name, own.here?.manages], ["Kế hoạch", true]);
    assert.deepEqual(names(own.members), ["bob"], "without the person");
    assert.deepEqual([own.problem, own.theme], [null, "system"]);

    const member = await paletteOf(bob, query);
    assert.deepEqual([names(member.projects), member.here?.manages], [["Kế hoạch"], false]);
    assert.deepEqual(names(member.members), ["alice"]);

    const stranger = await paletteOf(carol, query);
    assert.deepEqual([stranger.projects, stranger.here, stranger.members], [[], null, []]);
    for (const wrong of ["", "?project=x", "?project=99999"]) {
      assert.equal((await paletteOf(alice, wrong)).here, null, wrong);
    }
    await alice.post(`${path}/archive`, {});
    const archived = await paletteOf(alice, query);
    assert.equal(archived.here?.manages, false, "nobody is added to it");
    assert.equal(archived.projects.find(({ name }) => name === "Kế hoạch")?.archived, true);
  });
});

Deno.test("the palette offers nothing to who isn't logged in, and speaks the page's language", async () => {
  await withBrowsers(async (open) => {
    const nobody = await open().get("/palette");
    assert.equal(nobody.status, 401);
    assert.equal((await nobody.json()).error.code, "invalid_token");
    const alice = open();
    await alice.join("alice");
    alice.cookies.set("language", "vi");
    assert.equal((await paletteOf(alice)).texts.palette, "Tìm nhanh");
    alice.cookies.set("theme", "dark");
    assert.equal((await paletteOf(alice)).theme, "dark");
  });
});

Deno.test("the palette offers nothing to a page of another user or server", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    for (const query of ["?user=bob", "?server=127.0.0.1%3A1&user=alice"]) {
      assert.equal((await alice.get(`/palette${query}`)).status, 401, query);
    }
  });
});

Deno.test("the button of the palette names the keys of the browser's platform", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    await alice.join("alice");
    for (
      const [agent, keys] of [
        ["Mozilla/5.0 (X11; Linux x86_64) Chrome/131.0", "Ctrl K"],
        ["Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "Ctrl K"],
        ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "⌘ K"],
        ["Mozilla/5.0 (iPad; CPU OS 15_0 like Mac OS X)", "⌘ K"],
      ]
    ) {
      const html = await (await alice.get("/", { "user-agent": agent })).text();
      const [, button] = /<button[^>]*palette-button([\s\S]*?)<\/button>/.exec(html)!;
      assert.match(button, /hidden/, "until script makes it act");
      assert.ok(button.includes(`<kbd>${keys}</kbd>`), agent);
    }
  });
});
