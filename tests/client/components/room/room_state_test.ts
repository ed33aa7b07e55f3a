import assert from "node:assert/strict";
import {
  initialRoom,
  livenessOf,
  roomAfterAll,
  type RoomChange,
  type RoomState,
} from "../../../../client/components/room/room_state.ts";
import { unreadCount } from "../../../../client/components/room/room_unread.ts";
import type { RoomView } from "../../../../client/shared/room_view.ts";
import type { Message } from "../../../../lib/model/message.ts";

function message(id: number, user = "bob"): Message {
  return { id, project_id: 1, user, message: `m${id}`, timestamp: "2026-11-23T08:15:30.123Z" };
}

const PROJECT = { id: 1, name: "Website", owner: "alice", created_at: "2026-11-23T08:00:00.000Z" };

const VIEW: RoomView = {
  project: PROJECT,
  role: "owner",
  members: [
    { username: "alice", role: "owner", online: true },
    { username: "bob", role: "member", online: false },
  ],
  messages: [message(3), message(5)],
  more: false,
  newer: false,
  cursor: { message: 5, change: 0 },
  unread: 0,
  mentions: 0,
  last_read_id: 5,
};

function afterIn(view: Partial<RoomView>, ...changes: RoomChange[]): RoomState {
  return roomAfterAll(initialRoom({ ...VIEW, ...view }, "alice"), changes);
}

const after = (...changes: RoomChange[]) => afterIn({}, ...changes);
const chat = (id: number, user = "bob"): RoomChange => ({ type: "chat", data: message(id, user) });
const away: RoomChange = { type: "attention", data: { atEnd: true, hasAttention: false } };

function shown({ log }: RoomState): number[] {
  return log.messages.map(({ id }) => id);
}

Deno.test("roomAfter shows one's own message once, whether the answer or the event comes first", () => {
  const sent: RoomChange = { type: "sent", data: message(6, "alice") };
  for (const changes of [[sent, chat(6, "alice")], [chat(6, "alice"), sent]]) {
    assert.deepEqual(shown(after(...changes)), [3, 5, 6]);
  }
});

Deno.test("roomAfter marks who enters and leaves, without a line for them", () => {
  const room = after(
    { type: "enter", data: { project_id: 1, user: "bob" } },
    { type: "leave", data: { project_id: 1, user: "alice" } },
  );
  assert.deepEqual(room.members.map(({ online }) => online), [false, true]);
  assert.deepEqual(shown(room), [3, 5]);
});

Deno.test("roomAfter adds and removes members", () => {
  const room = after(
    {
      type: "members",
      data: { project_id: 1, added: ["carol", "bob"], removed: [], by: "alice" },
    },
    { type: "members", data: { project_id: 1, added: [], removed: ["bob"], by: "alice" } },
  );
  assert.deepEqual(room.members.map(({ username }) => username), ["alice", "carol"]);
});

Deno.test("roomAfter follows members' display names", () => {
  const named = (user: string, name: string | null): RoomChange => (
    { type: "name", data: { project_id: 1, user, name } }
  );
  const names = ({ members }: RoomState) => members.map(({ name }) => name);
  assert.deepEqual(names(after(named("bob", "Trần Văn Bình"))), [undefined, "Trần Văn Bình"]);
  assert.deepEqual(names(after(named("bob", "Bình"), named("bob", null))), [undefined, undefined]);
  assert.deepEqual(names(after(named("constructor", "Lan"))), [undefined, undefined]);
});

Deno.test("roomAfter follows a project's new name and its new owner", () => {
  const renamed = { ...PROJECT, name: "Trang web" };
  const room = after(
    { type: "project", data: { change: "renamed", project: renamed } },
    { type: "project", data: { change: "transferred", project: { ...renamed, owner: "bob" } } },
  );
  assert.deepEqual([room.project.name, room.project.owner], ["Trang web", "bob"]);
  assert.deepEqual(room.members.map(({ role }) => role), ["member", "owner"]);
  assert.deepEqual(shown(room), [3, 5], "what is told of it is stored, and comes as a message");
});

