import assert from "node:assert/strict";
import type { ClientSettings } from "../../../client/session/client_settings.ts";
import type { Sharing } from "../../../client/sharing/sharing.ts";
import { TrustedProxies } from "../../../client/sharing/trusted_proxies.ts";
import type { ServerAddress } from "../../../client/shared/server_address.ts";
import { startTestServer, type TestServer } from "../../server_fixture.ts";
import { ScriptedPeer } from "../scripted_peer.ts";
import { startTestClient, type TestBrowser, type TestClient } from "../test_browser.ts";

const PASSWORD = "matkhau-123";

/** Pages for others, at the address that the tests' browsers use. */
const SHARED: Sharing = {
  origin: "http://127.0.0.1:7080",
  ownTls: false,
  proxies: new TrustedProxies(),
  hsts: 0,
};

interface Setup {
  server: TestServer;
  client: TestClient;
  browser: TestBrowser;
  /** Addresses in the order in which they were remembered. */
  remembered: ServerAddress[];
}

async function withClient(
  run: (setup: Setup) => Promise<void>,
  settings: Partial<ClientSettings> = {},
): Promise<void> {
  const started = await startTestServer();
  let closing: Promise<void> | undefined;
  const server = { ...started, close: () => closing ??= started.close() };
  const remembered: ServerAddress[] = [];
  const remember = (address: ServerAddress) => remembered.push(address);
  const client = await startTestClient(server, { remember, ...settings });
  try {
    await run({ server, client, browser: client.browser(), remembered });
    assert.deepEqual(client.reports, []);
  } finally {
    client.close();
    await server.close();
  }
}

async function answer(response: Promise<Response>) {
  const { status, headers } = await response;
  return {
    status,
    location: headers.get("location"),
    retryAfter: headers.get("retry-after"),
    text: await (await response).text(),
  };
}

const addressOf = (port: number) => `127.0.0.1:${port}`;

/** Returns everything that a peer received on one connection, answering with `answers`. */
async function conversation(peer: ScriptedPeer, answers: string[]): Promise<string[]> {
  const connection = await peer.accept();
  const heard: string[] = [];
  for (const line of answers) {
    heard.push(await connection.line() ?? "");
    await connection.send(`${line}\n`);
  }
  for (let line; (line = await connection.line()) !== null;) heard.push(line);
  return heard;
}

// Guard (web): a token goes to no other server
Deno.test("a token never reaches another server than the one that issued it", async () => {
  await withClient(async ({ client, browser }) => {
    await browser.join("alice");
    const path = await browser.makeProject("Website");
    const { token } = browser;
    assert.match(token, /^[\w-]+\.[\w-]+\.[\w-]+$/);
    const stream = await browser.get(`${path}/events`, { accept: "text/event-stream" });
    const thief = new ScriptedPeer();
    try {
      const { port } = thief.address;
      const changed = await answer(browser.post("/server", { server: addressOf(port) }));
      assert.deepEqual([changed.status, changed.location], [303, "/"]);
      assert.equal(client.sessions.size, 0);
      await stream.text();
      // Every page that uses a session redirects to the login instead.
      for (const page of ["/", path, `${path}?before=5`]) {
        assert.match((await answer(browser.get(page))).location!, /^\/login/, page);
      }
      const posts: [string, Record<string, string>][] = [
        ["/", { name: "Another" }],
        [path, { message: "for the team alone" }],
        [`${path}/members`, { members: "bob" }],
      ];
      for (const [to, fields] of posts) {
        assert.equal((await answer(browser.post(to, fields))).status, 401, to);
      }
      assert.equal((await answer(browser.get(`${path}/events`))).status, 401);
      assert.equal(client.sessions.size, 0, "nothing was asked of it");

      // Nobody has connected so far: the login is the first and only thing it receives.
      const heard = conversation(thief, ['err login bad_credentials "no"']);
      await answer(browser.post("/login", { username: "alice", password: "another-one" }));
      const lines = await heard;
      assert.deepEqual(lines, ["login alice another-one"]);
      assert(!lines.join().includes(token));
    } finally {
      thief.close();
    }
  });
});

Deno.test("who turns back to a server is still logged in there, until the next login", async () => {
  await withClient(async ({ server, browser }) => {
    const other = await startTestServer();
    try {
      await browser.join("alice");
      await browser.makeProject("Website");
      await answer(browser.post("/server", { server: addressOf(other.port) }));
      assert.match((await answer(browser.get("/"))).location!, /^\/login/);
      await answer(browser.post("/server", { server: addressOf(server.port) }));
      assert.match((await answer(browser.get("/"))).text, /Website/);
      await answer(browser.post("/server", { server: addressOf(other.port) }));
      await browser.join("bob");
      assert.equal(browser.cookies.size, 1);
      assert.doesNotMatch((await answer(browser.get("/"))).text, /Website/);
      await answer(browser.post("/server", { server: addressOf(server.port) }));
      assert.match((await answer(browser.get("/"))).location!, /^\/login/);
    } finally {
      await other.close();
    }
  });
});

