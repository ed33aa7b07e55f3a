import assert from "node:assert/strict";
import type { UpstreamSession } from "../../../client/session/upstream_session.ts";
import type { RoomView } from "../../../client/shared/room_view.ts";
import { ChungError } from "../../../lib/errors.ts";
import { Reader, withSessions } from "./sessions.ts";

interface Room {
  alice: UpstreamSession;
  bob: UpstreamSession;
  id: number;
  /** The ids of Alice's messages, whose texts are their positions: "0", "1" and so on. */
  ids: number[];
}

/** Runs with a room of Alice and Bob that has messages by her. */
async function withRoom(messages: number, run: (room: Room) => Promise<void>): Promise<void> {
  await withSessions(async ({ session }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const { id } = await alice.createProject("Website");
    await alice.addMembers(id, "bob");
    const ids: number[] = [];
    while (ids.length < messages) {
      const next = Array.from({ length: Math.min(200, messages - ids.length) }, (_, i) => i);
      const sent = next.map((i) => alice.chat(id, String(ids.length + i)));
      ids.push(...(await Promise.all(sent)).map((message) => message.id));
    }
    await run({ alice, bob, id, ids });
  });
}

/** The positions of the first and last message on the page, and the flags. */
function shape({ messages, more, newer }: RoomView) {
  const written = messages.filter(({ notice }) => notice === undefined);
  const texts = written.map(({ message }) => Number(message));
  const [first, last] = [texts[0], texts.at(-1)];
  assert.deepEqual(texts, texts.map((_, i) => first + i), "a page has no gap");
  return { first, last, more, newer };
}

Deno.test("room shows a room in which nobody has written", async () => {
  await withRoom(0, async ({ alice, id }) => {
    for (const at of [null, 1, 999]) {
      const view = await alice.room(id, at);
      const notices = view.messages.map(({ notice }) => notice);
      assert.deepEqual(notices, [{ change: "added", users: ["bob"] }]);
      assert.deepEqual([view.more, view.newer], [false, false]);
      assert.deepEqual(view.cursor, { message: view.messages[0].id, change: 0 });
    }
  });
});

Deno.test("room shows the newest page to its author, and the first unread to others", async () => {
  await withRoom(300, async ({ alice, bob, id, ids }) => {
    const own = await alice.room(id, null);
    assert.deepEqual(shape(own), { first: 200, last: 299, more: true, newer: false });
    assert.deepEqual([own.unread, own.mentions, own.cursor.message], [0, 0, ids[299]]);

    const cases: { read: number | null; shown: ReturnType<typeof shape>; unread: number }[] = [
      { read: null, shown: { first: 0, last: 69, more: false, newer: true }, unread: 300 },
      { read: 99, shown: { first: 70, last: 169, more: true, newer: true }, unread: 200 },
      { read: 198, shown: { first: 169, last: 268, more: true, newer: true }, unread: 101 },
      { read: 199, shown: { first: 200, last: 299, more: true, newer: false }, unread: 100 },
      { read: 298, shown: { first: 200, last: 299, more: true, newer: false }, unread: 1 },
      { read: 299, shown: { first: 200, last: 299, more: true, newer: false }, unread: 0 },
    ];
    for (const { read, shown, unread } of cases) {
      if (read !== null) {
        assert.deepEqual(await bob.read(id, ids[read]), { unread, mentions: 0 });
      }
      const view = await bob.room(id, null);
      assert.deepEqual(shape(view), shown, `read up to ${read}`);
      assert.equal(view.unread, unread);
      assert.equal(view.cursor.message, ids[299], "events go on after all that there is");
      assert.equal(view.last_read_id, read === null ? ids[0] - 1 : ids[read]);
    }
  });
});

