import assert from "node:assert/strict";
import { eventStream, eventText } from "../../../client/live/event_stream.ts";
import { NOTHING } from "../../../client/shared/cursor.ts";
import { RoomSubscriber } from "../../../client/live/room_subscriber.ts";
import { EventReader } from "./event_reader.ts";
import type { Message } from "../../../lib/model/message.ts";
import { startTestServer } from "../../server_fixture.ts";
import { startTestClient, type TestClient } from "../test_browser.ts";

async function withClient(run: (client: TestClient) => Promise<void>): Promise<void> {
  const server = await startTestServer();
  const client = await startTestClient(server);
  try {
    await run(client);
  } finally {
    client.close();
    await server.close();
  }
}

Deno.test("eventText writes the id that there is, and one line of data", () => {
  const message = {
    id: 17,
    project_id: 1,
    user: "alice",
    message: "a\nb\r\n\nid: 5\u2028",
    timestamp: "2026-11-23T08:15:30.123Z",
  };
  const text = eventText([{ type: "chat", data: message, id: "17.5" }]);
  assert.equal(text, `id: 17.5\nevent: chat\ndata: ${JSON.stringify(message)}\n\n`);
  assert.equal(text.split(/\r\n|\r|\n/).length, 5);
  assert.equal(
    eventText([{ type: "connection", data: { online: false } }]),
    'event: connection\ndata: {"online":false}\n\n',
  );
  assert.equal(eventText([]), "");
});

Deno.test("eventText makes one of several events of a type in a row, with the last id that there is", () => {
  const message = (id: number): Message => (
    { id, project_id: 1, user: "alice", message: "hi", timestamp: "2026-11-23T08:15:30.123Z" }
  );
  const text = eventText([
    { type: "edit", data: message(1) },
    { type: "edit", data: message(2), id: "9.1" },
    { type: "edit", data: message(3) },
    { type: "chat", data: message(10), id: "10.1" },
    { type: "chat", data: message(11), id: "11.1" },
    { type: "typing", data: { project_id: 1, user: "bob" } },
    { type: "chat", data: message(12), id: "12.1" },
  ]);
  assert.deepEqual(text.split("\n\n"), [
    `id: 9.1\nevent: edit\ndata: ${JSON.stringify([1, 2, 3].map(message))}`,
    `id: 11.1\nevent: chat\ndata: ${JSON.stringify([10, 11].map(message))}`,
    'event: typing\ndata: {"project_id":1,"user":"bob"}',
    `id: 12.1\nevent: chat\ndata: ${JSON.stringify(message(12))}`,
    "",
  ]);
});

