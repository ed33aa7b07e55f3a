import assert from "node:assert/strict";
import { LineClient } from "../../line_client.ts";
import { startTestServer, type TestServer } from "../../server_fixture.ts";
import { startTestClient, type TestBrowser } from "../test_browser.ts";
import { locationOf, textOf, withBrowsers } from "../with_browsers.ts";

const PASSWORD = "matkhau-123";

/** Registers somebody whom the operator makes an admin. */
async function admin(browser: TestBrowser, server: TestServer, username: string): Promise<void> {
  await browser.join(username);
  assert.match(await server.operate(`set_role - ${username} admin`), /^ok/);
}

/** The usernames of a page's list of people, in its order. */
const listed = (page: string) =>
  [...page.matchAll(/class="account-row" href="\/people\/([^"]+)"/g)].map(([, name]) => name);

/** Posts a form about somebody, and returns the page that follows. */
async function done(browser: TestBrowser, path: string, fields: Record<string, string>) {
  const where = await locationOf(await browser.post(path, fields));
  return await textOf(await browser.get(where));
}

// Guard (web): the pages of accounts and invitations are for admins alone
Deno.test("whoever is no admin is refused every page and form of accounts", async () => {
  await withBrowsers(async (open, server) => {
    const [alice, bob, stranger] = [open(), open(), open()];
    await admin(alice, server, "alice");
    await bob.join("bob");
    await textOf(await alice.post("/people", { do: "invite", uses: "1", days: "1" }));
    const requests: [string, Record<string, string> | null, number][] = [
      ["/people", null, 200],
      ["/people?q=bob", null, 200],
      ["/people/bob", null, 200],
      ["/people/BOB", null, 200],
      ["/people/nobody", null, 404],
      ["/people/bob/ask?about=disable", null, 200],
      ["/people/bob/ask?about=make_user", null, 200],
      ["/people/bob/ask?about=everything", null, 404],
      ["/people", { do: "invite", uses: "1", days: "1" }, 200],
      ["/people", { do: "revoke", invitation: "1" }, 303],
      ["/people", { do: "everything" }, 422],
      ["/people/bob", { do: "everything" }, 422],
      ["/people/nobody", { do: "disable" }, 404],
      ["/people/bob", { do: "make_admin" }, 303],
      ["/people/bob", { do: "make_user" }, 303],
      ["/people/bob", { do: "disable" }, 303],
      ["/people/bob", { do: "enable" }, 303],
      ["/people/bob", { do: "reset" }, 200],
    ];
    const send = async (browser: TestBrowser, [path, fields]: typeof requests[number]) => {
      const response = await (fields === null ? browser.get(path) : browser.post(path, fields));
      const text = await response.text();
      if (response.status === 403) assert.match(text, /<h1>Only for administrators<\/h1>/);
      return response.status;
    };
    for (const request of requests) {
      const what = JSON.stringify(request);
      assert.equal(await send(stranger, request), 303, what);
      assert.equal(await send(bob, request), 403, what);
    }
    const { sessions } = await (async () => {
      const line = await LineClient.connect(server.port);
      const answer = await line.ok(`sessions ${bob.token}`);
      await line.close();
      return answer;
    })();
    assert.equal(sessions.length, 1, "nothing was done");
    for (const request of requests) {
      assert.equal(await send(alice, request), request[2], JSON.stringify(request));
    }
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    for (const path of ["/people", "/people/bob"]) {
      await textOf(await alice.post(path, { do: "disable" }, foreign), 403);
    }
  });
});

Deno.test("only admins are led to the page of people", async () => {
  await withBrowsers(async (open, server) => {
    const [alice, bob] = [open(), open()];
    await admin(alice, server, "alice");
    await bob.join("bob");
    for (const [browser, leads] of [[alice, true], [bob, false]] as const) {
      await textOf(await browser.get("/account"));
      const page = await textOf(await browser.get("/"));
      assert.equal(page.includes('href="/people"'), leads);
      const palette = await (await browser.get("/palette")).json();
      assert.equal(palette.admin, leads);
    }
    // Who was an admin until now is led there no more.
    await server.operate("set_role - bob admin");
    await server.operate("set_role - alice user");
    assert.doesNotMatch(await textOf(await alice.get("/people"), 403), /href="\/people"/);
    assert.match(await textOf(await bob.get("/people")), /href="\/people"/);
  });
});

