import assert from "node:assert/strict";
import fc from "fast-check";
import {
  lastMessageId,
  type LogEntry,
  MAX_ENTRIES,
  withMessage,
  withNotice,
} from "../../../../client/components/room/room_log.ts";
import {
  initialRoom,
  roomAfterAll,
  type RoomChange,
  type RoomState,
} from "../../../../client/components/room/room_state.ts";
import type { RoomView } from "../../../../client/state.ts";
import type { Message } from "../../../../lib/model/message.ts";

function message(id: number, user = "bob"): Message {
  return { id, project_id: 1, user, message: `m${id}`, timestamp: "2026-11-23T08:15:30.123Z" };
}

const VIEW: RoomView = {
  project: { id: 1, name: "Website", owner: "alice", created_at: "2026-11-23T08:00:00.000Z" },
  role: "owner",
  members: [
    { username: "alice", role: "owner", online: true },
    { username: "bob", role: "member", online: false },
  ],
  messages: [message(3), message(5)],
  more: false,
  last_id: 5,
};

function after(...changes: RoomChange[]): RoomState {
  return roomAfterAll(initialRoom(VIEW, "alice"), changes);
}

function shown(log: readonly LogEntry[]): (number | string)[] {
  return log.map((entry) => entry.kind === "message" ? entry.message.id : entry.notice.type);
}

Deno.test("withMessage keeps any order of arrival sorted and without doubles", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (ids) => {
    const log = ids.reduce<readonly LogEntry[]>((log, id) => withMessage(log, message(id)), []);
    assert.deepEqual(shown(log), [...new Set(ids)].sort((a, b) => a - b));
    assert.equal(lastMessageId(log), Math.max(0, ...ids));
  }));
});

Deno.test("withMessage gives the same log back when the message is there", () => {
  const { log } = after();
  assert.equal(withMessage(log, message(3)), log);
});

Deno.test("withMessage forgets the oldest when a page was open for very long", () => {
  let log: readonly LogEntry[] = [];
  for (let id = 1; id <= MAX_ENTRIES + 2; id++) log = withMessage(log, message(id));
  assert.equal(log.length, MAX_ENTRIES);
  assert.equal(shown(log)[0], 3);
});

Deno.test("withNotice replaces the line of who comes and goes", () => {
  let log = withNotice(after().log, 0, { type: "entered", user: "bob" });
  log = withNotice(log, 1, { type: "left", user: "bob" });
  log = withNotice(log, 2, { type: "entered", user: "carol" });
  assert.deepEqual(shown(log), [3, 5, "left", "entered"]);
});

Deno.test("roomAfter shows one's own message once, whether the answer or the event comes first", () => {
  const own = message(6, "alice");
  const sent: RoomChange = { type: "sent", data: own };
  const chat: RoomChange = { type: "chat", data: own };
  for (const changes of [[sent, chat], [chat, sent]]) {
    assert.deepEqual(shown(after(...changes).log), [3, 5, 6]);
  }
});

Deno.test("roomAfter marks who enters and leaves, with a line for others only", () => {
  const room = after(
    { type: "enter", data: { project_id: 1, user: "bob" } },
    { type: "leave", data: { project_id: 1, user: "alice" } },
  );
  assert.deepEqual(room.members.map(({ online }) => online), [false, true]);
  assert.deepEqual(shown(room.log), [3, 5, "entered"]);
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

Deno.test("roomAfter shows a lost connection until the room is told again", () => {
  assert.equal(after({ type: "lost" }).connected, false);
  assert.equal(after({ type: "connection", data: { online: false } }).connected, false);
  const healed = after({ type: "lost" }, { type: "presence", data: { members: [] } });
  assert.equal(healed.connected, true);
  assert.deepEqual(healed.members, []);
});

Deno.test("roomAfter shows a pause until the room is told again", () => {
  const pause = { type: "paused", data: {} } as const;
  assert.equal(after(pause).paused, true);
  assert.equal(after(pause, { type: "presence", data: { members: [] } }).paused, false);
});

Deno.test("roomAfter keeps why the room ended", () => {
  assert.equal(after({ type: "ended", data: { reason: "not_a_member" } }).ended, "not_a_member");
});

Deno.test("roomAfterAll takes changes in their order", () => {
  const room = after(
    { type: "paused", data: {} },
    { type: "lost" },
    { type: "enter", data: { project_id: 1, user: "bob" } },
  );
  assert.deepEqual([room.paused, room.connected], [false, false]);
  assert.deepEqual(shown(room.log).at(-1), "entered");
});
