import assert from "node:assert/strict";
import { NOTHING } from "../../../client/shared/cursor.ts";
import type { FeedEvents, SharedEvent } from "../../../client/shared/shared_events.ts";
import { startTestServer } from "../../server_fixture.ts";
import { startTestClient, type TestBrowser } from "../test_browser.ts";
import { EventReader } from "./event_reader.ts";
import { withSessions } from "../session/sessions.ts";

type FeedEvent = { type: "feed"; data: FeedEvents };

/** Reads until a feed's event of a type, and returns all of the feed's texts on the way. */
async function until(
  stream: { next(): Promise<IteratorResult<SharedEvent>> },
  feed: string,
  fits: (type: string, data: unknown) => boolean,
): Promise<string[]> {
  const texts: string[] = [];
  for (;;) {
    const { value, done } = await stream.next();
    assert(!done, "the stream goes on");
    if (value.type !== "feed" || value.data.feed !== feed) continue;
    for (const [type, data] of (value as FeedEvent).data.events) {
      if (type === "chat") texts.push((data as { message: string }).message);
      if (fits(type, data)) return texts;
    }
  }
}

Deno.test("a shared stream carries each room once for each tab, from where the tab stands", async () => {
  await withSessions(async ({ session }) => {
    const alice = await session("alice");
    const { id } = await alice.createProject("Website");
    const first = await alice.chat(id, "one");
    const stream = alice.shared();
    assert.deepEqual((await stream.next()).value, { type: "stream", data: { key: stream.key } });
    stream.openRoom("1", id, NOTHING);
    stream.openRoom("2", id, { message: first.id, change: 0 });
    await until(stream, "2", (type) => type === "presence");
    await alice.chat(id, "two");
    const isTwo = (_: string, data: unknown) => (data as { message?: string }).message === "two";
    assert.deepEqual(await until(stream, "2", isTwo), ["two"]);
    stream.closeFeed("2");
    stream.openRoom("3", id, NOTHING);
    assert.deepEqual(await until(stream, "3", isTwo), ["one", "two"]);
    stream.close();
    assert.equal((await stream.next()).done, true);
    assert.equal(alice.sharedStream(stream.key), undefined);
    assert.equal(alice.busy, false);
  });
});

Deno.test("a shared stream tells why it ends, after what its rooms tell", async () => {
  await withSessions(async ({ session }) => {
    const alice = await session("alice");
    const { id } = await alice.createProject("Website");
    const stream = alice.shared();
    stream.openRoom("1", id, NOTHING);
    stream.openList();
    await until(stream, "1", (type) => type === "presence");
    await alice.logout();
    const types: string[] = [];
    for (;;) {
      const { done, value } = await stream.next();
      if (done) break;
      types.push(
        value.type === "feed" ? value.data.events.map(([type]) => type).join() : value.type,
      );
    }
    assert.equal(types.at(-1), "ended");
    const late = alice.shared();
    assert.equal((await late.next()).value.type, "stream");
    assert.equal((await late.next()).value.type, "ended");
    assert.equal((await late.next()).done, true);
  });
});

Deno.test("a shared stream says that a feed is over when its browser reads too slowly", async () => {
  await withSessions(async ({ session }) => {
    const alice = await session("alice");
    const { id } = await alice.createProject("Website");
    const stream = alice.shared();
    stream.openRoom("1", id, NOTHING);
    await until(stream, "1", (type) => type === "presence");
    for (let i = 0; i < 90; i++) await alice.chat(id, `${i} ${"x".repeat(15_900)}`);
    let [last, position, over] = ["", "", false];
    while (!over) {
      const { value } = await stream.next();
      if (value.type !== "feed") continue;
      for (const [, data, at] of value.data.events) {
        last = (data as { message?: string }).message?.split(" ")[0] ?? last;
        position = at ?? position;
      }
      over = value.data.over === true;
    }
    assert(Number(last) < 89, "not everything waited");
    const [message, change] = position.split(".").map(Number);
    stream.openRoom("2", id, { message, change });
    const rest = await until(
      stream,
      "2",
      (_, data) => (data as { message?: string }).message?.startsWith("89 ") ?? false,
    );
    assert.deepEqual(
      rest.map((text) => Number(text.split(" ")[0])),
      Array.from({ length: 89 - Number(last) }, (_, at) => Number(last) + 1 + at),
    );
    stream.close();
  });
});

Deno.test("a shared stream is changed by its own person alone", async () => {
  const server = await startTestServer();
  const client = await startTestClient(server);
  try {
    const [alice, bob] = [client.browser(), client.browser()];
    await alice.join("alice");
    await bob.join("bob");
    const path = await alice.makeProject("Website");
    const project = path.split("/").at(-1)!;
    const accept = { accept: "text/event-stream" };
    const stream = new EventReader(await alice.get("/events/shared", accept));
    const { key } = (await stream.next())!.data;
    const change = async (browser: TestBrowser, fields: Record<string, string>, query = "") => {
      const { status } = await browser.post(`/events/shared${query}`, { stream: key, ...fields });
      return status;
    };
    assert.equal(await change(bob, { open: `1 ${project} 0.0` }), 404);
    assert.equal(await change(client.browser(), { open: `1 ${project} 0.0` }), 404);
    assert.equal(await change(alice, { stream: "x" }), 404);
    assert.equal(await change(alice, { open: `1 ${project} 0.0` }, "?user=bob"), 404);
    assert.equal(await change(alice, { open: `x,1 x 0.0,__proto__ 1 1,7 ${project} 0.0` }), 204);
    const { data } = (await stream.next())!;
    assert.deepEqual([data.feed, data.events[0][0]], ["7", "presence"]);
    // A room that is none of hers ends by itself, not the stream.
    assert.equal(await change(alice, { close: "7", open: "8 999 0.0,list" }), 204);
    const heard = new Map<string, string>();
    while (heard.size < 2) {
      const { data } = (await stream.next())!;
      // An ended feed is over, too.
      const types = data.events.map(([type]: [string]) => type);
      if (data.feed !== "7" && !data.over && types[0] !== "tasks") heard.set(data.feed, types[0]);
    }
    assert.deepEqual([heard.get("8"), heard.get("list")], ["ended", "projects"]);
    await stream.cancel();
    assert.equal((await alice.head("/events/shared")).status, 405);
  } finally {
    client.close();
    await server.close();
  }
});
