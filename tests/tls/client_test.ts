import assert from "node:assert/strict";
import { readAuthorities, ServerTrust } from "../../client/upstream/server_trust.ts";
import { parseServerAddress } from "../../client/shared/server_address.ts";
import { ServerUnreachable } from "../../client/upstream/server_unreachable.ts";
import { Upstream } from "../../client/upstream/upstream.ts";
import { ManualTimers } from "../client/manual_timers.ts";
import { ScriptedPeer } from "../client/scripted_peer.ts";
import { startTestClient, type TestBrowser, type TestClient } from "../client/test_browser.ts";
import { withFolder } from "../folder.ts";
import { startTestServer, type TestServer } from "../server_fixture.ts";
import { authorityFile, certificateOptions } from "./certificates.ts";

const PASSWORD = "matkhau-123";

/** Trusts the tests' authority, and collects reports to the operator. */
function trusting(): { trust: ServerTrust; reports: string[] } {
  const reports: string[] = [];
  const trust = new ServerTrust(
    readAuthorities(authorityFile()),
    (line) => reports.push(line),
  );
  return { trust, reports };
}

interface Setup {
  client: TestClient;
  browser: TestBrowser;
  server: TestServer;
  trust: ServerTrust;
  /** Reports to the operator. */
  reports: string[];
}

/** Runs a client for a server with this certificate, at this address. */
async function withTlsServer(
  name: Parameters<typeof certificateOptions>[0],
  addressOf: (port: number) => string,
  run: (setup: Setup) => Promise<void>,
): Promise<void> {
  const { trust, reports } = trusting();
  const server = await startTestServer(certificateOptions(name));
  const address = parseServerAddress(addressOf(server.port))!;
  const client = await startTestClient(server, { server: address, trust });
  try {
    await run({ client, browser: client.browser(), server, trust, reports });
  } finally {
    client.close();
    await server.close();
  }
}

async function answer(response: Promise<Response>) {
  const { status, headers } = await response;
  return { status, location: headers.get("location"), text: await (await response).text() };
}

/** The server's whole log, of requests and connections. */
async function logOf({ directory }: TestServer): Promise<string> {
  let text = "";
  for await (const day of Deno.readDir(`${directory}/log`)) {
    for await (const file of Deno.readDir(`${directory}/log/${day.name}`)) {
      text += await Deno.readTextFile(`${directory}/log/${day.name}/${file.name}`);
    }
  }
  return text;
}

Deno.test("people work by TLS with a server whose name and authority are right", async () => {
  for (const host of ["localhost", "127.0.0.1"]) {
    await withTlsServer("server", (port) => `tls://${host}:${port}`, async (setup) => {
      const { browser, client, server, reports } = setup;
      const form = await answer(browser.get("/login"));
      assert.equal(form.status, 200);
      assert(form.text.includes(`tls://${host}:${server.port}`));
      assert.doesNotMatch(form.text, /not encrypted/);
      await browser.join("alice");
      const path = await browser.makeProject("Website");
      assert.equal((await answer(browser.post(path, { message: "by TLS" }))).status, 303);
      assert.match((await answer(browser.get(path))).text, /by TLS/);
      const events = await browser.get(`${path}/events?after=0`, { accept: "text/event-stream" });
      const reader = events.body!.getReader();
      assert.match(new TextDecoder().decode((await reader.read()).value), /event: /);
      await reader.cancel();
      assert.deepEqual([...reports, ...client.reports], []);
    });
  }
});