Deno.test("a login that was on its way is good for its own server only", async () => {
  const slow = new ScriptedPeer();
  await withClient(async ({ server, client, browser, remembered }) => {
    await answer(browser.post("/server", { server: addressOf(slow.address.port) }));
    const login = answer(browser.post("/login", { username: "alice", password: PASSWORD }));
    const connection = await slow.accept();
    await connection.line();
    await answer(browser.post("/server", { server: addressOf(server.port) }));
    const body = { token: "x.y.z", user: { id: 1, username: "alice", role: "user" } };
    await connection.send(`ok login ${JSON.stringify({ ...body, expires_at: "" })}\n`);
    assert.equal((await login).status, 303);
    const [key] = browser.cookies.values();
    const there = addressOf(slow.address.port);
    assert.equal(client.logins.token(key, there), "x.y.z");
    const mine = await answer(browser.get("/"));
    assert.deepEqual([mine.status, mine.location], [303, "/login"]);
    assert.equal(client.logins.token(key, there), "x.y.z", "the other was not asked about it");
    assert.deepEqual(remembered.at(-1), { hostname: "127.0.0.1", port: server.port });
  }).finally(() => slow.close());
});

Deno.test("a password goes to no other server than the form said", async () => {
  await withClient(async ({ server, browser }) => {
    const thief = new ScriptedPeer();
    try {
      for (const path of ["/login", "/register"]) {
        await answer(browser.post("/server", { server: addressOf(server.port) }));
        const form = await answer(browser.get(path));
        const shown = /name="server" value="([^"]*)"/.exec(form.text)![1];
        assert.equal(shown, addressOf(server.port));
        // In another window.
        const other = addressOf(thief.address.port);
        await answer(browser.post("/server", { server: other }));
        const fields = { username: "alice", password: PASSWORD, server: shown };
        const { status, text } = await answer(browser.post(path, fields));
        assert.equal(status, 422, path);
        assert.match(text, /id="form-problem"[^>]*>[^<]*was not sent/);
        assert(text.includes(`name="server" value="${other}"`));
        assert.match(text, /value="alice"/);
      }
    } finally {
      thief.close();
    }
  });
});

Deno.test("an unreachable server is named, and the way to another leads to a page that stays", async () => {
  await withClient(async ({ server, client, browser }) => {
    const other = await startTestServer();
    try {
      await browser.join("alice");
      const path = await browser.makeProject("Website");
      await server.close();
      for (const page of ["/", path]) {
        const { status, text } = await answer(browser.get(page));
        assert.equal(status, 503);
        assert(text.includes(addressOf(server.port)), "it says which");
        assert.doesNotMatch(text, /http-equiv/);
        assert.match(text, /<a class="button" href(?:="")?>Try again</);
        assert.match(text, /href="\/server"/);
        assert.doesNotMatch(text, /<input(?![^>]*type="hidden")/, "nothing is typed here");
      }
      const vietnamese = await answer(browser.get("/", { "accept-language": "vi" }));
      assert.match(vietnamese.text, /Máy chủ 127\.0\.0\.1:\d+ chưa trả lời/);

      const form = await answer(browser.get("/server"));
      assert.equal(form.status, 200);
      assert.doesNotMatch(form.text, /http-equiv|__FRSH_STATE/);
      assert(form.text.includes(`value="${addressOf(server.port)}"`));
      for (const path of ["/login", "/register"]) {
        const fields = { username: "bob", password: PASSWORD };
        const { status, text } = await answer(client.browser().post(path, fields));
        assert.equal(status, 503);
        const problem = /id="form-problem"[^>]*>([^<]*)/.exec(text)![1];
        assert(problem.includes(addressOf(server.port)), problem);
        assert.match(problem, /change its address/);
        assert.match(text, /href="\/server"/);
      }
      await answer(browser.post("/server", { server: ` ${addressOf(other.port)} ` }));
      await browser.join("alice");
      assert.equal((await answer(browser.get("/"))).status, 200);
    } finally {
      await other.close();
    }
  });
});