Deno.test("room shows the newest page when what is not read before it is one's own or deleted", async () => {
  await withRoom(2, async ({ alice, bob, id, ids }) => {
    for (let i = 2; i < 120; i++) ids.push((await bob.chat(id, String(i))).id);
    await alice.chat(id, "120");
    for (const deleted of ids.slice(0, 2)) await alice.delete(deleted);
    const view = await bob.room(id, null);
    assert.deepEqual([view.unread, view.newer, view.messages.at(-1)!.message], [1, false, "120"]);
  });
});

Deno.test("room shows the messages around one that is asked for", async () => {
  await withRoom(200, async ({ alice, bob, id, ids }) => {
    const cases: [number, ReturnType<typeof shape>][] = [
      [ids[0], { first: 0, last: 50, more: false, newer: true }],
      [ids[100], { first: 51, last: 150, more: true, newer: true }],
      [ids[149], { first: 100, last: 199, more: true, newer: false }],
      [ids[199], { first: 150, last: 199, more: true, newer: false }],
      [ids[199] + 1_000, { first: 150, last: 199, more: true, newer: false }],
    ];
    for (const session of [alice, bob]) {
      for (const [at, shown] of cases) {
        const view = await session.room(id, at);
        assert.deepEqual(shape(view), shown, String(at));
        assert.equal(view.cursor.message, ids[199]);
      }
    }
    for (const at of [-1, 1.5, NaN, Number.MAX_SAFE_INTEGER]) {
      await assert.rejects(alice.room(id, at), ChungError, String(at));
    }
  });
});

Deno.test("history and message find what there is, and nothing of another project", async () => {
  await withRoom(130, async ({ alice, bob, id, ids }) => {
    const older = await bob.history(id, { before: ids[120] });
    assert.deepEqual([older.messages.map((message) => message.id), older.more], [
      ids.slice(20, 120),
      true,
    ]);
    const newer = await bob.history(id, { after: ids[100] });
    assert.deepEqual([newer.messages.map((message) => message.id), newer.more], [
      ids.slice(101),
      false,
    ]);
    assert.equal((await bob.message(id, ids[7]))?.message, "7");
    const other = await alice.createProject("Other");
    const elsewhere = await alice.chat(other.id, "elsewhere");
    for (const nothing of [0, elsewhere.id, 999_999]) {
      assert.equal(await alice.message(id, nothing), null);
    }
  });
});

Deno.test("the events go on where any page ends when messages and edits come meanwhile", async () => {
  await withRoom(150, async ({ alice, bob, id, ids }) => {
    const editing = (async () => {
      for (let i = 0; i < 60; i++) {
        await Promise.all([
          alice.chat(id, `new ${i}`),
          alice.edit(ids[i * 2], `edited ${i}`),
          ...i % 10 === 0 ? [alice.delete(ids[i * 2 + 1])] : [],
        ]);
      }
    })();
    const readers = [];
    for (const at of [null, ids[3], ids[100], ids[149]]) {
      const view = await bob.room(id, at);
      readers.push({ view, reader: new Reader(bob.events(id, view.cursor)) });
    }
    await editing;
    const end = await alice.chat(id, "the end");
    const log = new Map<number, string>();
    for (let more = true, after = 0; more;) {
      const page = await alice.history(id, { after });
      for (const message of page.messages) log.set(message.id, message.message);
      ({ more } = page);
      after = page.messages.at(-1)!.id;
    }
    for (const { view, reader } of readers) {
      await reader.messages("the end");
      const seen = reader.events.flatMap(({ type, data }) => type === "chat" ? [data.id] : []);
      const expected = [...log.keys()].filter((key) => key > view.cursor.message && key <= end.id);
      assert.deepEqual(seen, expected, "each message after the page, once");
      const shown = new Map(view.messages.map(({ id, message }) => [id, message]));
      for (const { type, data } of reader.events) {
        if (type === "chat" || type === "edit" || type === "delete") {
          if (type === "chat" || shown.has(data.id)) shown.set(data.id, data.message);
        }
      }
      for (const [key, text] of shown) assert.equal(text, log.get(key), "as it is now");
    }
  });
});
