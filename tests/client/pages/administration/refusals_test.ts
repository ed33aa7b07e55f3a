import assert from "node:assert/strict";
import { JSON_WANTED, locationOf, textOf, withBrowsers } from "../../with_browsers.ts";
import { joinAsAdmin, logInAgain } from "./admins.ts";

const PAGES = ["/admin/server", "/admin/log"];
/** As the server names the day in its log. */
function today(): string {
  const now = new Date();
  const [date, month] = [now.getDate(), now.getMonth() + 1].map((each) =>
    String(each).padStart(2, "0")
  );
  return `${date}_${month}_${now.getFullYear()}`;
}

const FEEDS = ["/admin/server/state.json", `/admin/log/newest.json?day=${today()}`];

// Guard (accounts): the pages about the server and its log are for admins alone, and no longer for one who was
Deno.test("the pages for admins are refused to everybody else", () =>
  withBrowsers(async (open, server) => {
    const [alice, bob, nobody] = [open(), open(), open()];
    await joinAsAdmin(alice, server, "alice");
    await joinAsAdmin(bob, server, "bob");
    for (const path of PAGES) await textOf(await bob.get(path));
    assert.match(await textOf(await bob.get("/")), /href="\/admin\/server"/);
    await server.operate("set_role - bob user");
    for (const path of PAGES) {
      const html = await textOf(await bob.get(path), 403);
      assert.match(html, /Only for administrators/, path);
      const json = await bob.get(path, JSON_WANTED);
      assert.equal(json.status, 403);
      assert.equal((await json.json()).error.code, "forbidden");
      const login = await locationOf(await nobody.get(path));
      assert.equal(login, `/login?next=${encodeURIComponent(path)}`);
      await textOf(await alice.get(path));
    }
    for (const path of FEEDS) {
      const answers = [nobody, bob, alice].map(async (browser) => {
        const answer = await browser.get(path, JSON_WANTED);
        return [answer.status, (await answer.json()).error?.code];
      });
      const expected = [[401, "invalid_token"], [403, "forbidden"], [200, undefined]];
      assert.deepEqual(await Promise.all(answers), expected, path);
    }
    await logInAgain(bob, "bob");
    assert.doesNotMatch(await textOf(await bob.get("/")), /href="\/admin/);
    const palette = await (await bob.get("/palette")).json();
    assert.equal(palette.admin, false);
    assert.equal((await (await alice.get("/palette")).json()).admin, true);
  }));
