import assert from "node:assert/strict";
import type { RoomLog } from "../../../../client/components/room/room_log.ts";
import { firstNew, unreadCount } from "../../../../client/components/room/room_unread.ts";
import type { Message } from "../../../../lib/model/message.ts";

/** Messages from id `first` on: `b` by bob, `a` by the reader alice, `d` by bob and deleted, `n` a notice. */
function log(first: number, authors: string, window: Partial<RoomLog> = {}): RoomLog {
  const messages = [...authors].map((author, at): Message => ({
    id: first + at,
    project_id: 1,
    user: author === "a" ? "alice" : "bob",
    message: "",
    timestamp: "2026-11-23T08:15:30.123Z",
    ...(author === "d" ? { deleted: true } : {}),
    ...(author === "n" ? { notice: { change: "archived" } } : {}),
  }));
  return { messages, older: false, newer: false, newest: 0, changed: new Map(), ...window };
}

Deno.test("unreadCount counts others' messages where the window holds all, and else trusts the server", () => {
  const cases: [RoomLog, lastRead: number, expected: number][] = [
    [log(1, "babbd"), 0, 3],
    [log(1, "nbn"), 0, 1],
    [log(1, "babbd"), 1, 2],
    [log(1, "babbd"), 5, 0],
    [log(3, "bb", { older: true }), 3, 1],
    [log(3, "bb", { older: true }), 2, 99],
    [log(1, "bb", { newer: true }), 1, 99],
    [log(1, ""), 0, 0],
  ];
  for (const [log, lastRead, expected] of cases) {
    assert.equal(unreadCount({ log, me: "alice", lastRead, unread: 99 }), expected);
  }
});

Deno.test("firstNew is the first message of others after the mark, where that is known", () => {
  const cases: [RoomLog, newAfter: number | null, expected: number][] = [
    [log(1, "bbb"), null, 0],
    [log(1, "bbb"), 0, 1],
    [log(1, "badb"), 1, 4],
    [log(1, "bnb"), 1, 3],
    [log(1, "baa"), 1, 0],
    [log(5, "bb", { older: true }), 4, 0],
    [log(5, "bb", { older: true }), 5, 6],
  ];
  for (const [log, newAfter, expected] of cases) {
    assert.equal(firstNew(log, "alice", newAfter), expected);
  }
});
