import assert from "node:assert/strict";
import { type ListChange, WatchedProjects } from "../../../client/live/watched_projects.ts";
import type { Message } from "../../../lib/model/message.ts";
import type { ProjectSummary } from "../../../lib/model/project.ts";

const message = (id: number, user = "bob", more: Partial<Message> = {}): Message => ({
  id,
  project_id: 1,
  user,
  message: `m${id}`,
  timestamp: `2026-11-23T08:15:30.${100 + id}Z`,
  ...more,
});

const project = (id: number, more: Partial<ProjectSummary> = {}): ProjectSummary => ({
  id,
  name: `Project ${id}`,
  owner: "alice",
  created_at: `2026-11-22T08:00:00.00${id}Z`,
  role: "owner",
  members: 2,
  unread: 0,
  mentions: 0,
  last_read_id: 0,
  last_message: null,
  ...more,
});

const read = project(1, { unread: 1, mentions: 1, last_read_id: 4, last_message: message(5) });

Deno.test("WatchedProjects changes as what the connection hears says", () => {
  const cases: [
    string,
    (list: WatchedProjects) => ListChange,
    ListChange,
    Partial<ProjectSummary>,
  ][] = [
    ["unread", (list) => list.unread(1, 7, message(6)), true, {
      unread: 7,
      last_message: message(6),
    }],
    ["a message of another", (list) => list.message(message(6)), true, {
      unread: 2,
      last_message: message(6),
    }],
    ["a message of one's own", (list) => list.message(message(6, "alice")), true, {
      last_message: message(6, "alice"),
    }],
    ["a deleted message", (list) => list.message(message(6, "bob", { deleted: true })), true, {
      last_message: message(6, "bob", { deleted: true }),
    }],
    ["a message that was counted", (list) => list.message(message(5)), false, {}],
    ["an edit of the last", (list) => list.changed(message(5, "alice", { message: "x" })), true, {
      last_message: message(5, "alice", { message: "x" }),
    }],
    ["an edit of another's unread", (list) => list.changed(message(5)), "unknown", {}],
    ["an edit of an old one", (list) => list.changed(message(4)), false, {}],
    ["a mention", (list) => list.mention(message(5)), true, { mentions: 2 }],
    ["a mention of oneself", (list) => list.mention(message(5, "alice")), false, {}],
    ["a mention that was read", (list) => list.mention(message(4)), false, {}],
    ["read", (list) => list.read(1, 5, { unread: 0, mentions: 0 }), true, {
      unread: 0,
      mentions: 0,
      last_read_id: 5,
    }],
    ["read before", (list) => list.read(1, 3, { unread: 1, mentions: 1 }), true, {}],
    ["read beyond", (list) => list.read(1, 900, { unread: 0, mentions: 0 }), true, {
      unread: 0,
      mentions: 0,
      last_read_id: 5,
    }],
    ["added members", (list) => list.members(1, 2), true, { members: 4 }],
    ["a task that is another's now", (list) => list.unassigned(1), "unknown", {}],
    ["another project", (list) => list.unread(9, 3, message(6)), false, {}],
    [
      "an edit elsewhere",
      (list) => list.changed(message(6, "bob", { project_id: 9 })),
      false,
      {},
    ],
  ];
  for (const [name, change, expected, difference] of cases) {
    const list = new WatchedProjects("alice", [read], false);
    assert.equal(change(list), expected, name);
    assert.deepEqual(list.projects, [{ ...read, ...difference }], name);
  }
});

Deno.test("WatchedProjects doesn't know the list any more when something happens behind its page", () => {
  for (const [more, expected] of [[true, "unknown"], [false, false]] as const) {
    const list = new WatchedProjects("alice", [project(1)], more);
    assert.equal(list.unread(9, 3, message(6, "bob", { project_id: 9 })), expected);
    assert.equal(list.mention(message(6, "bob", { project_id: 9 })), expected);
  }
});

Deno.test("WatchedProjects gives the project with the newest activity first", () => {
  const list = new WatchedProjects("alice", [project(1), project(2), project(3)], false);
  assert.deepEqual(list.projects.map(({ id }) => id), [3, 2, 1]);
  list.message(message(7));
  assert.deepEqual(list.projects.map(({ id }) => id), [1, 3, 2]);
  const same = { created_at: "2026-11-22T08:00:00.000Z" };
  const alike = new WatchedProjects("alice", [project(1, same), project(2, same)], false);
  assert.deepEqual(alike.projects.map(({ id }) => id), [2, 1]);
});
