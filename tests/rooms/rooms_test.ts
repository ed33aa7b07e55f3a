import assert from "node:assert/strict";
import type { Change } from "../../lib/model/change.ts";
import type { Message } from "../../lib/model/message.ts";
import type { Session } from "../../lib/model/session.ts";
import { encodeLine } from "../../lib/protocol/encode_line.ts";
import type { AddressedEvent } from "../../lib/rooms/addressed_event.ts";
import type { Peer } from "../../lib/rooms/peer.ts";
import { Rooms } from "../../lib/rooms/rooms.ts";

const PROJECT = 7;

/** A connection that keeps what it is sent. */
class Connection implements Peer {
  readonly address = "192.0.2.1";
  closed = false;
  trusted = true;
  readonly lines: string[] = [];

  constructor(readonly id: number) {}

  admit(): boolean {
    return true;
  }

  send(line: Uint8Array): void {
    this.lines.push(new TextDecoder().decode(line).trim());
  }
}

function sessionOf(id: number, username: string): Session {
  return { id: `session ${id}`, user: { id, username, role: "user" }, expiresAt: 2e9 };
}

function enter(rooms: Rooms, connection: Connection, session: Session): void {
  rooms.hold(connection, PROJECT);
  rooms.admit(connection, PROJECT, session, 0, false);
  rooms.release(connection, PROJECT);
}

/** Publishes events as another process would that has them as JSON. */
function publish(rooms: Rooms, events: AddressedEvent[]): void {
  for (const event of events) {
    const received = JSON.parse(JSON.stringify(event)) as AddressedEvent;
    assert.deepEqual(received, event);
    rooms.publish(received, encodeLine(event.type));
  }
}

const MESSAGE: Message = {
  id: 30,
  project_id: PROJECT,
  user: "an",
  message: "hi @cuc",
  timestamp: "2026-11-26T08:00:00.000Z",
};

Deno.test("who hears of a message is derived from the fact that it was stored", () => {
  const rooms = new Rooms();
  const [an, binh, cuc, dung, elsewhere] = [101, 102, 103, 104, 105].map((id) =>
    new Connection(id)
  );
  enter(rooms, an, sessionOf(1, "an"));
  enter(rooms, binh, sessionOf(2, "binh"));
  const read = (lastReadId: number, offset: number) =>
    [[PROJECT, { lastReadId, offset }]] as [number, { lastReadId: number; offset: number }][];
  rooms.watchers.watch(binh, sessionOf(2, "binh"), read(29, 10));
  rooms.watchers.watch(cuc, sessionOf(3, "cuc"), read(20, 8));
  rooms.watchers.watch(dung, sessionOf(4, "dung"), read(10, 5));
  rooms.watchers.watch(elsewhere, sessionOf(5, "em"), []);
  const change: Change = {
    kind: "message_added",
    projectId: PROJECT,
    message: MESSAGE,
    by: "an",
    authorId: 1,
    ordinal: 11,
    mentioned: [{ id: 3 }],
  };
  const events = rooms.apply(change, an.id);
  assert.deepEqual(events, [
    {
      type: "chat",
      data: MESSAGE,
      by: "an",
      to: { projectId: PROJECT, exceptConnection: an.id },
    },
    {
      type: "unread",
      data: { project_id: PROJECT, unread: 3, message: MESSAGE },
      by: "an",
      to: { connections: [cuc.id] },
    },
    {
      type: "unread",
      data: { project_id: PROJECT, unread: 6, message: MESSAGE },
      by: "an",
      to: { connections: [dung.id] },
      recorded: false,
    },
    { type: "mention", data: MESSAGE, by: "an", to: { watchersOf: [3] } },
  ]);
  publish(rooms, events);
  assert.deepEqual(an.lines, []);
  assert.deepEqual(binh.lines, ["chat"]);
  assert.deepEqual(cuc.lines, ["unread", "mention"]);
  assert.deepEqual(dung.lines, ["unread"]);
  assert.deepEqual(elsewhere.lines, []);
});

Deno.test("a connection is found by its id until it is closed, also once it has left every room", () => {
  const rooms = new Rooms();
  const [entered, watching] = [new Connection(1), new Connection(2)];
  enter(rooms, entered, sessionOf(1, "an"));
  rooms.watchers.watch(watching, sessionOf(1, "an"), []);
  publish(rooms, rooms.endSessions(({ user }) => user.id === 1));
  assert.deepEqual([entered.lines, watching.lines], [["token_ended"], ["token_ended"]]);
  rooms.disconnect(entered);
  const to = { connections: [entered.id, watching.id] };
  publish(rooms, [{ type: "token_ended", data: { user: "an" }, by: "an", to }]);
  assert.deepEqual([entered.lines.length, watching.lines.length], [1, 2]);
});