Deno.test("people are found by parts of either name, without accents, on pages of a hundred", async () => {
  await withBrowsers(async (open, server) => {
    const alice = open();
    await admin(alice, server, "alice");
    const { code } = JSON.parse((await server.operate("invite - 1000")).replace(/^ok \w+ /, ""))
      .invitation;
    const line = await LineClient.connect(server.port);
    const register = async (username: string, name: string | null) => {
      await line.ok(`join ${code} ${username} ${PASSWORD}`);
      const { token } = await line.ok(`login ${username} ${PASSWORD}`);
      if (name !== null) await line.ok(`set_name ${token} ${name}`);
    };
    await register("lan.nt", "Nguyễn Thị Lan");
    await register("minh", "Đặng Minh");
    for (let i = 0; i < 99; i++) await line.ok(`join ${code} user-${i} ${PASSWORD}`);
    await line.close();
    await server.operate("disable - user-7");
    const cases: [string, string[]][] = [
      ["q=NGUYEN", ["lan.nt"]],
      ["q=lan+thi", ["lan.nt"]],
      ["q=dang", ["minh"]],
      ["q=đ%E1%BA%B7ng+MINH", ["minh"]],
      ["q=nt", ["lan.nt"]],
      ["q=user-42", ["user-42"]],
      ["q=zebra", []],
      ["show=admins", ["alice"]],
      ["show=disabled", ["user-7"]],
      ["show=disabled&q=lan", []],
      ["page=2", ["user-97", "user-98"]],
      ["page=99", ["user-97", "user-98"]],
    ];
    for (const [query, expected] of cases) {
      const page = await textOf(await alice.get(`/people?${query}`));
      assert.deepEqual(listed(page), expected, query);
    }
    const first = await textOf(await alice.get("/people"));
    assert.equal(listed(first).length, 100);
    // By the names that are shown.
    assert.deepEqual(listed(first).slice(0, 4), ["alice", "minh", "lan.nt", "user-0"]);
    assert.match(first, /102 accounts/);
    assert.match(first, /rel="next" href="\/people\?page=2"/);
    assert.match(
      first,
      /<bdi class="account-title">Nguyễn Thị Lan<\/bdi> <bdi class="hint">lan\.nt/,
    );
    const last = await textOf(await alice.get("/people?q=user&page=2"));
    assert.doesNotMatch(last, /rel="next"/);
    assert.match(await textOf(await alice.get("/people/lan.nt")), /<h1>.*Nguyễn Thị Lan.*<\/h1>/);
  });
});

Deno.test("an admin changes roles and access, and the last admin stays one", async () => {
  await withBrowsers(async (open, server) => {
    const [alice, bob] = [open(), open()];
    await admin(alice, server, "alice");
    await bob.join("bob");
    for (const deed of ["make_user", "disable"]) {
      const page = await textOf(await alice.post("/people/alice", { do: deed }), 409);
      assert.match(page, /role="alert">alice is the last administrator whose account can be used/);
    }
    const made = await done(alice, "/people/bob", { do: "make_admin" });
    assert.match(made, /<bdi>bob<\/bdi> is now an administrator/);
    await textOf(await bob.get("/people"));
    const asked = await textOf(await alice.get("/people/bob/ask?about=disable"));
    assert.match(asked, /<h1>Disable the account of bob\?<\/h1>.*logged out everywhere/);
    const disabled = await done(alice, "/people/bob", { do: "disable" });
    assert.match(disabled, /The account of <bdi>bob<\/bdi> was disabled/);
    assert.match(await locationOf(await bob.get("/")), /^\/login/);
    const refused = await bob.post("/login", { username: "bob", password: PASSWORD });
    assert.match(await textOf(refused, 403), /This account is disabled/);
    assert.match(await done(alice, "/people/bob", { do: "enable" }), /was enabled/);
    assert.equal(
      await locationOf(await bob.post("/login", { username: "bob", password: PASSWORD })),
      "/",
    );
    const before = await textOf(await alice.get("/people/alice/ask?about=make_user"));
    assert.match(before, /<h1>Step down as administrator\?<\/h1>/);
    const down = await done(alice, "/people/alice", { do: "make_user" });
    assert.match(down, /You are no longer an administrator/);
    assert.doesNotMatch(down, /href="\/people"/);
    await textOf(await alice.get("/people"), 403);
  });
});

