import assert from "node:assert/strict";
import { RoomFeed } from "../../client/room_feed.ts";
import { Upstream } from "../../client/upstream.ts";
import { ManualTimers } from "./manual_timers.ts";
import { type PeerConnection, ScriptedPeer } from "./scripted_peer.ts";

interface Setup {
  timers: ManualTimers;
  feed: RoomFeed;
  connection: PeerConnection;
  /** What the feed told its session. */
  told: string[];
  /** Settles when everything sent before was read. */
  settled(): Promise<void>;
}

/** A feed on a connection to a server that does what the test says: faults and moments that a real one has by chance. */
async function withFeed(run: (setup: Setup) => Promise<void>): Promise<void> {
  const peer = new ScriptedPeer();
  const timers = new ManualTimers();
  const told: string[] = [];
  const upstream = new Upstream({
    server: peer.address,
    timers,
    event: (type, data) => {
      if (type === "chat") feed.message(data as never);
      else feed.notice({ type, data } as never);
    },
  });
  const feed = new RoomFeed({
    projectId: 1,
    token: "t",
    username: "alice",
    upstream,
    timers,
    random: () => 0.5,
    left: () => told.push("left"),
    loggedOut: () => told.push("loggedOut"),
  });
  const first = upstream.request("ping", { action: "ping" });
  const connection = await peer.accept();
  const settled = async () => {
    const pinged = upstream.request("ping", { action: "ping" });
    assert.equal(await connection.line(), "ping");
    await connection.send("ok ping {}\n");
    await pinged;
  };
  try {
    await connection.line();
    await connection.send("ok ping {}\n");
    await first;
    await run({ timers, feed, connection, told, settled });
  } finally {
    feed.end(null);
    upstream.close();
    peer.close();
    timers.advance(60_000);
  }
}

const chat = (id: number) => ({
  id,
  project_id: 1,
  user: "bob",
  message: `m${id}`,
  timestamp: "2026-11-23T08:15:30.123Z",
});

function entered(ids: number[], last_id: number, more = false): string {
  const members = [{ username: "alice", role: "owner", online: false }];
  const messages = ids.map(chat);
  return `ok enter ${JSON.stringify({ members, messages, more, last_id })}\n`;
}

const event = (type: string, data: unknown) => `event ${type} ${JSON.stringify(data)}\n`;

/** What a tab has been given until now. */
async function given(subscriber: ReturnType<RoomFeed["subscribe"]>, count: number) {
  const events: string[] = [];
  for (let i = 0; i < count; i++) {
    const { value } = await subscriber.next();
    events.push(value.type === "chat" ? String(value.data.id) : value.type);
  }
  return events;
}

Deno.test("RoomFeed gives a message once when events and pages of two tabs overlap", async () => {
  await withFeed(async ({ feed, connection }) => {
    const one = feed.subscribe(5);
    assert.equal(await connection.line(), "enter t 1 5");
    await connection.send(event("chat", chat(6)) + entered([6, 7], 7) + event("chat", chat(8)));
    assert.deepEqual(await given(one, 4), ["presence", "6", "7", "8"]);
    // The second is behind; meanwhile the first goes on.
    const two = feed.subscribe(2);
    assert.equal(await connection.line(), "enter t 1 2");
    await connection.send(event("chat", chat(9)) + entered([3, 4, 5], 5, true));
    assert.equal(await connection.line(), "enter t 1 5");
    await connection.send(entered([6, 7, 8, 9, 10], 10) + event("chat", chat(11)));
    assert.deepEqual(await given(one, 3), ["9", "10", "11"]);
    const all = ["presence", "3", "4", "5", "6", "7", "8", "9", "10", "11"];
    assert.deepEqual(await given(two, 10), all);
  });
});

Deno.test("RoomFeed leaves out an answer while pages are missing before it", async () => {
  await withFeed(async ({ feed, connection, settled }) => {
    const tab = feed.subscribe(0);
    await connection.line();
    await connection.send(entered([1, 2], 2, true));
    assert.equal(await connection.line(), "enter t 1 2");
    // The person's own message, far ahead.
    feed.message(chat(9));
    await connection.send(entered([3, 9], 9));
    await settled();
    feed.message(chat(10));
    assert.deepEqual(await given(tab, 6), ["presence", "1", "2", "3", "9", "10"]);
  });
});

Deno.test("RoomFeed enters again for a tab that came while another entered", async () => {
  await withFeed(async ({ feed, connection }) => {
    const one = feed.subscribe(5);
    const two = feed.subscribe(1);
    assert.equal(await connection.line(), "enter t 1 5");
    await connection.send(entered([6], 6));
    assert.equal(await connection.line(), "enter t 1 1");
    await connection.send(entered([2, 6], 6));
    assert.deepEqual(await given(one, 2), ["presence", "6"]);
    assert.deepEqual(await given(two, 3), ["presence", "2", "6"]);
  });
});

Deno.test("RoomFeed shows the person online when the members were read before it entered", async () => {
  await withFeed(async ({ feed, connection }) => {
    const tab = feed.subscribe(0);
    await connection.line();
    await connection.send(entered([], 0));
    const members = [{ username: "alice", role: "owner", online: true }];
    assert.deepEqual((await tab.next()).value, { type: "presence", data: { members } });
  });
});

Deno.test("RoomFeed ends its tabs when the person is removed, and goes on when others are", async () => {
  await withFeed(async ({ feed, connection, told }) => {
    const tab = feed.subscribe(0);
    await connection.line();
    const change = { project_id: 1, added: [], by: "bob" };
    await connection.send(
      entered([], 0) + event("members", { ...change, removed: ["carol"] }) +
        event("members", { ...change, removed: ["Alice"] }),
    );
    assert.deepEqual(await given(tab, 4), ["presence", "members", "members", "ended"]);
    assert.equal((await tab.next()).done, true);
    assert.deepEqual(told, ["left"]);
  });
});

Deno.test("RoomFeed tries again when the room can't be entered just now", async () => {
  await withFeed(async ({ feed, connection, timers }) => {
    const tab = feed.subscribe(3);
    for (const code of ["unavailable", "rate_limited", "internal"]) {
      assert.equal(await connection.line(), "enter t 1 3");
      await connection.send(`err enter ${code} later\n`);
      timers.advance(await timers.awaitTimer((ms) => ms === 1_500));
    }
    assert.equal(await connection.line(), "enter t 1 3");
    await connection.send(entered([4], 4));
    assert.deepEqual(await given(tab, 2), ["presence", "4"]);
  });
});

Deno.test("RoomFeed tells the session when the token is no longer good", async () => {
  for (const code of ["invalid_token", "token_expired"]) {
    await withFeed(async ({ feed, connection, told, settled }) => {
      feed.subscribe(0);
      await connection.line();
      await connection.send(`err enter ${code} log in again\n`);
      await settled();
      assert.deepEqual(told, ["loggedOut"]);
    });
  }
});

Deno.test("RoomFeed leaves three seconds after the last tab, unless one comes back", async () => {
  await withFeed(async ({ feed, connection, timers, told }) => {
    const one = feed.subscribe(0);
    await connection.line();
    await connection.send(entered([], 0));
    await one.next();
    one.close();
    timers.advance(2_900);
    const two = feed.subscribe(0);
    assert.equal(await connection.line(), "enter t 1 0", "it never left");
    await connection.send(entered([], 0));
    await two.next();
    timers.advance(10_000);
    assert.deepEqual(told, []);
    two.close();
    timers.advance(3_000);
    assert.equal(await connection.line(), "leave t 1");
    assert.deepEqual(told, ["left"]);
    await connection.send("ok leave {}\n");
  });
});
