import assert from "node:assert/strict";
import { ProjectListFeed } from "../../../client/live/project_list_feed.ts";
import type { ListEvent, TaskEvent } from "../../../client/shared/live_events.ts";
import { Upstream } from "../../../client/upstream/upstream.ts";
import { ChungError } from "../../../lib/errors.ts";
import type { Message } from "../../../lib/model/message.ts";
import type { Task, TaskChangeKind } from "../../../lib/model/task.ts";
import { ManualTimers } from "../manual_timers.ts";
import { type PeerConnection, ScriptedPeer } from "../scripted_peer.ts";

type TaskAnswer = { tasks: Task[]; last_change: number };

interface Setup {
  timers: ManualTimers;
  feed: ProjectListFeed;
  upstream: Upstream;
  peer: ScriptedPeer;
  connection: PeerConnection;
  /** The feed's calls to its session. */
  told: string[];
  /** The feed's requests for the tasks. */
  reads: PromiseWithResolvers<TaskAnswer>[];
  /** Resolves when everything sent before has been read. */
  settled(): Promise<void>;
}

/** Runs with a feed connected to a scripted server. */
async function withFeed(run: (setup: Setup) => Promise<void>): Promise<void> {
  const peer = new ScriptedPeer();
  const timers = new ManualTimers();
  const told: string[] = [];
  const reads: PromiseWithResolvers<TaskAnswer>[] = [];
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
    readTasks: () => {
      const read = Promise.withResolvers<TaskAnswer>();
      reads.push(read);
      return read.promise;
    },
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
    await run({ timers, feed, upstream, peer, connection, told, reads, settled });
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
    else if (type === "tasks") events.push(`tasks ${data.open} ${data.due} ${data.change}`);
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

const task = (id: number, changes: Partial<Task> = {}): Task => ({
  ...{ id, project_id: 1, title: `Task ${id}`, notes: "", status: "todo", position: id },
  ...{ assignee: "alice", due: null, message_id: null, created_by: "bob" },
  ...{ created_at: "2026-11-23T08:15:30.123Z", updated_at: "2026-11-23T08:15:30.123Z" },
  ...changes,
});

function changed(
  change: TaskChangeKind,
  id: number,
  task: Task,
  from: string | null = null,
): TaskEvent {
  const made = { id, task_id: task.id, change, from, to: null, by: "bob", at: task.updated_at };
  return { task, change: made };
}

Deno.test("ProjectListFeed counts the tasks as read, and as changed before and after the answer", async () => {
  await withFeed(async ({ feed, connection, timers, reads, settled }) => {
    const tab = feed.subscribe(() => {});
    await connection.send(watched() + "ok ping {}\n");
    assert.deepEqual(await given(tab, 1), ["Website 0"]);
    const early = feed.tasks;
    assert.equal(early, null, "not known before the answer");
    feed.task(changed("assign", 8, task(2)));
    feed.task(changed("due", 10, task(1, { due: "2026-11-30" })));
    reads[0].resolve({ tasks: [task(1), task(2, { due: "2026-12-01" })], last_change: 9 });
    await settled();
    timers.advance(100);
    assert.deepEqual(await given(tab, 1), ["tasks 2 2026-11-30,1,2026-12-01,1 10"]);
    const cases: [TaskEvent, string | null, why: string][] = [
      [changed("assign", 11, task(3)), "tasks 3 2026-11-30,1,2026-12-01,1 11", "one more"],
      [changed("status", 12, task(1, { status: "done" })), "tasks 2 2026-12-01,1 12", "done"],
      [changed("status", 13, task(1)), "tasks 3 2026-12-01,1 13", "taken up again"],
      [changed("delete", 14, task(2)), "tasks 2  14", "deleted"],
      [changed("assign", 15, task(3, { assignee: "bob" }), "alice"), "tasks 1  15", "another's"],
      [changed("assign", 16, task(4, { assignee: "bob" })), null, "never hers"],
      [changed("title", 15, task(5)), null, "told before"],
      [changed("restore", 17, task(2)), "tasks 2  17", "brought back"],
    ];
    for (const [event, expected, why] of cases) {
      timers.advance(100);
      feed.task(event);
      if (expected !== null) assert.deepEqual(await given(tab, 1), [expected], why);
    }
    assert.equal(feed.tasks?.open, 2);
    await settled();
  });
});

Deno.test("ProjectListFeed reads the tasks anew after a change of projects and a lost line, else not", async () => {
  await withFeed(async ({ feed, peer, connection, timers, reads, settled }) => {
    const tab = feed.subscribe(() => {});
    await connection.send(watched() + "ok ping {}\n");
    assert.deepEqual(await given(tab, 1), ["Website 0"]);
    reads[0].resolve({ tasks: [task(1)], last_change: 1 });
    await settled();
    timers.advance(100);
    assert.deepEqual(await given(tab, 1), ["tasks 1  1"]);
    timers.advance(100);

    feed.refresh();
    assert.equal(await connection.line(), "watch t");
    await connection.send(watched());
    assert.deepEqual(
      await given(tab, 2),
      ["Website 0", "tasks 1  1"],
      "for a tab that comes later",
    );
    assert.equal(reads.length, 1);
    timers.advance(100);

    feed.anew();
    assert.equal(feed.tasks, null, "of a project that may be gone");
    assert.equal(await connection.line(), "watch t");
    await connection.send(watched());
    assert.deepEqual(await given(tab, 1), ["Website 0"]);
    feed.anew();
    assert.equal(await connection.line(), "watch t");
    reads[1].resolve({ tasks: [task(1), task(2)], last_change: 1 });
    await connection.send(watched());
    await settled();
    timers.advance(100);
    assert.deepEqual(await given(tab, 1), ["Website 0"], "no answer from before the change");
    reads[2].resolve({ tasks: [], last_change: 1 });
    await settled();
    timers.advance(100);
    assert.deepEqual(await given(tab, 1), ["tasks 0  1"]);

    connection.close();
    assert.deepEqual(await given(tab, 1), ["offline"]);
    assert.equal(feed.tasks, null);
    timers.advance(1_000);
    const again = await peer.accept();
    assert.equal(await again.line(), "watch t");
    await again.send(watched());
    assert.deepEqual(await given(tab, 2), ["online", "Website 0"]);
    reads[3].resolve({ tasks: [task(9)], last_change: 20 });
    const counted = given(tab, 1);
    timers.advance(await timers.awaitTimer((ms) => ms === 100));
    assert.deepEqual(await counted, ["tasks 1  20"]);
  });
});

Deno.test("ProjectListFeed asks for the tasks again where the server can't tell them now", async () => {
  await withFeed(async ({ feed, connection, timers, reads, settled }) => {
    const tab = feed.subscribe(() => {});
    await connection.send(watched() + "ok ping {}\n");
    assert.deepEqual(await given(tab, 1), ["Website 0"]);
    reads[0].reject(new ChungError("unavailable", "later"));
    await settled();
    timers.advance(await timers.awaitTimer((ms) => ms === 1_500));
    assert.equal(await connection.line(), "watch t");
    await connection.send(watched());
    assert.deepEqual(await given(tab, 1), ["Website 0"]);
    reads[1].reject(new ChungError("unknown_action", "an older server"));
    await settled();
    timers.advance(3_000);
    await settled();
    assert.equal(reads.length, 2);
  });
});

Deno.test("ProjectListFeed asks for the mentions again when a task that may have been one is another's", async () => {
  await withFeed(async ({ feed, connection, settled }) => {
    const tab = feed.subscribe(() => {});
    const row = { ...project, mentions: 1 };
    await connection.send(
      `ok watch ${JSON.stringify({ projects: [row], more: false })}\nok ping {}\n`,
    );
    assert.deepEqual(await given(tab, 1), ["Website 0"]);
    feed.task(changed("title", 3, task(1)));
    await settled();
    feed.task(changed("assign", 4, task(1, { assignee: "bob" }), "alice"));
    assert.equal(await connection.line(), "watch t");
    await connection.send(watched());
    await settled();
    feed.task(changed("delete", 5, task(2)));
    await settled();
  });
});

Deno.test("ProjectListFeed reads the tasks anew after each part of an import of many, and counts the last", async () => {
  await withFeed(async ({ feed, connection, timers, reads, settled }) => {
    const tab = feed.subscribe(() => {});
    await connection.send(watched() + "ok ping {}\n");
    assert.deepEqual(await given(tab, 1), ["Website 0"]);
    reads[0].resolve({ tasks: [task(1)], last_change: 1 });
    await settled();
    timers.advance(100);
    assert.deepEqual(await given(tab, 1), ["tasks 1  1"]);
    timers.advance(100);
    for (const change of [2, 202]) {
      const event = changed("import", change, task(change, { assignee: null }));
      feed.task({ ...event, reordered: true });
    }
    assert.equal(reads.length, 3);
    reads[2].resolve({ tasks: [task(1), task(3)], last_change: 401 });
    await settled();
    reads[1].resolve({ tasks: [task(1)], last_change: 201 });
    await settled();
    timers.advance(100);
    assert.deepEqual(await given(tab, 1), ["tasks 2  401"]);
    // Few are told one by one.
    feed.task(changed("import", 402, task(4)));
    timers.advance(100);
    assert.deepEqual(await given(tab, 1), ["tasks 3  402"]);
    assert.equal(reads.length, 3);
  });
});