Deno.test("roomAfter follows a project into the archive and back", () => {
  const archived = { ...PROJECT, archived: true as const };
  const change = (change: "archived" | "restored", project: RoomView["project"]): RoomChange => ({
    type: "project",
    data: { change, project },
  });
  const closed = after(change("archived", archived));
  assert.equal(closed.project.archived, true);
  const open = after(change("archived", archived), change("restored", PROJECT));
  assert.equal(open.project.archived, undefined);
  assert.deepEqual(open.members, VIEW.members);
  // Whatever happened while the connection was lost.
  const told = { project: archived, members: [] };
  assert.equal(after({ type: "presence", data: told }).project.archived, true);
});

Deno.test("roomAfter shows a lost connection until the room is told again", () => {
  assert.equal(after({ type: "lost" }).connected, false);
  assert.equal(after({ type: "connection", data: { online: false } }).connected, false);
  const told = { project: { ...PROJECT, name: "New" }, members: [] };
  const healed = after({ type: "lost" }, { type: "presence", data: told });
  assert.equal(healed.connected, true);
  assert.deepEqual([healed.members, healed.project.name], [[], "New"]);
});

Deno.test("roomAfter shows a pause until the room is told again", () => {
  const pause = { type: "paused", data: {} } as const;
  const told = { project: PROJECT, members: [] };
  assert.equal(after(pause).paused, true);
  assert.equal(after(pause, { type: "presence", data: told }).paused, false);
});

Deno.test("roomAfter keeps who removed the reader", () => {
  const removed = (names: string[], by: string): RoomChange => ({
    type: "members",
    data: { project_id: 1, added: [], removed: names, by },
  });
  assert.equal(after().removedBy, null);
  assert.equal(after(removed(["bob"], "bob")).removedBy, null);
  assert.equal(after(removed(["bob", "alice"], "carol")).removedBy, "carol");
  assert.equal(after(removed(["alice"], "alice"), removed(["bob"], "bob")).removedBy, "alice");
});

Deno.test("roomAfter keeps why the room ended", () => {
  assert.equal(after({ type: "ended", data: { reason: "not_a_member" } }).ended, "not_a_member");
});

Deno.test("roomAfter goes on when the user is logged in again", () => {
  const told = { project: PROJECT, members: [] };
  const ended: RoomChange = { type: "ended", data: { reason: "logged_out" } };
  assert.equal(after(ended, { type: "presence", data: told }).ended, null);
});

Deno.test("livenessOf tells whether the room is live, and if not, why", () => {
  const ended = (reason: "logged_out" | "not_a_member"): RoomChange => ({
    type: "ended",
    data: { reason },
  });
  const paused: RoomChange = { type: "paused", data: {} };
  const told: RoomChange = { type: "presence", data: { project: PROJECT, members: [] } };
  const cases: [RoomChange[], string][] = [
    [[], "live"],
    [[{ type: "lost" }], "lost"],
    [[{ type: "connection", data: { online: false } }], "lost"],
    [[{ type: "lost" }, told], "live"],
    [[{ type: "lost" }, paused], "paused"],
    [[paused, told], "live"],
    [[paused, ended("logged_out")], "logged_out"],
    [[ended("logged_out"), { type: "lost" }], "logged_out"],
    [[ended("not_a_member")], "not_a_member"],
  ];
  for (const [changes, expected] of cases) {
    assert.equal(livenessOf(after(...changes)), expected, JSON.stringify(changes));
  }
});

Deno.test("roomAfterAll takes changes in their order", () => {
  const room = after({ type: "paused", data: {} }, { type: "lost" }, chat(6));
  assert.deepEqual([room.paused, room.connected], [false, false]);
  assert.equal(shown(room).at(-1), 6);
});

Deno.test("roomAfterAll keeps only the end of a flood, for a reader who looks there", () => {
  const flood = Array.from({ length: 1_000 }, (_, at) => chat(6 + at));
  const upward: RoomChange = { type: "attention", data: { atEnd: false, hasAttention: true } };
  const cases: [
    what: string,
    changes: RoomChange[],
    first: number,
    last: number,
    older: boolean,
  ][] = [
    ["a flood", flood, 906, 1_005, true],
    ["no more than is kept of one", flood.slice(0, 100), 3, 105, false],
    ["a reader elsewhere", [away, ...flood], 606, 1_005, true],
    ["a reader further up", [upward, ...flood], 3, 403, false],
  ];
  for (const [what, changes, first, last, older] of cases) {
    const room = after(...changes);
    const lines = shown(room);
    assert.deepEqual([lines.at(0), lines.at(-1), room.log.older], [first, last, older], what);
    assert.equal(room.log.newer, last < changes.length - 1, what);
  }
  const room = after(...flood);
  assert.equal(unreadCount(room), 1_000);
  const more = roomAfterAll(room, [chat(1_006)]);
  assert.deepEqual([shown(more)[0], shown(more).at(-1), shown(more).length], [906, 1_006, 101]);
});

