import assert from "node:assert/strict";
import { FormReader } from "../../../client/http/read_form.ts";
import { startTestServer, type TestServer } from "../../server_fixture.ts";
import { startTestClient, type TestBrowser, type TestClient } from "../test_browser.ts";

const PASSWORD = "matkhau-123";

interface Setup {
  server: TestServer;
  client: TestClient;
  browser: TestBrowser;
  /** Starts another client for the same server, with the logins that were kept, which knows no session yet. */
  restarted(): Promise<TestClient>;
}

async function withClient(run: (setup: Setup) => Promise<void>): Promise<void> {
  const started = await startTestServer();
  let closing: Promise<void> | undefined;
  const server = { ...started, close: () => closing ??= started.close() };
  const clients = [await startTestClient(server)];
  const restarted = async () => {
    clients.push(await startTestClient(server, { logins: clients[0].logins }));
    return clients.at(-1)!;
  };
  try {
    await run({ server, client: clients[0], browser: clients[0].browser(), restarted });
  } finally {
    for (const client of clients) client.close();
    await server.close();
  }
}

async function answer(response: Promise<Response>) {
  const { status, headers } = await response;
  return { status, location: headers.get("location"), text: await (await response).text() };
}

Deno.test("a project's form makes another project when its name was changed after going back", async () => {
  await withClient(async ({ browser }) => {
    await browser.join("alice");
    const first = await answer(browser.post("/", { name: "First", tag: "one" }));
    const again = await answer(browser.post("/", { name: "First", tag: "one" }));
    const second = await answer(browser.post("/", { name: "Second", tag: "one" }));
    assert.equal(again.location, first.location, "posted twice, made once");
    assert.notEqual(second.location, first.location);
  });
});

Deno.test("a room's form sends another message when its text was changed after going back", async () => {
  await withClient(async ({ browser }) => {
    await browser.join("alice");
    const path = await browser.makeProject("Website");
    for (const message of ["first text", "first text", "second text"]) {
      await answer(browser.post(path, { message, tag: "one" }));
    }
    const { text } = await answer(browser.get(path));
    assert.equal(text.match(/<li class="message[^"]*\bown\b/g)?.length, 2);
    assert.match(text, /second text/);
  });
});

Deno.test("registering with a double click logs in", async () => {
  await withClient(async ({ client }) => {
    const { text } = await answer(client.browser().get("/register"));
    const tag = /name="tag" value="([^"]*)"/.exec(text)?.[1] ?? "";
    const browser = client.browser();
    const fields = { username: "alice", password: PASSWORD, tag };
    const [first, second] = await Promise.all([
      answer(browser.post("/register", fields)),
      answer(browser.post("/register", fields)),
    ]);
    assert.deepEqual([first.status, second.status], [303, 303]);
  });
});

Deno.test("logout ends the streams of this browser when the server is away", async () => {
  await withClient(async ({ server, client, browser }) => {
    await browser.join("alice");
    const path = await browser.makeProject("Website");
    const stream = await browser.get(`${path}/events`, { accept: "text/event-stream" });
    assert.equal(client.sessions.size, 1);
    await server.close();
    await answer(browser.post("/logout", {}));
    assert.equal(browser.cookies.size, 0);
    const open = client.sessions.size;
    client.close();
    await stream.text();
    assert.equal(open, 0, "nobody who logged out goes on reading a room");
  });
});

Deno.test("logout forgets the token when a restarted client can't reach the server", async () => {
  await withClient(async ({ server, browser, restarted }) => {
    await browser.join("alice");
    const client = await restarted();
    const later = client.browser();
    for (const [name, value] of browser.cookies) later.cookies.set(name, value);
    await server.close();
    assert.equal(client.logins.size, 1);
    await answer(later.post("/logout", {}));
    assert.equal(later.cookies.size, 0);
    assert.equal(client.logins.size, 0);
  });
});

Deno.test("what was typed stays when a restarted client can't reach the server", async () => {
  await withClient(async ({ server, browser, restarted }) => {
    await browser.join("alice");
    const path = await browser.makeProject("Website");
    const later = (await restarted()).browser();
    for (const [name, value] of browser.cookies) later.cookies.set(name, value);
    await server.close();
    const cases: [string, Record<string, string>][] = [
      ["/", { name: "typed words" }],
      [path, { message: "typed words" }],
      [`${path}/members`, { members: "typed words" }],
      [`${path}/messages/1`, { do: "edit", message: "typed words" }],
    ];
    for (const [at, fields] of cases) {
      const { status, text } = await answer(later.post(at, fields));
      assert.equal(status, 503);
      assert.match(text, /typed words/, at);
      if (at === "/") {
        assert.match(text, /id="new-project-problem"[^>]*>The server can't be reached/);
        assert.doesNotMatch(text, /aria-invalid="true"/, "the name is not at fault");
      }
    }
  });
});

Deno.test("a message far too long is told as too long, and not as a fault of the server", async () => {
  await withClient(async ({ client, browser }) => {
    await browser.join("alice");
    const path = await browser.makeProject("Website");
    const message = "x".repeat(600_000);
    const headers = {
      "accept": "application/json",
      "origin": client.origin,
      "content-length": String("message=".length + message.length),
    };
    const { status, text } = await answer(browser.post(path, { message }, headers));
    assert.match(text, /"code":"(message|line)_too_long"/, `${status}`);
  });
});

Deno.test("FormReader reads no further than its limit when there is no Content-Length", async () => {
  let pulled = 0;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (++pulled > 64) return controller.close();
      controller.enqueue(new Uint8Array(64 * 1024).fill(97));
    },
  });
  const request = new Request(`http://127.0.0.1:7080/login`, {
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  await assert.rejects(
    new FormReader().read(request),
    "4 MiB are more than any form of ours holds",
  );
  assert(pulled < 64);
});

Deno.test("the page of a new project has an address that the client itself answers", async () => {
  await withClient(async ({ browser }) => {
    await browser.join("alice");
    const fields = { name: "Website", members: "ế".repeat(4_990) };
    const { status, location } = await answer(browser.post("/", fields));
    assert((location ?? "").length < 60_000, `${status}, ${location?.length} characters`);
  });
});
