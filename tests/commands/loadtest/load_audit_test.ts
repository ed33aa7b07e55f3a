import assert from "node:assert/strict";
import {
  auditRoom,
  type FaultKind,
  type LoadMessage,
  type MemberRecord,
} from "../../../lib/commands/loadtest/load_audit.ts";

const STORED: LoadMessage[] = [
  { id: 4, user: "a", text: "a1" },
  { id: 5, user: "b", text: "b1" },
  { id: 7, user: "a", text: "a2" },
];

interface Room {
  a: MemberRecord;
  b: MemberRecord;
  stored: LoadMessage[];
}

/** A room in which all is well. */
function soundRoom(): Room {
  const [first, second, third] = STORED;
  return {
    a: { user: "a", acknowledged: [first, third], delivered: [second] },
    b: { user: "b", acknowledged: [second], delivered: [first, third] },
    stored: [...STORED],
  };
}

function faultsOf({ a, b, stored }: Room): [FaultKind, number, string?][] {
  return auditRoom(1, [a, b], stored)
    .map(({ kind, id, member }) => member === undefined ? [kind, id] : [kind, id, member]);
}

Deno.test("the audit of a load finds nothing where everything was stored and delivered", () => {
  assert.deepEqual(faultsOf(soundRoom()), []);
  assert.deepEqual(auditRoom(1, [], []), []);
});

Deno.test("the audit of a load names each message that was lost, altered, doubled or moved", () => {
  const cases: [string, (room: Room) => void, ReturnType<typeof faultsOf>][] = [
    ["lost in the store", (room) => room.stored.splice(1, 1), [["missing", 5]]],
    ["the last one lost", (room) => room.stored.pop(), [["missing", 7]]],
    ["all lost", (room) => room.stored = [], [["missing", 4], ["missing", 7], ["missing", 5]]],
    [
      "another text",
      (room) => room.stored[0] = { ...STORED[0], text: "a1 " },
      [["altered", 4]],
    ],
    ["another author", (room) => room.stored[0] = { ...STORED[0], user: "b" }, [["altered", 4]]],
    [
      "stored twice under another id",
      (room) => room.stored.push({ ...STORED[0], id: 8 }),
      [["doubled", 8], ["unacknowledged", 8]],
    ],
    ["stored twice under its id", (room) => room.stored.push(STORED[2]), [["doubled", 7]]],
    ["stored in another order", (room) => room.stored.reverse(), [
      ["disordered", 5],
      ["disordered", 4],
    ]],
    [
      "texts of one sender exchanged",
      (room) =>
        room.stored = [{ ...STORED[0], text: "a2" }, STORED[1], { ...STORED[2], text: "a1" }],
      [["altered", 4], ["altered", 7]],
    ],
    ["acknowledged in another order", ({ a }) => a.acknowledged.reverse(), [["disordered", 4]]],
    ["not acknowledged", ({ a, b }) => {
      a.acknowledged.pop();
      b.delivered.pop();
    }, [["unacknowledged", 7]]],
    ["not delivered", ({ b }) => b.delivered.shift(), [["undelivered", 4, "b"]]],
    ["delivered twice", ({ b }) => b.delivered.push(STORED[2]), [["misdelivered", 7, "b"]]],
    ["delivered in another order", ({ b }) => b.delivered.reverse(), [["misdelivered", 4, "b"]]],
    [
      "delivered with another text",
      ({ b }) => b.delivered[0] = { ...STORED[0], text: "" },
      [["misdelivered", 4, "b"]],
    ],
    [
      "delivered to its sender",
      ({ b }) => b.delivered.splice(1, 0, STORED[1]),
      [["misdelivered", 5, "b"]],
    ],
  ];
  for (const [name, doctor, expected] of cases) {
    const room = soundRoom();
    doctor(room);
    assert.deepEqual(faultsOf(room), expected, name);
  }
});
