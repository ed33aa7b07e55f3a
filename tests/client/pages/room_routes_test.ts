import assert from "node:assert/strict";
import { startTestServer, type TestServer } from "../../server_fixture.ts";
import { EventReader } from "../live/event_reader.ts";
import { startTestClient, type TestBrowser, type TestClient } from "../test_browser.ts";

interface Setup {
  server: TestServer;
  client: TestClient;
  alice: TestBrowser;
  bob: TestBrowser;
  /** The path of Alice's project, with Bob as a member. */
  path: string;
}

async function withProject(run: (setup: Setup) => Promise<void>): Promise<void> {
  const server = await startTestServer();
  const client = await startTestClient(server);
  try {
    const [alice, bob] = [client.browser(), client.browser()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website", "bob");
    await run({ server, client, alice, bob, path });
    assert.deepEqual(client.reports, []);
  } finally {
    client.close();
    await server.close();
  }
}

/** Posts like the island. */
async function posted(
  browser: TestBrowser,
  path: string,
  fields: Record<string, string>,
  // deno-lint-ignore no-explicit-any
): Promise<{ status: number; body: any }> {
  const headers = { "accept": "application/json", "sec-fetch-site": "same-origin" };
  const response = await browser.post(path, fields, headers);
  return { status: response.status, body: await response.json() };
}

/** Posts like a form without script. */
async function form(browser: TestBrowser, path: string, fields: Record<string, string>) {
  const response = await browser.post(path, fields);
  await response.body?.cancel();
  return [response.status, response.headers.get("location")];
}

async function json(browser: TestBrowser, path: string) {
  const response = await browser.get(path);
  return { status: response.status, body: await response.json() };
}

async function say(browser: TestBrowser, path: string, message: string): Promise<number> {
  return (await posted(browser, path, { message })).body.message.id;
}

Deno.test("messages gives pages of a hundred before or after a message", async () => {
  await withProject(async ({ alice, bob, client, path }) => {
    const session = (await client.sessions.find(alice.token))!;
    const id = Number(path.split("/").at(-1));
    const sent = await Promise.all(Array.from({ length: 150 }, (_, i) => session.chat(id, `${i}`)));
    const ids = sent.map((message) => message.id);
    const { messages: [line] } = await session.history(id, { before: ids[0] });
    assert.deepEqual(line.notice, { change: "added", users: ["bob"] });
    const cases: [string, number, number, boolean][] = [
      [`before=${ids[120]}`, 20, 120, true],
      [`before=${ids[98]}`, 0, 98, false],
      [`before=999999`, 50, 150, true],
      [`after=${ids[10]}`, 11, 111, true],
      [`after=${ids[100]}`, 101, 150, false],
      [`after=${ids[149]}`, 150, 150, false],
    ];
    for (const [query, from, to, more] of cases) {
      const { status, body } = await json(bob, `${path}/messages?${query}`);
      assert.deepEqual(
        [status, body.more, body.messages],
        [200, more, [...from === 0 ? [line] : [], ...sent.slice(from, to)]],
        query,
      );
    }
  });
});

Deno.test("messages refuses what is no page, and whoever has no business there", async () => {
  await withProject(async ({ alice, client, path }) => {
    const [stranger, carol] = [client.browser(), client.browser()];
    await carol.join("carol");
    const cases: [TestBrowser, string, number, string][] = [
      [alice, `${path}/messages`, 422, "bad_request"],
      [alice, `${path}/messages?before=1&after=1`, 422, "bad_request"],
      [alice, `${path}/messages?before=-1`, 422, "bad_request"],
      [alice, `${path}/messages?before=0`, 422, "bad_request"],
      [alice, `${path}/messages?after=1e3`, 422, "bad_request"],
      [alice, `${path}/messages?after=1%0Alogout`, 422, "bad_request"],
      [alice, `/projects/999/messages?before=9`, 404, "project_not_found"],
      [alice, `/projects/x/messages?before=9`, 404, "project_not_found"],
      [carol, `${path}/messages?before=9`, 403, "not_a_member"],
      [stranger, `${path}/messages?before=9`, 401, "invalid_token"],
      [alice, `${path}/messages?before=9&server=elsewhere:7070`, 401, "invalid_token"],
    ];
    for (const [browser, at, status, code] of cases) {
      const answer = await json(browser, at);
      assert.deepEqual([answer.status, answer.body.error.code], [status, code], at);
      assert(answer.body.error.text.length > 10, "in words");
    }
  });
});

Deno.test("what a page of somebody else sends is nobody's, and logs nobody out", async () => {
  await withProject(async ({ alice, bob, path }) => {
    for (const [name, value] of bob.cookies) alice.cookies.set(name, value);
    const refused = await posted(alice, `${path}?user=alice`, { message: "of alice" });
    assert.deepEqual([refused.status, refused.body.error.code], [401, "invalid_token"]);
    const stream = await alice.get(`${path}/events?user=alice`, { accept: "text/event-stream" });
    assert.match(await stream.text(), /"reason":"logged_out"/);
    const { status, body } = await posted(alice, `${path}?user=bob`, { message: "of bob" });
    assert.deepEqual([status, body.message.user], [200, "bob"]);
    const { messages } = (await json(alice, `${path}/messages?before=9`)).body;
    assert.deepEqual(messages.map((message: { message: string }) => message.message), [
      "",
      "of bob",
    ]);
  });
});

Deno.test("every form of a page says whose page it is", async () => {
  await withProject(async ({ alice, path }) => {
    const message = await say(alice, path, "hi");
    for (
      const page of ["/", path, `${path}/messages/${message}`, `${path}/people`, `${path}/settings`]
    ) {
      const html = await (await alice.get(page)).text();
      const actions = [...html.matchAll(/<form method="post" action="([^"]*)"/g)]
        .map(([, action]) => action)
        // These apply to the browser, whoever uses it.
        .filter((action) => action !== "/language" && action !== "/logout");
      assert(actions.length > 0, page);
      for (const action of actions) assert.match(action, /\?server=[^&]+&amp;user=alice$/);
    }
  });
});

Deno.test("read answers what is left unread", async () => {
  await withProject(async ({ alice, bob, path }) => {
    const ids = [await say(alice, path, "one"), await say(alice, path, "two @bob")];
    const cases: [number, { unread: number; mentions: number }][] = [
      [ids[0], { unread: 1, mentions: 1 }],
      [ids[1], { unread: 0, mentions: 0 }],
      [ids[0], { unread: 0, mentions: 0 }],
    ];
    for (const [message, left] of cases) {
      const { status, body } = await posted(bob, `${path}/read`, { message: String(message) });
      assert.deepEqual([status, body], [200, left]);
    }
    for (const message of ["", "0", "x", "1.5", "-1", "1\n2"]) {
      const { status, body } = await posted(bob, `${path}/read`, { message });
      assert.deepEqual([status, body.error.code], [422, "bad_request"], message);
    }
  });
});

Deno.test("typing reaches the others in the room, and never fails a page", async () => {
  await withProject(async ({ alice, bob, client, path }) => {
    const stream = new EventReader(await alice.get(`${path}/events?after=1.0`));
    await stream.next();
    assert.deepEqual(await posted(bob, `${path}/typing`, {}), { status: 200, body: {} });
    const own = new EventReader(await bob.get(`${path}/events`));
    await own.next();
    assert.equal((await stream.next())!.type, "enter");
    assert.deepEqual(await posted(bob, `${path}/typing`, {}), { status: 200, body: {} });
    const typing = await stream.next();
    assert.deepEqual([typing!.type, typing!.data.user], ["typing", "bob"]);
    const stranger = await posted(client.browser(), `${path}/typing`, {});
    assert.deepEqual([stranger.status, stranger.body.error.code], [401, "invalid_token"]);
    await Promise.all([stream.cancel(), own.cancel()]);
  });
});

Deno.test("a project is renamed, handed over and left by script", async () => {
  await withProject(async ({ alice, bob, path }) => {
    const renamed = await posted(alice, `${path}/name`, { name: "  Trang web  " });
    assert.deepEqual([renamed.status, renamed.body.project.name], [200, "Trang web"]);
    const given = await posted(alice, `${path}/owner`, { username: "Bob" });
    assert.deepEqual([given.status, given.body.project.owner], [200, "bob"]);
    const left = await posted(alice, `${path}/members/remove`, { username: "alice" });
    assert.deepEqual(left, { status: 200, body: { removed: ["alice"] } });
    const gone = await json(alice, `${path}/messages?before=9`);
    assert.equal(gone.body.error.code, "not_a_member");
    const cases: [string, Record<string, string>, number, string][] = [
      ["name", { name: "" }, 422, "invalid_project_name"],
      ["name", { name: "two\nlines" }, 422, "invalid_project_name"],
      ["name", { name: "x".repeat(256) }, 422, "invalid_project_name"],
      ["owner", { username: "alice" }, 403, "not_a_member"],
      ["owner", { username: "" }, 403, "not_a_member"],
      ["owner", { username: "al ice" }, 403, "not_a_member"],
      ["members/remove", { username: "alice\nbob" }, 403, "not_a_member"],
      ["members/remove", { username: "bob" }, 422, "bad_request"],
    ];
    for (const [action, fields, status, code] of cases) {
      const { status: got, body } = await posted(bob, `${path}/${action}`, fields);
      assert.deepEqual([got, body.error.code], [status, code], JSON.stringify([action, fields]));
    }
  });
});

Deno.test("a project is renamed, handed over and left without script", async () => {
  await withProject(async ({ alice, bob, client, path }) => {
    assert.deepEqual(
      await form(bob, `${path}/name`, { name: "Mine" }),
      [303, `${path}/settings?problem=not_owner&name=Mine`],
    );
    const people = `${path}/people`;
    const problem = (code: string) => [303, `${people}?problem=${code}`];
    assert.deepEqual(
      await form(bob, `${path}/owner`, { username: "bob" }),
      problem("not_owner&member=bob"),
    );
    const others = { username: "alice" };
    const remove = `${path}/members/remove`;
    assert.deepEqual(await form(bob, remove, others), problem("not_owner&member=alice"));
    assert.deepEqual(await form(alice, remove, others), problem("bad_request&member=alice"));
    const stranger = await form(client.browser(), `${path}/name`, { name: "Mine" });
    assert.deepEqual(stranger, [303, `${path}/settings?problem=invalid_token&name=Mine`]);

    assert.deepEqual(await form(alice, `${path}/name`, { name: "New" }), [
      303,
      `${path}/settings`,
    ]);
    for (const _pressed of ["once", "twice"]) {
      const given = await form(alice, `${path}/owner`, { username: "bob" });
      assert.deepEqual(given, [303, people]);
    }
    assert.deepEqual(await form(bob, remove, others), [303, people]);
    assert.deepEqual(await form(bob, remove, others), problem("not_a_member&member=alice"));
    await form(bob, `${path}/members`, { members: "alice" });
    for (const _pressed of ["once", "twice"]) {
      const left = await form(alice, remove, { username: "Alice", name: "A & B" });
      assert.deepEqual(left, [303, "/"]);
    }
  });
});

Deno.test("a removal or transfer that comes too late names the member, to script too", async () => {
  await withProject(async ({ alice, client, path }) => {
    const carol = client.browser();
    await carol.join("carol");
    for (const action of ["members/remove", "owner"]) {
      const gone = await posted(alice, `${path}/${action}`, { username: "carol" });
      assert.deepEqual([gone.status, gone.body.error.code], [403, "not_a_member"]);
      assert.match(gone.body.error.text, /^carol is not, or is no longer, a member/);
      const stranger = await posted(carol, `${path}/${action}`, { username: "bob" });
      assert.equal(stranger.status, 403);
      assert.doesNotMatch(stranger.body.error.text, /bob/);
    }
  });
});

Deno.test("whoever is removed is out of the room at once", async () => {
  await withProject(async ({ alice, bob, path }) => {
    const [stream, list] = [
      new EventReader(await bob.get(`${path}/events?after=1.0`)),
      new EventReader(await bob.get("/events")),
    ];
    assert.equal((await stream.next())!.type, "presence");
    const listed = async () => {
      for (;;) {
        const { type, data } = (await list.next())!;
        if (type === "projects") return data.projects;
      }
    };
    assert.equal((await listed()).length, 1);
    await posted(alice, `${path}/members/remove`, { username: "bob" });
    const notice = { change: "removed", users: ["bob"] };
    assert.deepEqual((await stream.next())!.data.notice, notice);
    const members = await stream.next();
    assert.deepEqual([members!.type, members!.data.removed], ["members", ["bob"]]);
    assert.deepEqual((await stream.next())!.data, { reason: "not_a_member" });
    assert.equal(await stream.next(), null);
    assert.deepEqual(await listed(), []);
    await list.cancel();
  });
});

Deno.test("the routes refuse posts of other sites, methods and addresses that they don't have", async () => {
  await withProject(async ({ alice, path }) => {
    const foreign = { "origin": "http://evil.example", "sec-fetch-site": "cross-site" };
    for (const action of ["read", "typing", "members/remove", "owner", "name"]) {
      const posts: [string, Record<string, string> | undefined, number][] = [
        [`${path}/${action}`, foreign, 403],
        [`/projects/x/${action}`, undefined, 404],
        [`/projects/01/${action}`, undefined, 404],
      ];
      for (const [at, headers, status] of posts) {
        const response = await alice.post(at, { username: "bob", name: "x" }, headers);
        await response.body?.cancel();
        assert.equal(response.status, status, at);
      }
      if (action === "members/remove" || action === "owner") continue;
      const got = await alice.get(`${path}/${action}`);
      await got.body?.cancel();
      assert.equal(got.status, 405, action);
    }
  });
});

Deno.test("the list's stream is refused when there is nobody, or another site asks", async () => {
  await withProject(async ({ alice, client }) => {
    const stranger = client.browser();
    const cases: [TestBrowser, Record<string, string>, number][] = [
      [stranger, {}, 401],
      [alice, { "sec-fetch-site": "same-site" }, 403],
      [alice, { "sec-fetch-site": "cross-site" }, 403],
    ];
    for (const [browser, headers, status] of cases) {
      assert.equal((await browser.get("/events", headers)).status, status);
    }
    assert.equal((await alice.head("/events")).status, 405);
    const told = new EventReader(await stranger.get("/events", { accept: "text/event-stream" }));
    assert.deepEqual((await told.next())!.data, { reason: "logged_out" });
    assert.equal(await told.next(), null);
  });
});