Deno.test("an admin gives somebody a new password, typed or made up and told once", async () => {
  await withBrowsers(async (open, server) => {
    const [alice, bob] = [open(), open()];
    await admin(alice, server, "alice");
    await bob.join("bob");
    const short = await textOf(await alice.post("/people/bob", { do: "reset", new: "x" }), 422);
    assert.match(short, /id="new-problem" role="alert">A password needs at least 8 characters/);
    await textOf(await bob.get("/"));
    const told = await textOf(await alice.post("/people/bob", { do: "reset", new: "" }));
    assert.match(told, /It is shown once, here/);
    const password = /<input id="issued"[^>]*value="([^"]+)"/.exec(told)![1];
    assert.match(password, /^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    assert(!(await textOf(await alice.get("/people/bob"))).includes(password));
    assert.match(await locationOf(await bob.get("/")), /^\/login/);
    const again = await bob.post("/login", { username: "bob", password });
    assert.equal(await locationOf(again), "/");
    const typed = { do: "reset", new: "một mật khẩu" };
    assert.match(await done(alice, "/people/bob", typed), /<bdi>bob<\/bdi> has a new password/);
    const last = await bob.post("/login", { username: "bob", password: typed.new });
    assert.equal(await locationOf(last), "/");
    const own = await textOf(await alice.get("/people/alice"));
    assert.doesNotMatch(own, /name="new"/);
  });
});

Deno.test("an invitation is told once, as a link where others open these pages, and taken back", async () => {
  const origin = "http://127.0.0.1:7080";
  const proxies = { has: () => false, visitor: (peer: string) => peer };
  for (const shared of [false, true]) {
    const server = await startTestServer({ registration: "closed" });
    // deno-lint-ignore no-explicit-any
    const sharing = shared ? { origin, ownTls: false, proxies, hsts: 0 } as any : null;
    const client = await startTestClient(server, { sharing });
    try {
      await server.operate(`invite - 1`);
      const code = JSON.parse((await server.operate("invite - 1")).replace(/^ok \w+ /, ""))
        .invitation.code;
      const alice = client.browser();
      const joined = await alice.post("/join", { code, username: "alice", password: PASSWORD });
      assert.equal(await locationOf(joined), "/");
      await server.operate("set_role - alice admin");
      const wrong: [string, string][] = [["0", "7"], ["1001", "7"], ["1", "366"], ["x", ""]];
      for (const [uses, days] of wrong) {
        const page = await textOf(await alice.post("/people", { do: "invite", uses, days }), 422);
        assert.match(page, /An invitation is for 1 to 1,000 people and 1 to 365 days\./);
        assert.match(page, new RegExp(`<input id="uses"[^>]* value(="${uses}")?`));
      }
      const page = await textOf(
        await alice.post("/people", { do: "invite", uses: "3", days: "1" }),
      );
      const told = /<input id="invitation"[^>]*value="([^"]+)"/.exec(page)![1];
      assert.match(
        told,
        shared ? /^http:\/\/127\.0\.0\.1:7080\/join#[a-z0-9]{26}$/ : /^[a-z0-9]{26}$/,
      );
      assert.equal(page.includes(`the server 127.0.0.1:${server.port}`), !shared);
      assert.match(
        page,
        /0 of 3 used · expires <time [^>]*>tomorrow at \d\d:\d\d<\/time> · by alice/,
      );
      const after = await textOf(await alice.get("/people"));
      assert(!after.includes(told));
      assert.match(after, /Open invitations \(2\).*No\. 3.*No\. 1.*by the operator/);
      assert.match(after, /1 invitation that is over.*No\. 2.*1 of 1 used/);

      const bob = client.browser();
      const fields = { code: told, username: "bob", password: PASSWORD };
      assert.equal(await locationOf(await bob.post("/join", fields)), "/");
      assert.match(await textOf(await alice.get("/people")), /1 of 3 used/);
      const revoke = { do: "revoke", invitation: "3" };
      assert.match(await done(alice, "/people", revoke), /The invitation was taken back/);
      const gone = await textOf(await alice.post("/people", revoke), 404);
      assert.match(gone, /role="alert">There is no such invitation/);
      const late = { code: told, username: "late", password: PASSWORD };
      await textOf(await client.browser().post("/join", late), 422);
      assert.deepEqual(client.reports, []);
    } finally {
      client.close();
      await server.close();
    }
  }
});