// Guard (tls): nothing is sent to a wrong name, an expired certificate or an unknown authority
Deno.test("nothing is sent to a server whose certificate isn't right, and people are told why", async () => {
  const cases: [Parameters<typeof certificateOptions>[0], RegExp, RegExp, RegExp][] = [
    ["other_name", /for a different name/, /của một tên khác/, /not valid for name/],
    ["expired", /not valid today/, /không có hiệu lực/, /expired/],
    ["both", /belongs to an authority/, /là chứng chỉ gốc/, /CaUsedAsEndEntity/],
    [
      "other_authority",
      /not issued by an authority that this program trusts/,
      /không do nơi nào/,
      /UnknownIssuer/,
    ],
  ];
  for (const [name, english, vietnamese, reason] of cases) {
    await withTlsServer(name, (port) => `tls://localhost:${port}`, async (setup) => {
      const { client, browser, server, reports } = setup;
      for (const path of ["/login", "/register"]) {
        const page = await answer(browser.get(path));
        assert.equal(page.status, 503);
        assert.match(page.text, english);
        assert.match(page.text, /href="\/server"/);
        assert.doesNotMatch(page.text, /name="password"|can&#39;t be reached|no answer/);
        const theirs = await answer(browser.get(path, { "accept-language": "vi" }));
        assert.match(theirs.text, vietnamese);
        const posted = await answer(browser.post(path, { username: "alice", password: PASSWORD }));
        assert.equal(posted.status, 503);
        assert.match(posted.text, english);
      }
      // A token of this very server, issued before its certificate became invalid.
      client.give(browser, "secret.token.value");
      const page = await answer(browser.get("/"));
      assert.equal(page.status, 503);
      assert.match(page.text, english);
      const asked = await answer(browser.get("/events", { accept: "application/json" }));
      assert.equal(asked.status, 503);
      assert.equal(reports.length, 1, "told once");
      assert.match(reports[0], /^chung: no safe connection to tls:\/\/localhost:\d+, [^\n]+$/);
      assert.match(reports[0], reason);
      assert.deepEqual(client.reports, []);
      await server.close();
      assert.deepEqual(server.reports, []);
    });
  }
});

// Guard (tls): no fallback to plain text
Deno.test("a server without TLS gets nothing that is meant to be encrypted", async () => {
  const { trust, reports } = trusting();
  const server = await startTestServer({}, { directory: await Deno.makeTempDir() });
  const address = parseServerAddress(`tls://localhost:${server.port}`)!;
  const client = await startTestClient(server, { server: address, trust });
  try {
    for (const [language, text] of [["en", /does not speak TLS/], ["vi", /không dùng TLS/]]) {
      const fields = { username: "alice", password: PASSWORD };
      const headers = { "accept-language": language as string, "sec-fetch-site": "same-origin" };
      const page = await answer(client.browser().post("/login", fields, headers));
      assert.equal(page.status, 503);
      assert.match(page.text, text as RegExp);
    }
    assert.equal(reports.length, 1);
  } finally {
    client.close();
    await server.close();
    const log = await logOf(server);
    await Deno.remove(server.directory, { recursive: true });
    assert.match(log, /connect 127\.0\.0\.1:/);
    assert.doesNotMatch(log, /login|alice|matkhau/);
  }
});

Deno.test("a client without TLS gets a clear end from a server with it", async () => {
  await withTlsServer("server", (port) => `localhost:${port}`, async ({ browser, reports }) => {
    const page = await answer(browser.post("/login", { username: "alice", password: PASSWORD }));
    assert.equal(page.status, 503);
    assert.match(page.text, /can(&#39;|')t be reached/);
    assert.deepEqual(reports, []);
  });
});

// Guard (tls): a token of a TLS server never goes to the same address without TLS, nor the reverse
Deno.test("a token of a TLS server is nobody's at the same place without TLS, and the other way round", async () => {
  await withTlsServer("server", (port) => `tls://localhost:${port}`, async (setup) => {
    const { browser, client, server } = setup;
    await browser.join("alice");
    const place = `localhost:${server.port}`;
    const token = browser.token;
    assert.equal((await answer(browser.post("/server", { server: place }))).status, 303);
    assert.match((await answer(browser.get("/"))).location!, /^\/login/);
    assert.equal(client.sessions.size, 0, "nobody was asked about it");
    const back = await answer(browser.post("/server", { server: place, tls: "1" }));
    assert.equal(back.status, 303);
    assert.equal((await answer(browser.get("/"))).status, 200);

    const login = { username: "alice", token, expires_at: "2099-01-01T00:00:00.000Z" };
    const key = client.logins.add({ server: place, ...login });
    browser.cookies.set("chung_session_7080", key);
    client.sessions.closeAll();
    assert.match((await answer(browser.get("/"))).location!, /^\/login/);
    assert.equal(client.sessions.size, 0, "nobody was asked about it");
  });
});

Deno.test("TLS is chosen by its box, or written before the address", async () => {
  await withTlsServer("server", (port) => `localhost:${port}`, async ({ browser, server }) => {
    const place = `localhost:${server.port}`;
    const box = /<input type="checkbox" name="tls" value="1"( checked(?:="")?)?/;
    const shown = async () => {
      const { text } = await answer(browser.get("/server"));
      return [
        /name="server"[^>]* value="([^"]*)"/.exec(text)![1],
        box.exec(text)![1] !== undefined,
      ];
    };
    assert.deepEqual(await shown(), [place, false]);
    await answer(browser.post("/server", { server: place, tls: "1" }));
    assert.deepEqual(await shown(), [place, true]);
    await answer(browser.post("/server", { server: place }));
    assert.deepEqual(await shown(), [place, false]);
    await answer(browser.post("/server", { server: `tls://${place}` }));
    assert.deepEqual(await shown(), [place, true]);
    const wrong = await answer(browser.post("/server", { server: "tls://nowhere" }));
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /value="nowhere"/);
    assert.notEqual(box.exec(wrong.text)![1], undefined);
  });
});