Deno.test("a wrong address stays in its field beside a sentence, and changes nothing", async () => {
  await withClient(async ({ server, browser, remembered }) => {
    const wrong = ["", "nowhere", "127.0.0.1", "http://a:1", "a:0", "a:65536", "::1:7070", "a b:1"];
    for (const typed of wrong) {
      const english = await answer(browser.post("/server", { server: typed }));
      assert.equal(english.status, 422, typed);
      assert.match(english.text, /id="server-problem"[^>]*>This is not a server address/);
      assert(english.text.includes(`value="${typed}"`) || typed === "", typed);
    }
    const headers = { "accept-language": "vi", "sec-fetch-site": "same-origin" };
    const vietnamese = await answer(browser.post("/server", { server: '"><b>' }, headers));
    assert.match(vietnamese.text, /id="server-problem"[^>]*>Đây không phải/);
    assert.doesNotMatch(vietnamese.text, /"><b>/);
    assert.deepEqual(remembered, []);
    await browser.join("alice");
    assert.deepEqual(remembered.at(-1), { hostname: "127.0.0.1", port: server.port });
  });
});

Deno.test("the address is remembered when it is chosen, and when a server answers there", async () => {
  await withClient(async ({ server, browser, remembered }) => {
    await answer(browser.get("/login"));
    const wrong = { username: "alice", password: PASSWORD };
    await answer(browser.post("/login", wrong));
    assert.deepEqual(remembered, []);
    await browser.join("alice");
    const mine = { hostname: "127.0.0.1", port: server.port };
    assert.deepEqual(remembered[0], mine);
    await answer(browser.post("/server", { server: "[::1]:9" }));
    assert.deepEqual(remembered.at(-1), { hostname: "::1", port: 9 });
    await answer(browser.post("/server", { server: "LOCALHOST:9" }));
    assert.deepEqual(remembered.at(-1), { hostname: "localhost", port: 9 });
  });
});

Deno.test("only this machine's own pages change the address", async () => {
  await withClient(async ({ server, browser, remembered }) => {
    const cases: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
      { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:3000" },
      { origin: "null" },
    ];
    for (const headers of cases) {
      const { status } = await answer(browser.post("/server", { server: "a:1" }, headers));
      assert.equal(status, 403, JSON.stringify(headers));
    }
    const rebound = browser.post("http://evil.example/server", { server: "a:1" });
    assert.equal((await answer(rebound)).status, 421);
    assert.deepEqual(remembered, []);
    assert((await answer(browser.get("/server"))).text.includes(addressOf(server.port)));
  });
});

Deno.test("pages that others reach, or whose server came along, don't change the address", async () => {
  const cases: [Partial<ClientSettings>, RegExp][] = [
    [{ sharing: SHARED }, /shared by a team/],
    [{ sharing: SHARED, withServer: "option" }, /shared by a team/],
    [{ withServer: "option" }, /\(--with-server or CHUNG_WITH_SERVER\)/],
    [{ withServer: "start_task" }, /“deno task start”.*deno task client --server HOST:PORT/],
  ];
  for (const [settings, reason] of cases) {
    await withClient(async ({ server, browser, remembered }) => {
      const form = await answer(browser.get("/server"));
      assert.match(form.text, reason);
      assert(form.text.includes(addressOf(server.port)));
      assert.doesNotMatch(form.text, /action="\/server"/);
      const { status, text } = await answer(browser.post("/server", { server: "a:1" }));
      assert.equal(status, 403);
      assert.match(text, reason);
      // Visitors of pages that a team shares have no use for the address behind them.
      const login = (await answer(browser.get("/login"))).text;
      assert.equal(login.includes('<a href="/server"'), settings.sharing === undefined);
      assert.deepEqual(remembered, []);
    }, settings);
  }
});

Deno.test("a page that is still open from another server writes nothing into this one", async () => {
  await withClient(async ({ browser }) => {
    await browser.join("alice");
    const path = await browser.makeProject("Website");
    const page = await answer(browser.get(path));
    const action = /action="(\/projects\/\d+\?server=[^"]*)"/.exec(page.text)![1];
    assert.equal((await answer(browser.post(action, { message: "for this one" }))).status, 303);
    const cases: [string, Record<string, string>][] = [
      [path, { message: "for another" }],
      [`${path}/members`, { members: "for another" }],
      ["/", { name: "for another" }],
    ];
    for (const [at, fields] of cases) {
      const { status, text } = await answer(browser.post(`${at}?server=192.0.2.1%3A7070`, fields));
      assert.equal(status, 401, at);
      assert.match(text, /for another/, "what was typed stays");
    }
    const events = await browser.get(`${path}/events?server=192.0.2.1%3A7070&after=0`, {
      accept: "text/event-stream",
    });
    assert.match(await events.text(), /event: ended\ndata: \{"reason":"logged_out"\}/);
    const { text } = await answer(browser.get(path));
    assert.match(text, /for this one/);
    assert.doesNotMatch(text, /for another/);
    assert.doesNotMatch((await answer(browser.get("/"))).text, /for another/);
  });
});

Deno.test("a stranger is told when the server can't be reached, before anything is typed", async () => {
  await withClient(async ({ server, client }) => {
    await server.close();
    for (const path of ["/login", "/register"]) {
      const { status, retryAfter, text } = await answer(client.browser().get(path));
      assert.equal(status, 503);
      assert.equal(retryAfter, "5");
      assert.doesNotMatch(text, /http-equiv/);
      assert.match(text, new RegExp(addressOf(server.port)));
      assert.match(text, /href="\/server"/);
      assert.doesNotMatch(text, /name="password"/);
    }
  });
});
