import assert from "node:assert/strict";
import { ScriptedPeer } from "../scripted_peer.ts";
import { startTestClient, type TestBrowser } from "../test_browser.ts";
import { locationOf, textOf, withBrowsers } from "../with_browsers.ts";

const PASSWORD = "matkhau-123";
const VI = { "accept-language": "vi", "sec-fetch-site": "same-origin" };

/** The sentences at the fields of a form, by field. */
function problemsIn(page: string): Record<string, string> {
  const found = page.matchAll(/<p class="problem" id="(\w+)-problem"[^>]*>([^<]*)/g);
  return Object.fromEntries([...found].map(([, field, text]) => [field, text]));
}

/** The field that gets the focus. */
const focusedIn = (page: string) =>
  /<input (?=[^>]*autofocus)[^>]*name="(\w+)"/.exec(page)?.[1] ??
    /<input [^>]*name="(\w+)"[^>]*autofocus/.exec(page)?.[1];

const formTagIn = (page: string) => /name="tag"[^>]*value="([^"]+)"/.exec(page)![1];

Deno.test("a form tells every fault at its own field, and the first one has the focus", async () => {
  await withBrowsers(async (open) => {
    const cases: [string, string, string, string[]][] = [
      ["/register", "bad name", "short", ["username", "password"]],
      ["/register", ".", "x".repeat(73), ["username", "password"]],
      ["/register", "", "short", ["username", "password"]],
      ["/register", "bad name", "", ["username", "password"]],
      ["/register", "bad name", "        ", ["username", "password"]],
      ["/register", "", "", ["username", "password"]],
      ["/register", "an.", "mậtkhẩu".normalize("NFD"), ["username", "password"]],
      ["/register", "an", "", ["password"]],
      ["/register", "an", "short", ["password"]],
      ["/register", "bad name", PASSWORD, ["username"]],
      ["/login", "", "", ["username", "password"]],
      ["/login", "an", "", ["password"]],
      ["/login", "", "short", ["username"]],
    ];
    for (const [path, username, password, faulty] of cases) {
      const what = `${path} ${username} ${password}`;
      const page = await textOf(await open().post(path, { username, password }), 422);
      assert.deepEqual(Object.keys(problemsIn(page)).sort(), faulty.toSorted(), what);
      assert.equal(focusedIn(page), faulty[0], what);
      for (const field of ["username", "password"]) {
        const input = new RegExp(`<input [^>]*id="${field}"[^>]*>`).exec(page)![0];
        const wrong = faulty.includes(field);
        assert.equal(input.includes('aria-invalid="true"'), wrong, what);
        assert.equal(input.includes(`aria-describedby="${field}-problem`), wrong, what);
      }
    }
    const fields = { username: "bad name", password: "short" };
    const page = await textOf(await open().post("/register", fields, VI), 422);
    assert.match(problemsIn(page).username, /bắt đầu và kết thúc bằng chữ hoặc số/);
    assert.match(problemsIn(page).password, /ít nhất 8 ký tự/);
  });
});

/** Registers without a tag, as from a form that nobody has posted before, and follows the redirect. */
async function landing(browser: TestBrowser, fields: Record<string, string>, headers = {}) {
  const where = await locationOf(await browser.post("/register", fields));
  return { where, page: await textOf(await browser.get(where, headers)) };
}

Deno.test("registering a name with its right password logs in and says so, once", async () => {
  await withBrowsers(async (open) => {
    const alice = open();
    const first = await landing(alice, { username: "alice", password: PASSWORD });
    assert.doesNotMatch(first.page, /already had an account/);
    const path = await alice.makeProject("Website");

    const again = open();
    const fields = { username: "ALICE", password: PASSWORD };
    const { where, page } = await landing(again, fields);
    assert.equal(where, "/");
    assert.match(
      page,
      /<p (?=[^>]*role="status")(?=[^>]*autofocus)[^>]*>You already had an account with this name and password; you are logged in\.</,
    );
    assert.doesNotMatch(await textOf(await again.get("/")), /already had an account/);

    const elsewhere = open();
    const there = await landing(elsewhere, { ...fields, next: path }, VI);
    assert.equal(there.where, path);
    assert.match(there.page, /role="status"[^>]*>Bạn đã có tài khoản với tên và mật khẩu này/);

    const forged = open();
    forged.cookies.set("chung_notice_7080", "had_account");
    assert.doesNotMatch(await textOf(await forged.get("/login")), /already had an account/);
    await forged.join("bob");
    forged.cookies.set("chung_notice_7080", "page_failed_text");
    assert.doesNotMatch(await textOf(await forged.get("/")), /page-notice/);

    const stranger = open();
    const wrong = await stranger.post("/register", { username: "alice", password: "another-one" });
    assert.match(problemsIn(await textOf(wrong, 409)).username, /Somebody already/);
    assert.equal(stranger.cookies.size, 0);
  });
});

Deno.test("a registration that is posted twice says nothing about an account", async () => {
  await withBrowsers(async (open) => {
    const browser = open();
    const tag = formTagIn(await textOf(await browser.get("/register")));
    const fields = { username: "alice", password: PASSWORD, tag };
    const posted = await Promise.all([
      browser.post("/register", fields),
      browser.post("/register", fields),
    ]);
    for (const response of posted) assert.equal(await locationOf(response), "/");
    assert.doesNotMatch(await textOf(await browser.get("/")), /already had an account/);
  });
});

Deno.test("a registration whose answer was lost says nothing about an account when it is sent again", async () => {
  const peer = new ScriptedPeer();
  const client = await startTestClient(peer.address);
  try {
    const browser = client.browser();
    const fields = { username: "alice", password: PASSWORD, tag: "one" };
    const lost = browser.post("/register", fields);
    const first = await peer.accept();
    assert.equal(await first.line(), `reg alice ${PASSWORD}`);
    first.close();
    const page = await textOf(await lost, 503);
    assert.equal(formTagIn(page), "one");

    const second = browser.post("/register", fields);
    const register = await peer.accept();
    await register.line();
    await register.send("err reg username_taken the name alice is taken\n");
    const login = await peer.accept();
    assert.equal(await login.line(), `login alice ${PASSWORD}`);
    const user = { id: 1, username: "alice", role: "user" };
    const expires_at = "2100-01-01T00:00:00.000Z";
    await login.send(`ok login ${JSON.stringify({ token: "x.y.z", user, expires_at })}\n`);
    assert.equal(await locationOf(await second), "/");
    assert.deepEqual([...browser.cookies.keys()], ["chung_session_7080"]);
  } finally {
    client.close();
    peer.close();
  }
});

Deno.test("a password goes to the server as it was typed, composed or not", async () => {
  const peer = new ScriptedPeer();
  const client = await startTestClient(peer.address);
  try {
    for (const password of ["mật-khẩu-123", "mật-khẩu-123".normalize("NFD"), " a\tb  c d e "]) {
      for (const [path, action] of [["/register", "reg"], ["/login", "login"]]) {
        const answer = client.browser().post(path, { username: "alice", password });
        const connection = await peer.accept();
        assert.equal(await connection.line(), `${action} alice ${password}`);
        await connection.send(`err ${action} rate_limited try again in 5 s\n`);
        await textOf(await answer, 429);
      }
    }
  } finally {
    client.close();
    peer.close();
  }
});
