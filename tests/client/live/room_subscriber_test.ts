import assert from "node:assert/strict";
import { NOTHING } from "../../../client/shared/cursor.ts";
import type { RoomEvent } from "../../../client/shared/live_events.ts";
import { RoomSubscriber } from "../../../client/live/room_subscriber.ts";
import type { Message } from "../../../lib/model/message.ts";

function message(id: number, text = `m${id}`): Message {
  return { id, project_id: 1, user: "bob", message: text, timestamp: "2026-11-23T08:15:30.123Z" };
}

const project = { id: 1, name: "Website", owner: "bob", created_at: "2026-11-23T08:00:00.000Z" };

/** Collects events until the stream ends. */
async function drain(subscriber: RoomSubscriber): Promise<RoomEvent[]> {
  const events: RoomEvent[] = [];
  for await (const event of subscriber) events.push(event);
  return events;
}

const ids = (events: RoomEvent[]) =>
  events.flatMap(({ type, data }) => type === "chat" ? [data.id] : []);

Deno.test("RoomSubscriber gives each message once when pages and events overlap", async () => {
  const subscriber = new RoomSubscriber({ message: 2, change: 0 }, () => {});
  for (const id of [1, 2, 3, 4, 3, 4, 5, 5]) subscriber.message(message(id));
  subscriber.end();
  assert.deepEqual(ids(await drain(subscriber)), [3, 4, 5]);
});

Deno.test("RoomSubscriber ends after what waits when its reader is too slow", async () => {
  const cases = [
    { limits: { events: 3, size: 1_000_000 }, text: "x", given: 3 },
    { limits: { events: 100, size: 1_000 }, text: "x".repeat(300), given: 2 },
  ];
  for (const { limits, text, given } of cases) {
    let closed = 0;
    const subscriber = new RoomSubscriber(NOTHING, () => closed++, limits);
    for (let id = 1; id <= 10; id++) subscriber.message(message(id, text));
    assert.equal(closed, 1);
    assert.equal(subscriber.cursor.message, given, "what was dropped does not count as given");
    const expected = Array.from({ length: given }, (_, i) => i + 1);
    assert.deepEqual(ids(await drain(subscriber)), expected);
  }
});

Deno.test("RoomSubscriber never fills up when it is read", async () => {
  const subscriber = new RoomSubscriber(NOTHING, () => {}, { events: 1, size: 10 });
  const read: number[] = [];
  for (let id = 1; id <= 5; id++) {
    const next = subscriber.next();
    subscriber.message(message(id));
    read.push(...ids([(await next).value]));
  }
  assert.deepEqual(read, [1, 2, 3, 4, 5]);
  subscriber.close();
});

Deno.test("RoomSubscriber gives at once what waits, up to a size, and makes room by it", async () => {
  const subscriber = new RoomSubscriber(NOTHING, () => {}, { events: 3, size: 1_000_000 });
  assert.deepEqual(subscriber.take(1_000), []);
  for (const id of [1, 2, 3]) subscriber.message(message(id, "x".repeat(300)));
  assert.deepEqual(ids(subscriber.take(600)), [1, 2]);
  for (const id of [4, 5]) subscriber.message(message(id));
  assert.deepEqual(ids([(await subscriber.next()).value]), [3]);
  assert.deepEqual(ids(subscriber.take(1_000_000)), [4, 5]);
  const next = subscriber.next();
  subscriber.message(message(6));
  assert.deepEqual(ids([(await next).value]), [6]);
  subscriber.close();
});

Deno.test("RoomSubscriber tells the presence again when the connection was lost", async () => {
  const subscriber = new RoomSubscriber(NOTHING, () => {});
  const entered: RoomEvent = { type: "enter", data: { project_id: 1, user: "bob" } };
  subscriber.notice(entered);
  subscriber.presence(project, []);
  subscriber.presence(project, []);
  subscriber.notice(entered);
  subscriber.offline();
  subscriber.offline();
  subscriber.notice(entered);
  subscriber.presence(project, []);
  subscriber.end({ type: "ended", data: { reason: "logged_out" } });
  subscriber.message(message(1));
  assert.deepEqual(await drain(subscriber), [
    { type: "presence", data: { project, members: [] } },
    entered,
    { type: "connection", data: { online: false } },
    { type: "connection", data: { online: true } },
    { type: "presence", data: { project, members: [] } },
    { type: "ended", data: { reason: "logged_out" } },
  ]);
});

Deno.test("RoomSubscriber forgets what waits when its reader is gone", async () => {
  let closed = 0;
  const subscriber = new RoomSubscriber(NOTHING, () => closed++);
  subscriber.message(message(1));
  subscriber.close();
  subscriber.close();
  subscriber.message(message(2));
  assert.deepEqual(await drain(subscriber), []);
  assert.equal(closed, 1);
  const waiting = new RoomSubscriber(NOTHING, () => {});
  const next = waiting.next();
  waiting.close();
  assert.equal((await next).done, true);
});
