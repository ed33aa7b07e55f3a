import assert from "node:assert/strict";
import fc from "fast-check";
import type { Message } from "../../lib/model/message.ts";
import type { PageSize } from "../../lib/store/store.ts";
import { addMessage, addProject, addUser, START, testEachStore } from "./each_store.ts";

/** A reference implementation of pages, on an array ordered by distance from the page's start. */
function modelPage(nearestFirst: Message[], { limit, bytes }: PageSize) {
  const messages: Message[] = [];
  let total = 0;
  for (const message of nearestFirst) {
    total += new TextEncoder().encode(message.message).length;
    if (messages.length === limit) break;
    if (messages.length > 0 && total > bytes) break;
    messages.push(message);
  }
  return { messages, more: messages.length < nearestFirst.length };
}

testEachStore("messagesBefore and messagesAfter give the pages of a plain array", async (store) => {
  const alice = await addUser(store, "alice");
  const rooms = [await addProject(store, alice), await addProject(store, alice)];
  const texts = fc.sample(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), {
    numRuns: 300,
    seed: 20261123,
  });
  const messages: Message[] = await Promise.all(
    texts.map((text, i) => addMessage(store, rooms[i % 2], alice, text, START + i)),
  );
  const size = fc.record({
    limit: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.constantFrom(63, 64, 65, 150)),
    bytes: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 12_000 })),
  });
  const start = fc.integer({ min: 0, max: 310 });
  await fc.assert(
    fc.asyncProperty(size, start, fc.constantFrom(...rooms), async (size, id, room) => {
      const log = messages.filter((message) => message.project_id === room);
      const after = modelPage(log.filter((message) => message.id > id), size);
      assert.deepEqual(await store.messagesAfter(room, id, size), after);
      const before = modelPage(log.filter((message) => message.id < id).reverse(), size);
      before.messages.reverse();
      assert.deepEqual(await store.messagesBefore(room, id, size), before);
      const newest = modelPage(log.toReversed(), size);
      newest.messages.reverse();
      assert.deepEqual(await store.messagesBefore(room, null, size), newest);
    }),
  );
});

testEachStore("paging to the end gives each message once when pages are small", async (store) => {
  const alice = await addUser(store, "alice");
  const projectId = await addProject(store, alice);
  const sent = await Promise.all(
    Array.from({ length: 150 }, (_, i) => addMessage(store, projectId, alice, "é".repeat(i))),
  );
  for (const size of [{ limit: 7, bytes: 1e6 }, { limit: 1_000, bytes: 500 }]) {
    const forward: Message[] = [];
    for (let more = true; more;) {
      const page = await store.messagesAfter(projectId, forward.at(-1)?.id ?? 0, size);
      forward.push(...page.messages);
      more = page.more;
    }
    assert.deepEqual(forward, sent);
    const back: Message[] = [];
    for (let more = true; more;) {
      const page = await store.messagesBefore(projectId, back[0]?.id ?? null, size);
      back.unshift(...page.messages);
      more = page.more;
    }
    assert.deepEqual(back, sent);
  }
});

testEachStore("a page is empty without more when the room is", async (store) => {
  const projectId = await addProject(store, await addUser(store, "alice"));
  const empty = { messages: [], more: false };
  for (const id of [projectId, 99]) {
    assert.deepEqual(await store.messagesBefore(id, null, { limit: 10, bytes: 10 }), empty);
    assert.deepEqual(await store.messagesAfter(id, 0, { limit: 10, bytes: 10 }), empty);
  }
});
