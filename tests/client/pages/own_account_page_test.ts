import assert from "node:assert/strict";
import { LineClient } from "../../line_client.ts";
import { startTestServer } from "../../server_fixture.ts";
import { startTestClient, type TestBrowser } from "../test_browser.ts";
import { locationOf, textOf, withBrowsers } from "../with_browsers.ts";

const PASSWORD = "matkhau-123";
const VI = { "accept-language": "vi", "sec-fetch-site": "same-origin" };

/** The sentences at the fields of a form, by field. */
function problemsIn(page: string): Record<string, string> {
  const found = page.matchAll(/<p class="problem" id="(\w+)-problem"[^>]*>([^<]*)/g);
  return Object.fromEntries([...found].map(([, field, text]) => [field, text]));
}

/** Posts a form of the account's page, and returns the page that follows. */
async function done(browser: TestBrowser, fields: Record<string, string>): Promise<string> {
  assert.equal(await locationOf(await browser.post("/account", fields)), "/account");
  return await textOf(await browser.get("/account"));
}

const newPassword = (current: string, wanted: string, again = wanted) => ({
  ...{ do: "password", current, again },
  new: wanted,
});

Deno.test("a display name is set, refused at its field as it was typed, and taken away", async () => {
  await withBrowsers(async (open) => {
    const [lan, minh] = [open(), open()];
    await lan.join("lan");
    await minh.join("minh");
    const set = await done(lan, { do: "name", name: "  Nguyễn Thị Lan " });
    assert.match(set, /role="status"[^>]*>Your display name is now <bdi>Nguyễn Thị Lan<\/bdi>\./);
    assert.match(set, /<input id="name"[^>]*value="Nguyễn Thị Lan"/);
    assert.doesNotMatch(await textOf(await lan.get("/account")), /is now/);

    const cases: [string, number, RegExp][] = [
      ["Nguyễn Thị Lan", 409, /looks like somebody else/],
      ["LAN", 409, /looks like somebody else/],
      ["\u200b", 422, /A name has 1 to \d+ characters/],
      ["x".repeat(2_000), 422, /A name has 1 to \d+ characters/],
    ];
    for (const [name, status, expected] of cases) {
      const page = await textOf(await minh.post("/account", { do: "name", name }), status);
      assert.match(problemsIn(page).name, expected, name);
      assert(page.includes(`value="${name}"`), name);
    }
    const vi = await minh.post("/account", { do: "name", name: "LAN" }, {
      ...VI,
      origin: "http://127.0.0.1:7080",
    });
    assert.match(problemsIn(await textOf(vi, 409)).name, /giống tên của người khác/);

    for (const name of ["", "-"]) {
      await done(lan, { do: "name", name: "Lan" });
      const removed = await done(lan, { do: "name", name });
      assert.match(removed, /You no longer have a display name/);
      assert.match(removed, /<input id="name"[^>]*value(?:="")? /);
    }
  });
});

// Guard (passwords): who finds an open browser can't change the password without the current one
Deno.test("a password is changed by who knows the current one, and other devices are logged out", async () => {
  await withBrowsers(async (open, server) => {
    const [here, there] = [open(), open()];
    await here.join("lan");
    await locationOf(await there.post("/login", { username: "lan", password: PASSWORD }));
    const line = await LineClient.connect(server.port);
    try {
      const cases: [Record<string, string>, number, Record<string, RegExp>][] = [
        [newPassword("", ""), 422, { current: /enter your current/, new: /enter a new/ }],
        [newPassword(PASSWORD, "mật khẩu mới", "mật khẩu khác"), 422, { again: /not the same/ }],
        [newPassword("not-it-at-all", "mật khẩu mới"), 422, { current: /not your current/ }],
        [newPassword(PASSWORD, "short"), 422, { new: /at least 8 characters/ }],
      ];
      for (const [fields, status, expected] of cases) {
        const page = await textOf(await here.post("/account", fields), status);
        const problems = problemsIn(page);
        assert.deepEqual(Object.keys(problems), Object.keys(expected));
        for (const [field, text] of Object.entries(expected)) assert.match(problems[field], text);
        assert(!page.includes("mật khẩu mới") && !page.includes("not-it-at-all"), "not told back");
        // What checks the current password leaves no login behind.
        const { sessions } = await line.ok(`sessions ${here.token}`);
        assert.equal(sessions.length, 2);
      }
      const page = await done(here, newPassword(PASSWORD, " mật khẩu mới "));
      assert.match(page, /Your password was changed\. Your other devices were logged out\./);
      assert.match(await locationOf(await there.get("/account")), /^\/login\?/);
      await line.ok("login lan  mật khẩu mới ");
      assert.match(await line.request(`login lan ${PASSWORD}`), /^err login bad_credentials/);
    } finally {
      await line.close();
    }
  });
});

