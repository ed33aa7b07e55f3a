import assert from "node:assert/strict";
import { NOTHING } from "../../../client/shared/cursor.ts";
import { createAccountRequests } from "../../../client/upstream/account_requests.ts";
import { UpstreamSession } from "../../../client/session/upstream_session.ts";
import { SessionStore } from "../../../client/session/session_store.ts";
import { ServerUnreachable } from "../../../client/upstream/server_unreachable.ts";
import { ChungError, type ErrorCode } from "../../../lib/errors.ts";
import { LineClient } from "../../line_client.ts";
import { startTestServer } from "../../server_fixture.ts";
import { addressOf, join, PASSWORD, Reader, wholeLog, withSessions } from "./sessions.ts";

const coded = (code: ErrorCode) => (error: unknown) =>
  error instanceof ChungError && error.code === code;
const unreachable = (error: unknown) => error instanceof ServerUnreachable;

Deno.test("AccountRequests gives the server's errors, and its own where nothing may be sent", async () => {
  const server = await startTestServer();
  const gate = createAccountRequests(addressOf(server));
  try {
    await gate.register("alice", PASSWORD, "one");
    const cases: [() => Promise<unknown>, ErrorCode][] = [
      [() => gate.register("alice", PASSWORD, "other"), "username_taken"],
      [() => gate.register("al ice", PASSWORD, "other"), "invalid_username"],
      [() => gate.register("bob", "short", "other"), "invalid_password"],
      [() => gate.register("bob", "matkhau\n123", "other"), "invalid_password"],
      [() => gate.register("bob", "x".repeat(70_000), "other"), "invalid_password"],
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
  await withSessions(async ({ session }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const project = await alice.createProject("  Trang web \\ mới ", "tag-1");
    assert.equal(project.name, "Trang web \\ mới");
    assert.deepEqual(await alice.createProject("Trang web \\ mới", "tag-1"), project);
    assert.equal((await alice.projects()).projects.length, 1);
    await assert.rejects(bob.room(project.id, null), coded("not_a_member"));
    await assert.rejects(bob.room(999, null), coded("project_not_found"));
    await assert.rejects(bob.room(1.5, null), coded("project_not_found"));
    await assert.rejects(alice.addMembers(project.id, "bob; nobody"), coded("user_not_found"));
    const bobIsIn = { added: ["bob"], already: [] };
    assert.deepEqual(await alice.addMembers(project.id, "bob"), bobIsIn);
    await assert.rejects(bob.addMembers(project.id, "alice"), coded("not_owner"));
    const sent = await bob.chat(project.id, "một\ndòng\thai \\n");
    assert.equal(sent.message, "một\ndòng\thai \\n");
    const room = await bob.room(project.id, null);
    const line = {
      id: sent.id - 1,
      project_id: project.id,
      user: "alice",
      message: "",
      timestamp: room.messages[0].timestamp,
      notice: { change: "added", users: ["bob"] },
    };
    assert.deepEqual(room, {
      project,
      role: "member",
      members: [
        { username: "alice", role: "owner", online: false },
        { username: "bob", role: "member", online: false },
      ],
      messages: [line, sent],
      more: false,
      newer: false,
      cursor: { message: sent.id, change: 0 },
      unread: 0,
      mentions: 0,
      last_read_id: line.id,
    });
    assert.deepEqual(await bob.history(project.id, { before: sent.id }), {
      messages: [line],
      more: false,
    });
    await assert.rejects(bob.chat(project.id, " \n "), coded("empty_message"));
    await assert.rejects(bob.chat(project.id, "x".repeat(16_001)), coded("message_too_long"));
    await assert.rejects(bob.chat(project.id, "x".repeat(70_000)), coded("message_too_long"));
  });
});

Deno.test("events reach every tab once and in order when two sessions chat", async () => {
  await withSessions(async ({ session, proxy }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const project = await alice.createProject("Website");
    const { id } = project;
    await alice.addMembers(id, "bob");
    const first = await alice.chat(id, "before");
    const before = proxy.connections;

    const tabs = [alice.events(id, NOTHING), alice.events(id, { message: first.id, change: 0 })]
      .map((one) => new Reader(one));
    for (const tab of tabs) {
      const event = await tab.next();
      assert.deepEqual(event, {
        type: "presence",
        data: {
          project,
          members: [
            { username: "alice", role: "owner", online: true },
            { username: "bob", role: "member", online: false },
          ],
        },
      });
    }
    const other = new Reader(bob.events(id, NOTHING));
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
  await withSessions(async ({ session }) => {
    const alice = await session("alice");
    const { id } = await alice.createProject("Website");
    const tabs = Array.from({ length: 4 }, () => new Reader(alice.events(id, NOTHING)));
    for (const tab of tabs) await tab.until("presence");
    tabs[1].subscriber.close();
    await new Reader(alice.events(id, NOTHING)).until("presence");
    const fifth = new Reader(alice.events(id, NOTHING));
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
  await withSessions(async ({ session, proxy }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const { id } = await alice.createProject("Website");
    await alice.addMembers(id, "bob");
    const readers = [alice, alice, bob].map((one) => new Reader(one.events(id, NOTHING)));
    for (const reader of readers) await reader.until("presence");

    const sending: Promise<unknown>[] = [];
    for (let i = 0; i < 60; i++) {
      sending.push(alice.chat(id, `alice ${i}`), bob.chat(id, `bob ${i}`));
      if (i % 20 === 10) {
        await sending[i];
        proxy.cut();
      }
      if (i === 35) {
        // After the cut before: the next one waits for this answer.
        await sending[50];
        // From here on the server acts on requests, but its responses are lost.
        proxy.swallow();
        await readers[0].subscriber.next().then(({ value }) => readers[0].events.push(value));
      }
    }
    await Promise.all(sending);
    await alice.chat(id, "the end");
    const stored = (await wholeLog(alice, id)).filter(({ notice }) => notice === undefined)
      .map(({ message }) => message);
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
  const session = await UpstreamSession.open({
    server: addressOf(server),
    token,
    random: () => 0,
  });
  try {
    const { id } = await session.createProject("Website");
    await session.addMembers(id, "bob");
    const reader = new Reader(session.events(id, NOTHING));
    await reader.until("presence");
    await session.chat(id, "one");
    await server.close();
    assert.deepEqual((await reader.until("connection")).data, { online: false });
    await assert.rejects(session.projects(), unreachable);
    const late = session.events(id, NOTHING);
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
  await withSessions(async ({ server, session }) => {
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
    const current = new Reader(alice.events(id, (await alice.room(id, null)).cursor));
    await current.until("presence");
    const behind = new Reader(alice.events(id, NOTHING));
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
  await withSessions(async ({ session }) => {
    const alice = await session("alice");
    const { id } = await alice.createProject("Website");
    await alice.chat(id, "one");
    const reader = new Reader(alice.events(id, { message: 999_999, change: 99 }));
    await reader.until("presence");
    await alice.chat(id, "two");
    assert.deepEqual(await reader.messages("two"), ["two"]);
  });
});

Deno.test("events end when the person is no member, or logs out in another tab", async () => {
  await withSessions(async ({ session }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const { id } = await alice.createProject("Website");
    for (const room of [id, 999]) {
      const stranger = bob.events(room, NOTHING);
      const ended = { type: "ended", data: { reason: "not_a_member" } };
      assert.deepEqual((await stranger.next()).value, ended);
      assert.equal((await stranger.next()).done, true);
    }
    const tabs = [alice.events(id, NOTHING), alice.events(id, NOTHING)];
    for (const tab of tabs) await tab.next();
    await alice.logout();
    const ended = { type: "ended", data: { reason: "logged_out" } };
    for (const tab of [...tabs, alice.events(id, NOTHING)]) {
      assert.deepEqual((await tab.next()).value, ended);
      assert.equal((await tab.next()).done, true);
    }
    await assert.rejects(alice.projects(), unreachable);
  });
});

Deno.test("events end with logged_out when the token was ended elsewhere", async () => {
  await withSessions(async ({ server }) => {
    const token = await join(server, "alice");
    const store = new SessionStore({ server: addressOf(server) });
    const session = (await store.find(token))!;
    const { id } = await session.createProject("Website");
    const reader = session.events(id, NOTHING);
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

Deno.test("sessions edit and delete messages, and every tab sees each change once", async () => {
  await withSessions(async ({ session }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const { id } = await alice.createProject("Website");
    await alice.addMembers(id, "bob");
    const tabs = [alice, alice, bob].map((one) => new Reader(one.events(id, NOTHING)));
    for (const tab of tabs) await tab.until("presence");
    const [one, two] = [await bob.chat(id, "một"), await bob.chat(id, "hai")];
    const edited = await bob.edit(one.id, "một\n\\n và hai");
    assert.equal(edited.message, "một\n\\n và hai");
    assert.deepEqual({ ...edited, message: "một", edited_at: undefined }, {
      ...one,
      edited_at: undefined,
    });
    const deleted = await alice.delete(two.id);
    assert.deepEqual([deleted.message, deleted.deleted], ["", true]);
    await bob.chat(id, "the end");
    for (const tab of tabs) {
      await tab.messages("the end");
      const changes = tab.events.filter(({ type }) => type === "edit" || type === "delete");
      assert.deepEqual(changes, [{ type: "edit", data: edited }, {
        type: "delete",
        data: deleted,
      }]);
    }
    assert.deepEqual(await alice.message(id, one.id), edited);
    const later = new Reader(bob.events(id, (await bob.room(id, null)).cursor));
    await later.until("presence");
    await alice.chat(id, "later");
    assert.deepEqual(await later.messages("later"), ["later"]);
    assert(later.events.every(({ type }) => type !== "edit"), "the page had it");
  });
});

Deno.test("sessions find what was written, and refuse what is no change of a message", async () => {
  await withSessions(async ({ session }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const { id } = await alice.createProject("Website");
    const { id: sent } = await alice.chat(id, "hóa đơn tháng này");
    assert.deepEqual((await alice.search(id, "hoa don")).messages.map((found) => found.id), [sent]);
    assert.deepEqual(await alice.search(id, '"*AND(\n'), { messages: [] });
    const cases: [() => Promise<unknown>, ErrorCode][] = [
      [() => bob.search(id, "hoa"), "not_a_member"],
      [() => alice.search(id, " \n "), "bad_request"],
      [() => alice.search(id, "x".repeat(70_000)), "bad_request"],
      [() => bob.edit(sent, "mine now"), "message_not_found"],
      [() => bob.delete(sent), "message_not_found"],
      [() => alice.edit(999, "x"), "message_not_found"],
      [() => alice.edit(1.5, "x"), "message_not_found"],
      [() => alice.delete(-1), "message_not_found"],
      [() => alice.edit(sent, " \n"), "empty_message"],
      [() => alice.edit(sent, "x".repeat(16_001)), "message_too_long"],
      [() => alice.edit(sent, "x".repeat(70_000)), "message_too_long"],
      [() => alice.read(id, -5), "bad_request"],
      [() => bob.read(id, sent), "not_a_member"],
      [() => alice.typing(id), "not_entered"],
      [() => alice.removeMember(id, "bob"), "not_a_member"],
      [() => alice.removeMember(id, "bob\nlogout"), "not_a_member"],
      [() => alice.removeMember(id, "alice"), "bad_request"],
      [() => alice.transfer(id, "bob"), "not_a_member"],
      [() => bob.transfer(id, "bob"), "not_owner"],
      [() => alice.rename(id, "  "), "invalid_project_name"],
      [() => alice.rename(id, "x".repeat(70_000)), "invalid_project_name"],
      [() => bob.rename(id, "Mine"), "not_owner"],
    ];
    for (const [attempt, code] of cases) await assert.rejects(attempt, coded(code), code);
    assert.equal((await alice.message(id, sent))?.message, "hóa đơn tháng này");
  });
});

Deno.test("sessions tell a room of a new name, a new owner and who types", async () => {
  await withSessions(async ({ session }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const project = await alice.createProject("Website");
    const { id } = project;
    await alice.addMembers(id, "bob");
    const [one, two] = [alice, bob].map((one) => new Reader(one.events(id, NOTHING)));
    await one.until("presence");
    await two.until("presence");
    await bob.typing(id);
    assert.deepEqual((await one.until("typing")).data, { project_id: id, user: "bob" });
    await alice.rename(id, "Trang web");
    await alice.transfer(id, "bob");
    for (const reader of [one, two]) {
      assert.deepEqual((await reader.until("project")).data, {
        change: "renamed",
        project: { ...project, name: "Trang web" },
      });
      const { change, project: { owner } } = (await reader.until("project")).data;
      assert.deepEqual([change, owner], ["transferred", "bob"]);
    }
    assert(two.events.every(({ type }) => type !== "typing"), "nobody sees their own");
  });
});

Deno.test("events end for somebody who is removed, and not for who is added again", async () => {
  await withSessions(async ({ session, proxy }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const { id } = await alice.createProject("Website");
    await alice.addMembers(id, "bob");
    const before = await alice.chat(id, "before");
    const reader = new Reader(bob.events(id, NOTHING));
    await reader.messages("before");
    await alice.removeMember(id, "bob");
    const ended = { type: "ended", data: { reason: "not_a_member" } };
    assert.deepEqual(await reader.until("ended"), ended);
    assert.equal((await reader.subscriber.next()).done, true);
    const missed = await alice.chat(id, "missed");
    await alice.addMembers(id, "bob");
    const again = new Reader(bob.events(id, { message: before.id, change: 0 }));
    assert.deepEqual(await again.messages("missed"), ["missed"]);
    // Removed while disconnected: noticed on the next connection.
    proxy.cut(true);
    await again.until("connection");
    proxy.restore();
    await alice.removeMember(id, "bob");
    assert.deepEqual(await again.until("ended"), ended);
    assert.deepEqual(again.texts, ["missed"]);
    assert.equal((await alice.message(id, missed.id))?.message, "missed");
  });
});
