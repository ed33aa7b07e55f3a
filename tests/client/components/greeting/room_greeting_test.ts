import assert from "node:assert/strict";
import { roomGreeting } from "../../../../client/pages/greeting/room_greeting.ts";
import type { RoomView } from "../../../../client/shared/room_view.ts";
import type { Message } from "../../../../lib/model/message.ts";

const message = (more: Partial<Message> = {}): Message => ({
  id: 1,
  project_id: 7,
  user: "alice",
  message: "hello",
  timestamp: "2026-11-26T10:00:00.000Z",
  ...more,
});

const NOTICE = message({
  notice: { kind: "added", users: ["bob"] } as unknown as Message["notice"],
});

const VIEW: RoomView = {
  project: { id: 7, name: "Website", owner: "alice", created_at: "2026-11-26T10:00:00.000Z" },
  role: "owner",
  members: [],
  messages: [NOTICE],
  more: false,
  newer: false,
  cursor: { message: 0, change: 0 },
  unread: 0,
  mentions: 0,
  last_read_id: 0,
};

Deno.test("a room greets its owner until somebody writes, and nobody else", () => {
  const greets = (view: Partial<RoomView>, me = "alice") =>
    roomGreeting({ ...VIEW, ...view }, me, "en") !== undefined;
  assert.ok(greets({}));
  assert.ok(greets({ messages: [] }));
  assert.ok(!greets({}, "bob"));
  assert.ok(!greets({ messages: [NOTICE, message()] }));
  assert.ok(!greets({ messages: [message({ deleted: true })] }), "somebody has written");
  assert.ok(!greets({ messages: [], newer: true }));
  assert.ok(!greets({ more: true }));
  assert.ok(!greets({ project: { ...VIEW.project, archived: true } }));
});

Deno.test("every step of the greeting leads to its own project, in both languages", () => {
  for (const language of ["vi", "en"] as const) {
    const { steps } = roomGreeting(VIEW, "alice", language)!;
    assert.deepEqual(
      steps.map(({ href }) => href),
      ["#message", "/projects/7/people#members", "", "/projects/7/settings", ""],
    );
    for (const { text, hint } of steps) assert.ok(text !== "" && hint !== "");
  }
});