Deno.test("guesses of the current password are slowed down as those of a login are", async () => {
  const server = await startTestServer({ "max-failed-logins": 1 });
  const client = await startTestClient(server);
  try {
    const lan = client.browser();
    await lan.join("lan");
    const fields = newPassword("not-it-at-all", "mật khẩu mới");
    await textOf(await lan.post("/account", fields), 422);
    const page = await textOf(await lan.post("/account", newPassword(PASSWORD, "x-12345678")), 429);
    assert.match(page, /<p class="problem" role="alert">Too many attempts\. Wait \d+ seconds/);
  } finally {
    client.close();
    await server.close();
  }
});

Deno.test("the devices are listed, and end one by one or all but this one", async () => {
  await withBrowsers(async (open, server) => {
    const here = open();
    await here.join("lan");
    const alone = await textOf(await here.get("/account"));
    assert.match(alone, /You are not logged in anywhere else/);
    const line = await LineClient.connect(server.port);
    try {
      const tokens: string[] = [];
      for (let i = 0; i < 3; i++) tokens.push((await line.ok(`login lan ${PASSWORD}`)).token);
      const page = await textOf(await here.get("/account"));
      assert.equal(page.match(/This device/g)?.length, 1);
      const [first, ...others] = page.split('<ul class="account-list">')[1].split("<li>").slice(1);
      assert.match(
        first,
        /Address 127\.0\.0\.1.*This device.*Logged in <time [^>]*>today at \d\d:\d\d/,
      );
      assert.equal(others.length, 3);
      assert.match(others[0], /Logged in <time [^>]*>today at .*last used <time [^>]*>today at/);
      const id = /name="login" value="(\w+)"/.exec(others[0])![1];
      assert.match(await done(here, { do: "end", login: id }), /That device was logged out/);
      const left = [];
      for (const token of tokens) left.push((await line.request(`whoami ${token}`)).split(" ")[0]);
      assert.deepEqual(left.sort(), ["err", "ok", "ok"]);
      const gone = await textOf(await here.post("/account", { do: "end", login: id }), 404);
      assert.match(gone, /role="alert">This login has ended already/);
      assert.match(await done(here, { do: "end_others" }), /All other devices were logged out/);
      for (const token of tokens) assert.match(await line.request(`whoami ${token}`), /^err/);
    } finally {
      await line.close();
    }
  });
});

Deno.test("the account's page is for who is logged in, and keeps the name of who is no more", async () => {
  await withBrowsers(async (open) => {
    assert.equal(await locationOf(await open().get("/account")), "/login?next=%2Faccount");
    const lan = open();
    await lan.join("lan");
    await lan.post("/logout", {});
    const page = await textOf(await lan.post("/account", { do: "name", name: "Lan" }), 401);
    assert.match(page, /value="Lan"/);
    assert.match(page, /Your session has ended\. Please log in again/);
    const minh = open();
    await minh.join("minh");
    const bad = await textOf(await minh.post("/account", { do: "everything" }), 422);
    assert.match(bad, /role="alert">Something is missing or wrong/);
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const refused = await minh.post("/account", { do: "name", name: "x" }, foreign);
    await textOf(refused, 403);
  });
});
