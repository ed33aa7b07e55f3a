import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { LineClient } from "../line_client.ts";
import { startTestServer, type TestServer } from "../server_fixture.ts";
import { markupOf } from "./markup_of.ts";
import { startTestClient, type TestBrowser, type TestClient } from "./test_browser.ts";

interface Setup {
  server: TestServer;
  client: TestClient;
  browser: TestBrowser;
}

async function withClient(run: (setup: Setup) => Promise<void>): Promise<void> {
  const server = await startTestServer();
  const client = await startTestClient(server);
  try {
    await run({ server, client, browser: client.browser() });
  } finally {
    client.close();
    await server.close();
  }
}

async function textOf(response: Response, status = 200): Promise<string> {
  const text = await response.text();
  assert.equal(response.status, status, text.slice(0, 300));
  return text;
}

async function statusOf(response: Promise<Response>): Promise<number> {
  const { status, body } = await response;
  await body?.cancel();
  return status;
}

Deno.test("two people talk by plain forms when they have no script", async () => {
  await withClient(async ({ client }) => {
    const [alice, bob] = [client.browser(), client.browser()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website", "bob");
    assert.equal(await statusOf(alice.post(path, { message: "xin chào\n<b>bob</b>" })), 303);
    const page = await textOf(await bob.get(path));
    assert(page.includes("&lt;b>bob&lt;/b>") || page.includes("&lt;b&gt;bob&lt;/b&gt;"));
    assert(!markupOf(page).includes("<b>bob</b>"));
    assert.match(await textOf(await bob.get("/")), /Website/);
    assert.deepEqual(client.reports, []);
  });
});

Deno.test("the token stays out of every page and is forgotten after logout", async () => {
  await withClient(async ({ server, client, browser }) => {
    await browser.join("alice");
    const [[name, key]] = browser.cookies;
    const { token } = browser;
    assert.match(token, /^[\w-]+\.[\w-]+\.[\w-]+$/);
    assert.match(key, /^[\w-]{43}$/);
    assert.equal(name, "chung_session_7080");
    const path = await browser.makeProject("Website");
    for (const page of ["/", path]) {
      assert(!(await textOf(await browser.get(page))).includes(token));
    }
    assert.equal(await statusOf(browser.post("/logout", {})), 303);
    assert.equal(browser.cookies.size, 0);
    assert.equal(client.sessions.size, 0);
    assert.equal(client.logins.size, 0);
    const thief = client.browser();
    thief.cookies.set(name, key);
    assert.equal(await statusOf(thief.get(path)), 303);
    assert.equal(thief.cookies.size, 0, "a key that is no longer good is cleared");
    assert.deepEqual(server.reports, []);
  });
});

// Guard (web): a forged cookie is nobody's, costs the server nothing, and is deleted; so is a token
Deno.test("a cookie that this client didn't give is nobody's, whatever it holds", async () => {
  await withClient(async ({ server, client, browser }) => {
    await browser.join("alice");
    const [key] = browser.cookies.values();
    const issuers = ["", `127.0.0.1:${server.port}~`];
    const values = ["garbage", "a.b.c", "%00%0d%0a", "x y", '"', "=", "x".repeat(9_000)];
    values.push(
      "k".repeat(43),
      key.toUpperCase(),
      createHash("sha256").update(key).digest("base64url"),
    );
    // Earlier versions kept the token itself in the cookie, where other programs could read it.
    values.push(browser.token);
    for (const value of issuers.flatMap((issuer) => values.map((rest) => issuer + rest))) {
      const stranger = client.browser();
      stranger.cookies.set("chung_session_7080", value);
      assert.equal(await statusOf(stranger.get("/projects/1/events")), 401, value.slice(0, 20));
      assert.equal(stranger.cookies.size, 0);
      stranger.cookies.set("chung_session_7080", value);
      assert.equal(await statusOf(stranger.get("/login")), 200);
      assert.equal(client.sessions.size, 0, "the server isn't asked");
    }
    assert.equal(await statusOf(browser.get("/")), 200);
    assert.deepEqual(client.reports, []);
  });
});

// Guard (web): the key in the cookie is worth nothing at the server and at another client
Deno.test("a key is good at its own client only", async () => {
  await withClient(async ({ server, browser }) => {
    await browser.join("alice");
    const [key] = browser.cookies.values();
    const line = await LineClient.connect(server.port);
    assert.equal(await line.err(`whoami ${key}`), "invalid_token");
    await line.close();
    const other = await startTestClient(server);
    const thief = other.browser();
    thief.cookies.set("chung_session_7080", key);
    assert.equal(await statusOf(thief.get("/")), 303);
    assert.equal(other.sessions.size, 0);
    other.close();
    assert.equal(await statusOf(browser.get("/")), 200);
  });
});

Deno.test("a browser has one login: the next one takes the place of the last", async () => {
  await withClient(async ({ client, browser }) => {
    await browser.join("alice");
    const [first] = browser.cookies.values();
    await browser.join("bob");
    assert.equal(client.logins.size, 1);
    const earlier = client.browser();
    earlier.cookies.set("chung_session_7080", first);
    assert.equal(await statusOf(earlier.get("/")), 303);
  });
});

Deno.test("a token that its server refuses is kept no longer", async () => {
  await withClient(async ({ server, client, browser }) => {
    await browser.join("alice");
    const line = await LineClient.connect(server.port);
    await line.ok(`logout ${browser.token}`);
    await line.close();
    assert.equal(await statusOf(browser.get("/")), 303);
    assert.equal(browser.cookies.size, 0);
    assert.equal(client.logins.size, 0);
  });
});

// Guard (web): no name but chung.localhost is added to this machine's own, and its forms are of one site
Deno.test("the pages work under chung.localhost, and another name or port is another site", async () => {
  await withClient(async ({ client }) => {
    const origin = "http://chung.localhost:7080";
    const register = async (host: string, from: string) => {
      const response = await client.handler(
        new Request(`http://${host}/register`, {
          method: "POST",
          headers: { host, origin: from },
          body: new URLSearchParams({ username: "alice", password: "matkhau-123" }),
        }),
      );
      await response.body?.cancel();
      return response.status;
    };
    const foreign = [
      ...["http://evil.localhost:7080", "http://localhost:7080", "http://127.0.0.1:7080"],
      ...["http://chung.localhost:3000", "http://chung.localhost", "https://chung.localhost:7080"],
    ];
    for (const from of foreign) {
      assert.equal(await register("chung.localhost:7080", from), 403, from);
    }
    for (const host of ["evil.localhost:7080", "chung.localhost.evil.example:7080"]) {
      assert.equal(await register(host, `http://${host}`), 421, host);
    }
    assert.equal(await register("chung.localhost:7080", origin), 303);
    assert.deepEqual(client.reports, []);
  });
});

Deno.test("forms of other sites are refused", async () => {
  await withClient(async ({ client, browser }) => {
    await browser.join("alice");
    const cases: [Record<string, string>, boolean][] = [
      [{ "sec-fetch-site": "same-origin", origin: client.origin }, true],
      [{ "sec-fetch-site": "same-origin" }, true],
      [{ "sec-fetch-site": "cross-site", origin: "https://evil.example" }, false],
      [{ "sec-fetch-site": "same-site", origin: "http://127.0.0.1:3000" }, false],
      [{ "sec-fetch-site": "cross-site", origin: "null" }, false],
      [{ "sec-fetch-site": "cross-site" }, false],
      [{ origin: "https://evil.example" }, false],
      [{ origin: "null" }, false],
      [{ origin: client.origin }, true],
    ];
    for (const [headers, allowed] of cases) {
      const status = await statusOf(browser.post("/", { name: "Website" }, headers));
      assert.equal(status, allowed ? 303 : 403, JSON.stringify(headers));
    }
    // A refused logout leaves the user logged in.
    const foreign = { "sec-fetch-site": "cross-site" };
    assert.equal(await statusOf(browser.post("/logout", {}, foreign)), 403);
    assert.equal(await statusOf(browser.get("/")), 200);
  });
});

Deno.test("every answer has the headers that keep other sites out", async () => {
  await withClient(async ({ client, browser }) => {
    await browser.join("alice");
    const path = await browser.makeProject("Website");
    const cases: [string, number][] = [
      ["/", 200],
      [path, 200],
      ["/register", 303],
      ["/nowhere", 404],
      ["/projects/999", 404],
      ["/%ff", 404],
      ["/app.css", 200],
      ["/app.webmanifest", 200],
      ["/icons/icon-192.png", 200],
      [`${path}/events`, 200],
      ["http://evil.example/", 421],
      ["http://127.0.0.1.evil.example:7080/", 421],
    ];
    for (const [url, status] of cases) {
      const response = await browser.get(url);
      assert.equal(response.status, status, url);
      const policy = response.headers.get("content-security-policy") ?? "";
      assert.match(policy, /default-src 'self'; script-src 'self'( 'nonce-\w+')?;/, url);
      assert.match(policy, /frame-ancestors 'none'/, url);
      assert.doesNotMatch(policy, /unsafe-inline|upgrade-insecure-requests|\*/, url);
      assert.equal(response.headers.get("x-content-type-options"), "nosniff", url);
      assert.equal(response.headers.get("referrer-policy"), "same-origin", url);
      assert.equal(response.headers.get("cross-origin-opener-policy"), "same-origin", url);
      assert.equal(response.headers.get("cross-origin-resource-policy"), "same-origin", url);
      assert.match(response.headers.get("permissions-policy")!, /camera=\(\)/, url);
      assert(response.headers.get("cache-control"), url);
      await response.body?.cancel();
    }
    const script = /<script(?![^>]*\bsrc=)[^>]*>/g;
    for (const inline of (await textOf(await browser.get(path))).match(script) ?? []) {
      assert.match(inline, /type="application\/json"|nonce="/, "no script is inline but by nonce");
    }
    assert.deepEqual(client.reports, []);
  });
});

Deno.test("pages say that the server is away, and work again when it is back", async () => {
  const directory = await Deno.makeTempDir({ prefix: "chung-test-" });
  let server = await startTestServer({}, { directory });
  const client = await startTestClient(server);
  const browser = client.browser();
  try {
    await browser.join("alice");
    const path = await browser.makeProject("Website");
    await server.close();
    const stranger = client.browser();
    client.give(stranger, "a.b.c");
    assert.equal(await statusOf(stranger.get("/")), 503);
    assert.equal(await statusOf(browser.get(path)), 503);
    assert.equal(browser.cookies.size, 1, "nobody is logged out by that");
    server = await startTestServer({ port: server.port }, { directory });
    assert.equal(await statusOf(browser.get(path)), 200);
    assert.deepEqual(client.reports, []);
  } finally {
    client.close();
    await server.close();
    await Deno.remove(directory, { recursive: true });
  }
});