Deno.test("who logs in, and the operator, are told when the way to the server is in the clear", async () => {
  // Listens on all addresses, so that it is reachable at one that isn't loopback.
  const server = await startTestServer({ host: "0.0.0.0" });
  const here = { hostname: "0.0.0.0", port: server.port };
  const client = await startTestClient(server, { server: here });
  const browser = client.browser();
  try {
    for (const path of ["/login", "/register"]) {
      assert.match((await answer(browser.get(path))).text, /not encrypted/);
      const vietnamese = await answer(browser.get(path, { "accept-language": "vi" }));
      assert.match(vietnamese.text, /không được mã hóa/);
    }
    const local = `127.0.0.1:${server.port}`;
    await answer(browser.post("/server", { server: local }));
    assert.doesNotMatch((await answer(browser.get("/login"))).text, /not encrypted/);
    assert.deepEqual(client.reports, []);
    await answer(browser.post("/server", { server: "chung.example.org:7070" }));
    await answer(browser.post("/server", { server: "chung.example.org:7070", tls: "1" }));
    assert.equal(client.reports.length, 1);
    assert.match(
      client.reports[0],
      /^chung: warning: [^\n]*in the clear to chung\.example\.org:7070/,
    );
  } finally {
    client.close();
    await server.close();
  }
});

Deno.test("a TLS handshake that the server never answers ends with the time to connect", async () => {
  const peer = new ScriptedPeer();
  const timers = new ManualTimers();
  const server = { ...peer.address, tls: true as const };
  const upstream = new Upstream({ server, timers });
  try {
    const failed = assert.rejects(
      upstream.request("ping"),
      (error) => error instanceof ServerUnreachable && error.distrust === null,
    );
    const connection = await peer.accept();
    const hello = new Uint8Array(1024);
    await connection.conn.read(hello);
    assert.equal(hello[0], 0x16, "nothing but a handshake");
    timers.advance(5_000);
    await failed;
  } finally {
    upstream.close();
    peer.close();
  }
});

Deno.test("what is to be sent again is not held for a server that isn't trusted", async () => {
  await withTlsServer(
    "other_name",
    (port) => `tls://localhost:${port}`,
    async ({ server, trust }) => {
      const timers = new ManualTimers();
      const address = parseServerAddress(`tls://localhost:${server.port}`)!;
      const upstream = new Upstream({ server: address, trust, timers });
      const args = ["token", "1", "hi"].map((wire) => ({ wire }));
      await assert.rejects(
        upstream.request("chat", { args, tag: "t", again: true }),
        (error) => error instanceof ServerUnreachable && error.distrust === "tls_wrong_name",
      );
      upstream.close();
    },
  );
});

Deno.test("readAuthorities tells in one line what file can't be used", async () => {
  await withFolder(async (folder) => {
    const begin = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    const cases: [string, string | null, RegExp][] = [
      ["missing.pem", null, /missing\.pem can't be read: check --ca/],
      ["empty.pem", "", /empty\.pem holds no certificate/],
      ["text.pem", "hello", /text\.pem holds no certificate/],
      ["broken.pem", begin, /broken\.pem holds no certificate/],
    ];
    for (const [name, text, expected] of cases) {
      if (text !== null) await Deno.writeTextFile(`${folder}/${name}`, text);
      assert.throws(() => readAuthorities(`${folder}/${name}`), (error: Error) => {
        assert.match(error.message, expected);
        assert.doesNotMatch(error.message, /\n/);
        return true;
      });
    }
    assert.equal(readAuthorities(authorityFile()).length, 1);
  });
});
