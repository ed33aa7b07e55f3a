import assert from "node:assert/strict";
import { createGate } from "../../client/gate.ts";
import { UpstreamSession } from "../../client/session.ts";
import { SessionStore } from "../../client/session_store.ts";
import { type RoomEvent, ServerUnreachable } from "../../client/state.ts";
import type { Subscriber } from "../../client/subscriber.ts";
import { ChungError, type ErrorCode } from "../../lib/errors.ts";
import { LineClient } from "../line_client.ts";
import { startTestServer, type TestServer } from "../server_fixture.ts";
import { CuttingProxy } from "./cutting_proxy.ts";

const PASSWORD = "matkhau-123";

const coded = (code: ErrorCode) => (error: unknown) =>
  error instanceof ChungError && error.code === code;
const unreachable = (error: unknown) => error instanceof ServerUnreachable;

const addressOf = ({ port }: { port: number }) => ({ hostname: "127.0.0.1", port });

async function join(server: TestServer, username: string): Promise<string> {
  const gate = createGate(addressOf(server));
  await gate.register(username, PASSWORD);
  return (await gate.login(username, PASSWORD)).token;
}

/** Reads a stream in a test: waits for what it asks. */
class Reader {
  readonly events: RoomEvent[] = [];

  constructor(readonly subscriber: Subscriber) {}

  async next(): Promise<RoomEvent> {
    const { done, value } = await this.subscriber.next();
    assert(!done, "the stream goes on");
    this.events.push(value);
    return value;
  }

  async until(type: RoomEvent["type"]): Promise<RoomEvent> {
    for (;;) {
      const event = await this.next();
      if (event.type === type) return event;
    }
  }

  /** The texts of the messages, until this one. */
  async messages(last: string): Promise<string[]> {
    while (this.texts.at(-1) !== last) await this.next();
    return this.texts;
  }

  get texts(): string[] {
    return this.events.flatMap(({ type, data }) => type === "chat" ? [data.message] : []);
  }
}

interface Setup {
  server: TestServer;
  proxy: CuttingProxy;
  /** Sessions through the proxy, closed at the end. */
  session(username: string): Promise<UpstreamSession>;
}

async function withServer(run: (setup: Setup) => Promise<void>): Promise<void> {
  const server = await startTestServer();
  const proxy = new CuttingProxy(addressOf(server));
  const sessions: UpstreamSession[] = [];
  const session = async (username: string) => {
    const token = await join(server, username);
    const session = new UpstreamSession({ server: proxy.address, token, random: () => 0 });
    sessions.push(session);
    await session.identify();
    return session;
  };
  try {
    await run({ server, proxy, session });
  } finally {
    for (const session of sessions) session.close();
    await proxy.close();
    await server.close();
  }
}

Deno.test("Gate gives the server's errors, and its own where nothing may be sent", async () => {
  const server = await startTestServer();
  const gate = createGate(addressOf(server));
  try {
    const user = await gate.register("alice", PASSWORD);
    assert.deepEqual(user, { id: user.id, username: "alice", role: "user" });
    const cases: [() => Promise<unknown>, ErrorCode][] = [
      [() => gate.register("alice", PASSWORD), "username_taken"],
      [() => gate.register("al ice", PASSWORD), "invalid_username"],
      [() => gate.register("bob", "short"), "invalid_password"],
      [() => gate.register("bob", "matkhau\n123"), "invalid_password"],
      [() => gate.register("bob", "x".repeat(70_000)), "invalid_password"],
      [() => gate.login("alice", "wrong-password"), "bad_credentials"],
      [() => gate.login("alice\nlogout x", PASSWORD), "bad_credentials"],
      [() => gate.login("", ""), "bad_credentials"],
    ];
    for (const [attempt, code] of cases) await assert.rejects(attempt, coded(code), code);
    const { token, expires_at } = await gate.login("alice", PASSWORD);
    assert.match(token, /^[\w-]+\.[\w-]+\.[\w-]+$/);
    assert(Date.parse(expires_at) > Date.now());
  } finally {
    await server.close();
  }
  await assert.rejects(gate.login("alice", PASSWORD), unreachable);
});