Deno.test("roomAfter counts what others write, once, and what is deleted no more", () => {
  // The window doesn't reach the read mark, so events are counted.
  const view = { last_read_id: 1, unread: 2, more: true };
  const deletion: RoomChange = { type: "delete", data: { ...message(6), deleted: true } };
  const cases: [RoomChange[], number][] = [
    [[], 2],
    [[chat(6), chat(6), chat(7)], 4],
    [[chat(6, "alice")], 2],
    [[chat(6), deletion, deletion], 2],
    [[{ type: "read", data: { message: 5, unread: 0 } }, chat(6)], 1],
  ];
  for (const [changes, expected] of cases) {
    assert.equal(unreadCount(afterIn(view, ...changes)), expected);
  }
});

Deno.test("roomAfter counts no notice, and begins no new messages with it", () => {
  const notice: RoomChange = {
    type: "chat",
    data: { ...message(6), message: "", notice: { change: "added", users: ["carol"] } },
  };
  const room = after(away, notice);
  assert.deepEqual([shown(room), unreadCount(room), room.newAfter], [[3, 5, 6], 0, null]);
  assert.equal(unreadCount(afterIn({ last_read_id: 1, unread: 2, more: true }, away, notice)), 2);
});

Deno.test("roomAfter doesn't count what was deleted before it was heard of", () => {
  const gone: RoomChange = { type: "chat", data: { ...message(700), message: "", deleted: true } };
  const room = afterIn({ newer: true, unread: 3, last_read_id: 4 }, away, gone);
  assert.equal(unreadCount(room), 3);
  assert.equal(after(away, gone).newAfter, null);
});

Deno.test("roomAfter begins the new messages where the reader ceased to look", () => {
  const cases: [RoomChange[], number | null][] = [
    [[chat(6)], null],
    [[away, chat(6), chat(7)], 5],
    [[{ type: "attention", data: { atEnd: false, hasAttention: true } }, chat(6)], 5],
    [[away, chat(6, "alice")], null],
    [[away, chat(6), { type: "read", data: { message: 6, unread: 0 } }, chat(7)], 6],
    [[away, chat(6), { type: "sent", data: message(7, "alice") }], null],
  ];
  for (const [changes, expected] of cases) assert.equal(after(...changes).newAfter, expected);
  assert.equal(afterIn({ unread: 1, last_read_id: 3 }).newAfter, 3);
});

Deno.test("roomAfter never lets a mark go back", () => {
  const read = (message: number, unread: number): RoomChange => ({
    type: "read",
    data: { message, unread },
  });
  const room = after(read(9, 0), read(7, 2));
  assert.deepEqual([room.lastRead, room.unread], [9, 0]);
});

Deno.test("roomAfter lets no answer undo a later edit or deletion", () => {
  const text = ({ log }: RoomState) => log.messages[0].message;
  const at = (minute: number, text: string) => ({
    ...message(3),
    message: text,
    edited_at: `2026-11-23T09:0${minute}:00.000Z`,
  });
  const gone = { ...message(3), message: "", deleted: true as const };
  assert.equal(text(after({ type: "changed", data: at(1, "one") })), "one");
  assert.equal(
    text(after({ type: "edit", data: at(2, "two") }, { type: "changed", data: at(1, "one") })),
    "two",
  );
  assert.equal(
    text(after({ type: "delete", data: gone }, { type: "changed", data: at(3, "one") })),
    "",
  );
  // The event of a task that was made of it leaves the time of the last edit.
  const promoted = after({ type: "edit", data: { ...at(1, "one"), task_id: 7 } }, {
    type: "changed",
    data: at(1, "one"),
  });
  assert.equal(promoted.log.messages[0].task_id, 7);
});
