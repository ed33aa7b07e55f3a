import assert from "node:assert/strict";
import { ProjectListFeed } from "../../../client/live/project_list_feed.ts";
import type { ListEvent } from "../../../client/shared/live_events.ts";
import { Upstream } from "../../../client/upstream/upstream.ts";
import type { Message } from "../../../lib/model/message.ts";
import { ManualTimers } from "../manual_timers.ts";
import { type PeerConnection, ScriptedPeer } from "../scripted_peer.ts";

interface Setup {
  timers: ManualTimers;
  feed: ProjectListFeed;
  upstream: Upstream;
  peer: ScriptedPeer;
  connection: PeerConnection;
  /** The feed's calls to its session. */
  told: string[];
  /** Resolves when everything sent before has been read. */
  settled(): Promise<void>;
}

/** Runs with a feed connected to a scripted server. */
async function withFeed(run: (setup: Setup) => Promise<void>): Promise<void> {
  const peer = new ScriptedPeer();
  const timers = new ManualTimers();
  const told: string[] = [];
  const upstream = new Upstream({
    server: peer.address,
    timers,
    random: () => 0,
    wanted: () => true,
    connected: () => feed.watch(),
    lost: () => feed.lost(),
  });
  const feed = new ProjectListFeed({
    token: "t",
    username: "alice",
    upstream,
    timers,
    random: () => 0.5,
    wanted: () => true,
    loggedOut: () => told.push("loggedOut"),
  });
  const first = upstream.request("ping");
  const connection = await peer.accept();
  const settled = async () => {
    const pinged = upstream.request("ping");
    assert.equal(await connection.line(), "ping");
    await connection.send("ok ping {}\n");
    await pinged;
  };
  try {
    assert.equal(await connection.line(), "watch t");
    assert.equal(await connection.line(), "ping");
    await run({ timers, feed, upstream, peer, connection, told, settled });
    await first.catch(() => {});
  } finally {
    feed.end(undefined);
    upstream.close();
    peer.close();
    timers.advance(60_000);
  }
}

const message = (id: number): Message => ({
  id,
  project_id: 1,
  user: "bob",
  message: `m${id}`,
  timestamp: "2026-11-23T08:15:30.123Z",
});

const project = {
  id: 1,
  name: "Website",
  owner: "alice",
  created_at: "2026-11-22T08:00:00.000Z",
  role: "owner",
  members: 2,
  unread: 0,
  mentions: 0,
  last_read_id: 0,
  last_message: null,
};

const watched = (name = "Website") =>
  `ok watch ${JSON.stringify({ projects: [{ ...project, name }], more: false })}\n`;

/** Collects `count` events of a subscriber; for a list, its unread counts. */
async function given(subscriber: AsyncIterator<ListEvent>, count: number): Promise<string[]> {
  const events: string[] = [];
  for (let i = 0; i < count; i++) {
    const { value } = await subscriber.next();
    const { type, data } = value as ListEvent;
    if (type === "projects") {
      events.push(data.projects.map(({ name, unread }) => `${name} ${unread}`).join());
    } else if (type === "connection") events.push(data.online ? "online" : "offline");
    else events.push(type);
  }
  return events;
}

Deno.test("ProjectListFeed gives the list at once, and then at most one each 100 ms", async () => {
  await withFeed(async ({ feed, connection, timers, settled }) => {
    const tab = feed.subscribe(() => {});
    await connection.send(watched() + "ok ping {}\n");
    assert.deepEqual(await given(tab, 1), ["Website 0"]);
    for (let id = 1; id <= 50; id++) feed.heard((list) => list.message(message(id)));
    timers.advance(99);
    const next = given(tab, 1);
    feed.heard((list) => list.message(message(51)));
    timers.advance(1);
    assert.deepEqual(await next, ["Website 51"]);
    timers.advance(100);
    feed.heard((list) => list.message(message(51)));
    feed.heard((list) => list.message(message(52)));
    assert.deepEqual(await given(tab, 1), ["Website 52"], "after a silence at once");
    await settled();
  });
});

Deno.test("ProjectListFeed keeps only the newest list for a tab that reads slowly", async () => {
  await withFeed(async ({ feed, connection, timers, settled }) => {
    const tab = feed.subscribe(() => {});
    await connection.send(watched() + "ok ping {}\n");
    await settled();
    for (let id = 1; id <= 20; id++) {
      feed.heard((list) => list.message(message(id)));
      timers.advance(100);
    }
    feed.mention(message(20));
    assert.deepEqual(await given(tab, 2), ["Website 20", "mention"]);
  });
});

Deno.test("ProjectListFeed watches again for a tab that comes later", async () => {
  await withFeed(async ({ feed, connection, timers }) => {
    const tabs = [feed.subscribe(() => {})];
    await connection.send(watched() + "ok ping {}\n");
    assert.deepEqual(await given(tabs[0], 1), ["Website 0"]);
    tabs.push(feed.subscribe(() => {}));
    assert.equal(await connection.line(), "watch t");
    await connection.send(watched("Renamed"));
    const both = Promise.all(tabs.map((tab) => given(tab, 1)));
    timers.advance(await timers.awaitTimer((ms) => ms === 100));
    assert.deepEqual(await both, [["Renamed 0"], ["Renamed 0"]]);
  });
});

Deno.test("ProjectListFeed watches again when it can't tell what has changed", async () => {
  await withFeed(async ({ feed, connection, timers, settled }) => {
    const tab = feed.subscribe(() => {});
    await connection.send(watched() + "ok ping {}\n");
    assert.deepEqual(await given(tab, 1), ["Website 0"]);
    timers.advance(100);
    feed.heard(() => "unknown");
    feed.refresh();
    feed.heard((list) => list.message(message(1)));
    assert.equal(await connection.line(), "watch t");
    await connection.send(watched("Renamed"));
    assert.deepEqual(
      await given(tab, 1),
      ["Renamed 0"],
      "the answer holds all that came before it",
    );
    await settled();
  });
});

Deno.test("ProjectListFeed watches again after the line was lost", async () => {
  await withFeed(async ({ feed, peer, connection, timers }) => {
    const tab = feed.subscribe(() => {});
    await connection.send(watched() + "ok ping {}\n");
    assert.deepEqual(await given(tab, 1), ["Website 0"]);
    connection.close();
    assert.deepEqual(await given(tab, 1), ["offline"]);
    timers.advance(1_000);
    const again = await peer.accept();
    assert.equal(await again.line(), "watch t");
    await again.send(watched("Renamed"));
    assert.deepEqual(await given(tab, 2), ["online", "Renamed 0"]);
  });
});

Deno.test("ProjectListFeed tries again when it is refused, and ends with the token", async () => {
  await withFeed(async ({ connection, timers, told, settled }) => {
    await connection.send("err watch unavailable later\nok ping {}\n");
    timers.advance(await timers.awaitTimer((ms) => ms === 1_500));
    assert.equal(await connection.line(), "watch t");
    await connection.send("err watch token_expired log in again\n");
    await settled();
    assert.deepEqual(told, ["loggedOut"]);
  });
});