Deno.test("sessions make a project, fill it and see its room when they are members", async () => {
  await withServer(async ({ session }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const project = await alice.createProject("  Trang web \\ mới ", "tag-1");
    assert.equal(project.name, "Trang web \\ mới");
    assert.deepEqual(await alice.createProject("Trang web \\ mới", "tag-1"), project);
    assert.equal((await alice.projects()).length, 1);
    await assert.rejects(bob.room(project.id), coded("not_a_member"));
    await assert.rejects(bob.room(999), coded("project_not_found"));
    await assert.rejects(bob.room(1.5), coded("project_not_found"));
    await assert.rejects(alice.addMembers(project.id, "bob; nobody"), coded("user_not_found"));
    const bobIsIn = { added: ["bob"], already: [] };
    assert.deepEqual(await alice.addMembers(project.id, "bob"), bobIsIn);
    await assert.rejects(bob.addMembers(project.id, "alice"), coded("not_owner"));
    const sent = await bob.chat(project.id, "một\ndòng\thai \\n");
    assert.equal(sent.message, "một\ndòng\thai \\n");
    const room = await bob.room(project.id);
    assert.deepEqual(room, {
      project,
      role: "member",
      members: [
        { username: "alice", role: "owner", online: false },
        { username: "bob", role: "member", online: false },
      ],
      messages: [sent],
      more: false,
      last_id: sent.id,
    });
    assert.deepEqual((await bob.history(project.id, sent.id)).messages, []);
    await assert.rejects(bob.chat(project.id, " \n "), coded("empty_message"));
    await assert.rejects(bob.chat(project.id, "x".repeat(16_001)), coded("message_too_long"));
    await assert.rejects(bob.chat(project.id, "x".repeat(70_000)), coded("message_too_long"));
  });
});

Deno.test("events reach every tab once and in order when two sessions chat", async () => {
  await withServer(async ({ session, proxy }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const { id } = await alice.createProject("Website");
    await alice.addMembers(id, "bob");
    const first = await alice.chat(id, "before");
    const before = proxy.connections;

    const tabs = [alice.events(id, 0), alice.events(id, first.id)].map((one) => new Reader(one));
    for (const tab of tabs) {
      const event = await tab.next();
      assert.deepEqual(event, {
        type: "presence",
        data: {
          members: [
            { username: "alice", role: "owner", online: true },
            { username: "bob", role: "member", online: false },
          ],
        },
      });
    }
    const other = new Reader(bob.events(id, 0));
    await other.until("presence");
    for (const tab of tabs) {
      const entered = { type: "enter", data: { project_id: id, user: "bob" } };
      assert.deepEqual(await tab.until("enter"), entered);
    }
    const texts: string[] = [];
    for (let i = 0; i < 50; i++) {
      const both = [alice.chat(id, `alice ${i}`), bob.chat(id, `bob ${i}`)];
      for (const sent of await Promise.all(both)) texts[sent.id] = sent.message;
    }
    const order = texts.filter(Boolean);
    const last = order.at(-1)!;
    assert.deepEqual(await tabs[0].messages(last), ["before", ...order]);
    assert.deepEqual(await tabs[1].messages(last), order);
    assert.deepEqual(await other.messages(last), ["before", ...order]);
    assert.equal(proxy.connections, before, "tabs and requests share a connection");
  });
});

Deno.test("events pause the tab that is longest open when a fifth is opened", async () => {
  await withServer(async ({ session }) => {
    const alice = await session("alice");
    const { id } = await alice.createProject("Website");
    const tabs = Array.from({ length: 4 }, () => new Reader(alice.events(id, 0)));
    for (const tab of tabs) await tab.until("presence");
    tabs[1].subscriber.close();
    await new Reader(alice.events(id, 0)).until("presence");
    const fifth = new Reader(alice.events(id, 0));
    await fifth.until("presence");
    assert.equal((await tabs[0].next()).type, "paused");
    assert.equal((await tabs[0].subscriber.next()).done, true);
    await alice.chat(id, "hello");
    for (const tab of [tabs[2], tabs[3], fifth]) {
      assert.deepEqual(await tab.messages("hello"), ["hello"]);
    }
  });
});

Deno.test("events miss and double nothing when the line is cut while both chat", async () => {
  await withServer(async ({ session, proxy }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const { id } = await alice.createProject("Website");
    await alice.addMembers(id, "bob");
    const readers = [alice, alice, bob].map((one) => new Reader(one.events(id, 0)));
    for (const reader of readers) await reader.until("presence");

    const sending: Promise<unknown>[] = [];
    for (let i = 0; i < 60; i++) {
      sending.push(alice.chat(id, `alice ${i}`), bob.chat(id, `bob ${i}`));
      if (i % 20 === 10) {
        await sending[i];
        proxy.cut();
      }
      if (i === 35) {
        // What the server does from here on is done, but its answers are lost.
        proxy.swallow();
        await readers[0].subscriber.next().then(({ value }) => readers[0].events.push(value));
      }
    }
    await Promise.all(sending);
    await alice.chat(id, "the end");
    const stored = (await alice.room(id)).messages.map(({ message }) => message);
    assert.equal(stored.length, 121, "every message is there once");
    for (const reader of readers) assert.deepEqual(await reader.messages("the end"), stored);
    const states = readers[2].events.filter(({ type }) => type === "connection");
    assert.deepEqual(states.slice(0, 2).map(({ data }) => data), [{ online: false }, {
      online: true,
    }]);
  });
});