Deno.test("a person's messages reach the stream of another at once", async () => {
  await withClient(async (client) => {
    const [alice, bob] = [client.browser(), client.browser()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website", "bob");
    const [one, two] = [
      new EventReader(await alice.get(`${path}/events?after=0.0`)),
      new EventReader(await bob.get(`${path}/events?after=0.0`)),
    ];
    const presence = await two.next();
    assert.deepEqual([presence!.type, presence!.id], ["presence", null]);
    for (const [browser, text] of [[alice, "chào"], [bob, "chào alice"]] as const) {
      await browser.post(path, { message: text });
      const [seen, same] = [await one.chat(), await two.chat()];
      assert.equal(seen.data.message, text);
      assert.deepEqual(seen, same);
      assert.equal(seen.id, `${seen.data.id}.0`);
    }
    await Promise.all([one.cancel(), two.cancel()]);
  });
});

Deno.test("the stream goes on after the browser's last message when it comes back", async () => {
  await withClient(async (client) => {
    const alice = client.browser();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const first = new EventReader(await alice.get(`${path}/events`));
    await alice.post(path, { message: "one" });
    await first.chat();
    await first.cancel();
    await alice.post(path, { message: "two" });
    await alice.post(path, { message: "three" });
    // The browser sends the header; the query that the page asked for first is older.
    const headers = { "last-event-id": first.lastId };
    const second = new EventReader(await alice.get(`${path}/events?after=0.0`, headers));
    assert.deepEqual(
      [(await second.chat()).data.message, (await second.chat()).data.message],
      ["two", "three"],
    );
    await second.cancel();
    const strange = new EventReader(
      await alice.get(`${path}/events?after=-1`, {
        "last-event-id": "x; y",
      }),
    );
    assert.equal((await strange.chat()).data.message, "one");
    await strange.cancel();
  });
});

Deno.test("a room hears of display names: of members, of new ones, and again after it was away", async () => {
  await withClient(async (client) => {
    const [alice, bob] = [client.browser(), client.browser()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website");
    const room = new EventReader(await alice.get(`${path}/events?after=0.0`));
    const next = async (type: string) => {
      for (let event = await room.next(); event !== null; event = await room.next()) {
        if (event.type === type) return event.data;
      }
    };
    await bob.post("/account", { do: "name", name: "Trần Văn Bình" });
    await alice.post(`${path}/members`, { members: "bob" });
    const named = { project_id: 1, user: "bob", name: "Trần Văn Bình" };
    assert.deepEqual((await next("members")).added, ["bob"]);
    assert.deepEqual(await next("name"), named);
    await bob.post("/account", { do: "name", name: "" });
    assert.deepEqual(await next("name"), { ...named, name: null });
    await room.cancel();
    await alice.post("/account", { do: "name", name: "Lan" });
    const again = new EventReader(await alice.get(`${path}/events?after=0.0`));
    const { members } = (await again.next())!.data;
    assert.deepEqual(members.map(({ name }: { name?: string }) => name), ["Lan", undefined]);
    await again.cancel();
  });
});

Deno.test("the stream is refused when there is nobody or nothing to listen to", async () => {
  await withClient(async (client) => {
    const [alice, bob, stranger] = [client.browser(), client.browser(), client.browser()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website");
    const cases: [typeof alice, string, Record<string, string>, number][] = [
      [stranger, path, {}, 401],
      [bob, path, {}, 403],
      [alice, "/projects/999", {}, 403],
      [alice, "/projects/x", {}, 404],
      [alice, "/projects/1e1", {}, 404],
      [alice, path, { "sec-fetch-site": "same-site" }, 403],
      [alice, path, { "sec-fetch-site": "cross-site" }, 403],
    ];
    for (const [browser, project, headers, status] of cases) {
      const response = await browser.get(`${project}/events`, headers);
      assert.equal(response.status, status, `${project} ${JSON.stringify(headers)}`);
    }
    // An EventSource can't read a status.
    const accept = { accept: "text/event-stream" };
    for (const [browser, reason] of [[stranger, "logged_out"], [bob, "not_a_member"]] as const) {
      const reader = new EventReader(await browser.get(`${path}/events`, accept));
      assert.deepEqual(await reader.next(), { id: null, type: "ended", data: { reason } });
      assert.equal(await reader.next(), null);
    }
  });
});

Deno.test("a request without a body enters nobody", async () => {
  await withClient(async (client) => {
    const alice = client.browser();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const response = await alice.head(`${path}/events`);
    assert.deepEqual([response.status, response.headers.get("allow")], [405, "GET"]);
    const session = (await client.sessions.find(alice.token))!;
    const { members } = await session.room(Number(path.split("/").at(-1)), null);
    assert.deepEqual(members.map(({ online }) => online), [false]);
  });
});

Deno.test("the stream ends with its reason when the person logs out", async () => {
  await withClient(async (client) => {
    const alice = client.browser();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const reader = new EventReader(await alice.get(`${path}/events`));
    await reader.next();
    await alice.post("/logout", {});
    assert.deepEqual((await reader.next())!.data, { reason: "logged_out" });
    assert.equal(await reader.next(), null);
  });
});

Deno.test("the stream ends when its browser doesn't read, which then misses nothing", async () => {
  await withClient(async (client) => {
    const alice = client.browser();
    await alice.join("alice");
    const path = await alice.makeProject("Website");
    const slow = new EventReader(await alice.get(`${path}/events`));
    await slow.next();
    const session = (await client.sessions.find(alice.token))!;
    const id = Number(path.split("/").at(-1));
    const long = "x".repeat(15_990);
    const sending = Array.from({ length: 200 }, (_, i) => session.chat(id, `${i} ${long}`));
    await Promise.all(sending);
    const more = Array.from({ length: 120 }, (_, i) => session.chat(id, `${200 + i} ${long}`));
    await Promise.all(more);
    const seen: number[] = [];
    for (let event; (event = await slow.next()) !== null;) seen.push(parseInt(event.data.message));
    assert(seen.length > 200 && seen.length < 320, `ended after ${seen.length}`);
    const headers = { "last-event-id": slow.lastId };
    const again = new EventReader(await alice.get(`${path}/events`, headers));
    while (seen.at(-1) !== 319) seen.push(parseInt((await again.chat()).data.message));
    assert.deepEqual(seen, Array.from({ length: 320 }, (_, i) => i));
    await again.cancel();
  });
});

Deno.test("eventStream closes its events when the browser is gone", async () => {
  let closed = 0;
  const subscriber = new RoomSubscriber(NOTHING, () => closed++);
  const response = eventStream([], subscriber);
  await response.body!.cancel();
  assert.equal(closed, 1);
});
