import assert from "node:assert/strict";
import { NOTHING } from "../../../client/shared/cursor.ts";
import { RoomFeed } from "../../../client/live/room_feed.ts";
import { Upstream } from "../../../client/upstream/upstream.ts";
import type { Message } from "../../../lib/model/message.ts";
import { ManualTimers } from "../manual_timers.ts";
import { type PeerConnection, ScriptedPeer } from "../scripted_peer.ts";

interface Setup {
  timers: ManualTimers;
  feed: RoomFeed;
  connection: PeerConnection;
  /** The feed's calls to its session. */
  told: string[];
  /** The messages received in pages. */
  fetched: number[];
  /** Resolves when everything sent before has been read. */
  settled(): Promise<void>;
}

/** Runs with a feed connected to a scripted server, for faults and timings that a real one has only by chance. */
async function withFeed(run: (setup: Setup) => Promise<void>): Promise<void> {
  const peer = new ScriptedPeer();
  const timers = new ManualTimers();
  const told: string[] = [];
  const fetched: number[] = [];
  const upstream = new Upstream({
    server: peer.address,
    timers,
    event: (event) => {
      if (event.type === "chat") feed.message(event.data);
      else if (event.type === "edit" || event.type === "delete") feed.changed(event.data);
      else if (event.type === "typing" || event.type === "mention" || event.type === "members") {
        feed.notice(event);
      } else if (event.type === "project") {
        const { change, project } = event.data;
        if (change === "renamed") feed.notice({ type: "project", data: { change, project } });
      }
    },
  });
  const feed = new RoomFeed({
    projectId: 1,
    token: "t",
    username: "alice",
    upstream,
    timers,
    random: () => 0.5,
    fetched: (messages) => messages.forEach(({ id }) => fetched.push(id)),
    left: () => told.push("left"),
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
    await connection.line();
    await connection.send("ok ping {}\n");
    await first;
    await run({ timers, feed, connection, told, fetched, settled });
  } finally {
    feed.end(null);
    upstream.close();
    peer.close();
    timers.advance(60_000);
  }
}

const chat = (id: number): Message => ({
  id,
  project_id: 1,
  user: "bob",
  message: `m${id}`,
  timestamp: "2026-11-23T08:15:30.123Z",
});

const project = { id: 1, name: "Website", owner: "alice", created_at: "2026-11-23T08:00:00.000Z" };

interface Page {
  messages?: Message[];
  changed?: Message[];
  more?: boolean;
  last_id?: number;
  last_change?: number;
}

function entered({ messages = [], changed = [], more = false, ...last }: Page): string {
  const members = [{ username: "alice", role: "owner", online: false }];
  const page = { last_id: messages.at(-1)?.id ?? 0, last_change: 0, ...last };
  return `ok enter ${JSON.stringify({ project, members, messages, changed, more, ...page })}\n`;
}

const chats = (...ids: number[]) => ids.map(chat);

const event = (type: string, data: unknown) => `event ${type} ${JSON.stringify(data)}\n`;

/** Collects `count` events of a subscriber. */
async function given(subscriber: ReturnType<RoomFeed["subscribe"]>, count: number) {
  const events: string[] = [];
  for (let i = 0; i < count; i++) {
    const { value } = await subscriber.next();
    const about = value.type === "edit" || value.type === "delete" ? ` ${value.data.id}` : "";
    const id = value.id === undefined ? "" : ` → ${value.id}`;
    events.push(value.type === "chat" ? String(value.data.id) : `${value.type}${about}${id}`);
  }
  return events;
}

Deno.test("RoomFeed gives a message once when events and pages of two tabs overlap", async () => {
  await withFeed(async ({ feed, connection }) => {
    const one = feed.subscribe({ message: 5, change: 0 });
    assert.equal(await connection.line(), "enter t 1 5 0");
    await connection.send(
      event("chat", chat(6)) + entered({ messages: chats(6, 7) }) + event("chat", chat(8)),
    );
    assert.deepEqual(await given(one, 4), ["presence", "6", "7", "8"]);
    // The second subscriber lags behind while the first continues.
    const two = feed.subscribe({ message: 2, change: 0 });
    assert.equal(await connection.line(), "enter t 1 2 0");
    await connection.send(
      event("chat", chat(9)) + entered({ messages: chats(3, 4, 5), more: true }),
    );
    assert.equal(await connection.line(), "enter t 1 5 0");
    await connection.send(entered({ messages: chats(6, 7, 8, 9, 10) }) + event("chat", chat(11)));
    assert.deepEqual(await given(one, 3), ["9", "10", "11"]);
    const all = ["presence", "3", "4", "5", "6", "7", "8", "9", "10", "11"];
    assert.deepEqual(await given(two, 10), all);
  });
});

Deno.test("RoomFeed leaves out an answer while pages are missing before it", async () => {
  await withFeed(async ({ feed, connection, settled }) => {
    const tab = feed.subscribe(NOTHING);
    await connection.line();
    await connection.send(entered({ messages: chats(1, 2), more: true }));
    assert.equal(await connection.line(), "enter t 1 2 0");
    // The user's own message, far ahead.
    feed.message(chat(9));
    await connection.send(entered({ messages: chats(3, 9) }));
    await settled();
    feed.message(chat(10));
    assert.deepEqual(await given(tab, 6), ["presence", "1", "2", "3", "9", "10"]);
  });
});

Deno.test("RoomFeed enters again for a tab that came while another entered", async () => {
  await withFeed(async ({ feed, connection }) => {
    const one = feed.subscribe({ message: 5, change: 0 });
    const two = feed.subscribe({ message: 1, change: 0 });
    assert.equal(await connection.line(), "enter t 1 5 0");
    await connection.send(entered({ messages: chats(6) }));
    assert.equal(await connection.line(), "enter t 1 1 0");
    await connection.send(entered({ messages: chats(2, 6) }));
    assert.deepEqual(await given(one, 2), ["presence", "6"]);
    assert.deepEqual(await given(two, 3), ["presence", "2", "6"]);
  });
});

Deno.test("RoomFeed shows the person online when the members were read before it entered", async () => {
  await withFeed(async ({ feed, connection }) => {
    const tab = feed.subscribe(NOTHING);
    await connection.line();
    await connection.send(entered({}));
    const members = [{ username: "alice", role: "owner", online: true }];
    assert.deepEqual((await tab.next()).value, { type: "presence", data: { project, members } });
  });
});

Deno.test("RoomFeed ends its tabs when the person is removed, and goes on when others are", async () => {
  await withFeed(async ({ feed, connection, told }) => {
    const tab = feed.subscribe(NOTHING);
    await connection.line();
    const change = { project_id: 1, added: [], by: "bob" };
    await connection.send(
      entered({}) + event("members", { ...change, removed: ["carol"] }) +
        event("members", { ...change, removed: ["Alice"] }),
    );
    assert.deepEqual(await given(tab, 4), ["presence", "members", "members", "ended"]);
    assert.equal((await tab.next()).done, true);
    assert.deepEqual(told, ["left"]);
  });
});

Deno.test("RoomFeed tries again when the room can't be entered just now", async () => {
  await withFeed(async ({ feed, connection, timers }) => {
    const tab = feed.subscribe({ message: 3, change: 0 });
    for (const code of ["unavailable", "rate_limited", "internal"]) {
      assert.equal(await connection.line(), "enter t 1 3 0");
      await connection.send(`err enter ${code} later\n`);
      timers.advance(await timers.awaitTimer((ms) => ms === 1_500));
    }
    assert.equal(await connection.line(), "enter t 1 3 0");
    await connection.send(entered({ messages: chats(4) }));
    assert.deepEqual(await given(tab, 2), ["presence", "4"]);
  });
});

Deno.test("RoomFeed tells the session when the token is no longer good", async () => {
  for (const code of ["invalid_token", "token_expired"]) {
    await withFeed(async ({ feed, connection, told, settled }) => {
      feed.subscribe(NOTHING);
      await connection.line();
      await connection.send(`err enter ${code} log in again\n`);
      await settled();
      assert.deepEqual(told, ["loggedOut"]);
    });
  }
});

Deno.test("RoomFeed leaves three seconds after the last tab, unless one comes back", async () => {
  await withFeed(async ({ feed, connection, timers, told }) => {
    const one = feed.subscribe(NOTHING);
    await connection.line();
    await connection.send(entered({}));
    await one.next();
    one.close();
    timers.advance(2_900);
    const two = feed.subscribe(NOTHING);
    assert.equal(await connection.line(), "enter t 1 0 0", "it never left");
    await connection.send(entered({}));
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

const edited = (id: number): Message => ({ ...chat(id), edited_at: "2026-11-23T09:00:00.000Z" });
const deleted = (id: number): Message => ({ ...chat(id), message: "", deleted: true });

/** Like `given`, with the id from which a browser resumes after each message. */
async function resumed(subscriber: ReturnType<RoomFeed["subscribe"]>, count: number) {
  const events: string[] = [];
  for (let i = 0; i < count; i++) {
    const { value } = await subscriber.next();
    events.push(`${value.type} ${value.data.id ?? ""} ${value.id ?? ""}`.trim());
  }
  return events;
}

Deno.test("RoomFeed gives what was edited and deleted before a tab came back", async () => {
  await withFeed(async ({ feed, connection, fetched }) => {
    const tab = feed.subscribe({ message: 5, change: 3 });
    assert.equal(await connection.line(), "enter t 1 5 3");
    const page = { changed: [edited(2), deleted(4)], messages: chats(6), last_change: 9 };
    await connection.send(entered(page) + event("edit", edited(5)) + event("delete", deleted(6)));
    assert.deepEqual(await resumed(tab, 6), [
      "presence",
      "edit 2",
      "delete 4 5.9",
      "chat 6 6.9",
      "edit 5",
      "delete 6",
    ]);
    assert.deepEqual(fetched, [6]);
  });
});

Deno.test("RoomFeed gives a tab edits of what it has when another is further behind", async () => {
  await withFeed(async ({ feed, connection, timers }) => {
    const ahead = feed.subscribe({ message: 10, change: 5 });
    await connection.line();
    const behind = feed.subscribe({ message: 3, change: 2 });
    await connection.send("err enter unavailable later\n");
    timers.advance(await timers.awaitTimer((ms) => ms === 1_500));
    assert.equal(await connection.line(), "enter t 1 3 2");
    const first = [chat(4), edited(6), chat(8)];
    await connection.send(
      entered({ changed: [edited(1)], messages: first, more: true, last_change: 7 }),
    );
    assert.equal(await connection.line(), "enter t 1 8 7");
    const rest = [edited(9), chat(10), chat(11)];
    await connection.send(entered({ changed: [deleted(4)], messages: rest, last_change: 8 }));
    assert.deepEqual(await resumed(ahead, 6), [
      "presence",
      "edit 1",
      "edit 6",
      "delete 4",
      "edit 9 10.8",
      "chat 11 11.8",
    ], "no change number before all that the tab has was looked through");
    assert.deepEqual(await resumed(behind, 9), [
      "presence",
      "edit 1 3.7",
      "chat 4 4.7",
      "chat 6 6.7",
      "chat 8 8.7",
      "delete 4 8.8",
      "chat 9 9.8",
      "chat 10 10.8",
      "chat 11 11.8",
    ]);
  });
});

Deno.test("RoomFeed goes on from a page of changes, and takes messages from the next page", async () => {
  await withFeed(async ({ feed, connection, settled }) => {
    const tab = feed.subscribe({ message: 5, change: 1 });
    assert.equal(await connection.line(), "enter t 1 5 1");
    const part = { changed: [edited(1), edited(2)], more: true, last_id: 5, last_change: 3 };
    await connection.send(entered(part) + event("chat", chat(6)) + event("edit", edited(3)));
    assert.equal(await connection.line(), "enter t 1 5 3");
    await connection.send(
      entered({ changed: [edited(3)], messages: chats(6), last_change: 5 }) +
        event("chat", chat(7)),
    );
    await settled();
    assert.deepEqual(await resumed(tab, 6), [
      "presence",
      "edit 1",
      "edit 2 5.3",
      "edit 3 5.5",
      "chat 6 6.5",
      "chat 7 7.5",
    ]);
  });
});

Deno.test("RoomFeed asks no further when a page says that there is more and holds nothing", async () => {
  await withFeed(async ({ feed, connection, settled }) => {
    const tab = feed.subscribe({ message: 5, change: 1 });
    await connection.line();
    await connection.send(entered({ more: true, last_id: 5, last_change: 1 }));
    await settled();
    feed.message(chat(6));
    assert.deepEqual(await resumed(tab, 2), ["presence", "chat 6 6.1"]);
  });
});

Deno.test("RoomFeed waits for nothing when a cursor is from before the data were replaced", async () => {
  await withFeed(async ({ feed, connection, settled }) => {
    const tab = feed.subscribe({ message: 900, change: 90 });
    assert.equal(await connection.line(), "enter t 1 900 90");
    await connection.send(entered({ last_id: 5, last_change: 2 }));
    await settled();
    feed.message(chat(6));
    assert.deepEqual(await resumed(tab, 2), ["presence", "chat 6 6.2"]);
  });
});

Deno.test("RoomFeed passes on what is no message, but not the person's own typing", async () => {
  await withFeed(async ({ feed, connection }) => {
    const tab = feed.subscribe(NOTHING);
    await connection.line();
    const typing = (user: string) => event("typing", { project_id: 1, user });
    await connection.send(
      typing("bob") + entered({}) + typing("Alice") + typing("bob") +
        event("project", { change: "renamed", project }) + event("mention", chat(3)),
    );
    assert.deepEqual(await given(tab, 4), ["presence", "typing", "project", "mention"]);
  });
});