Deno.test("events go on after the last message when the server was started again", async () => {
  const directory = await Deno.makeTempDir({ prefix: "chung-test-" });
  let server = await startTestServer({}, { directory });
  const { port } = server;
  const token = await join(server, "alice");
  const other = await join(server, "bob");
  const session = new UpstreamSession({ server: addressOf(server), token, random: () => 0 });
  try {
    await session.identify();
    const { id } = await session.createProject("Website");
    await session.addMembers(id, "bob");
    const reader = new Reader(session.events(id, 0));
    await reader.until("presence");
    await session.chat(id, "one");
    await server.close();
    assert.deepEqual((await reader.until("connection")).data, { online: false });
    await assert.rejects(session.projects(), unreachable);
    const late = session.events(id, 0);
    assert.deepEqual((await late.next()).value, { type: "connection", data: { online: false } });

    server = await startTestServer({ port }, { directory });
    const client = await LineClient.connect(port);
    await client.chat(other, id, "two");
    assert.deepEqual((await reader.until("connection")).data, { online: true });
    assert.equal((await reader.next()).type, "presence");
    await session.chat(id, "three");
    assert.deepEqual(await reader.messages("three"), ["one", "two", "three"]);
    assert.deepEqual(await new Reader(late).messages("three"), ["one", "two", "three"]);
    await client.close();
  } finally {
    session.close();
    await server.close();
    await Deno.remove(directory, { recursive: true });
  }
});

Deno.test("events bring a tab that is pages behind up to date, and keep others whole", async () => {
  await withServer(async ({ server, session }) => {
    const alice = await session("alice");
    const { id } = await alice.createProject("Website");
    const expected: string[] = [];
    const add = (from: number, to: number) => {
      const sending: Promise<unknown>[] = [];
      for (let i = from; i < to; i++) {
        expected.push(`m${i}`);
        sending.push(alice.chat(id, `m${i}`));
      }
      return Promise.all(sending);
    };
    for (let i = 0; i < 2_400; i += 200) await add(i, i + 200);
    const current = new Reader(alice.events(id, (await alice.room(id)).last_id));
    await current.until("presence");
    const behind = new Reader(alice.events(id, 0));
    await add(2_400, 2_450);
    assert.deepEqual(await behind.messages("m2449"), expected);
    assert.deepEqual(await current.messages("m2449"), expected.slice(2_400));
    await add(2_450, 2_460);
    assert.deepEqual(await behind.messages("m2459"), expected);
    assert.deepEqual(await current.messages("m2459"), expected.slice(2_400));
    assert.deepEqual(server.reports, []);
  });
});

Deno.test("events wait for nothing when the browser's last id is not of these data", async () => {
  await withServer(async ({ session }) => {
    const alice = await session("alice");
    const { id } = await alice.createProject("Website");
    await alice.chat(id, "one");
    const reader = new Reader(alice.events(id, 999_999));
    await reader.until("presence");
    await alice.chat(id, "two");
    assert.deepEqual(await reader.messages("two"), ["two"]);
  });
});

Deno.test("events end when the person is no member, or logs out in another tab", async () => {
  await withServer(async ({ session }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const { id } = await alice.createProject("Website");
    for (const room of [id, 999]) {
      const stranger = bob.events(room, 0);
      const ended = { type: "ended", data: { reason: "not_a_member" } };
      assert.deepEqual((await stranger.next()).value, ended);
      assert.equal((await stranger.next()).done, true);
    }
    const tabs = [alice.events(id, 0), alice.events(id, 0)];
    for (const tab of tabs) await tab.next();
    await alice.logout();
    const ended = { type: "ended", data: { reason: "logged_out" } };
    for (const tab of [...tabs, alice.events(id, 0)]) {
      assert.deepEqual((await tab.next()).value, ended);
      assert.equal((await tab.next()).done, true);
    }
    await assert.rejects(alice.projects(), unreachable);
  });
});

Deno.test("events end with logged_out when the token was ended elsewhere", async () => {
  await withServer(async ({ server }) => {
    const token = await join(server, "alice");
    const store = new SessionStore({ server: addressOf(server) });
    const session = (await store.find(token))!;
    const { id } = await session.createProject("Website");
    const reader = session.events(id, 0);
    await reader.next();
    const client = await LineClient.connect(server.port);
    await client.ok(`logout ${token}`);
    assert.deepEqual((await reader.next()).value, {
      type: "ended",
      data: { reason: "logged_out" },
    });
    assert.equal(store.size, 0);
    assert.equal(await store.find(token), null);
    await client.close();
    store.close();
  });
});
