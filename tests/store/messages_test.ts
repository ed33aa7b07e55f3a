import assert from "node:assert/strict";
import {
  addMessage,
  addProject,
  addUser,
  refusal,
  START,
  testEachStore,
  view,
  WHOLE,
} from "./each_store.ts";

testEachStore("addMessage stores what the pages then give", async (store) => {
  const alice = await addUser(store, "Alice");
  const projectId = await addProject(store, alice);
  const text = "chào\nbạn\t\\ 👋 '; DROP TABLE chats";
  const { message, duplicate } = await store.write("addMessage", {
    projectId,
    userId: alice,
    text,
    at: START + 123,
    tag: null,
  }).promise();
  assert.deepEqual(message, {
    id: 1,
    project_id: projectId,
    user: "Alice",
    message: text,
    timestamp: "2026-11-23T08:00:00.123Z",
  });
  assert.equal(duplicate, false);
  const page = { messages: [message], more: false };
  assert.deepEqual(await store.messagesBefore(projectId, null, WHOLE), page);
  assert.deepEqual(await store.messagesAfter(projectId, 0, WHOLE), page);
});

testEachStore("addMessage refuses strangers and rooms that don't exist", async (store) => {
  const alice = await addUser(store, "alice");
  const bob = await addUser(store, "bob");
  const projectId = await addProject(store, alice);
  await assert.rejects(addMessage(store, projectId, bob), refusal("not_a_member"));
  await assert.rejects(addMessage(store, 99, alice), refusal("project_not_found", /99/));
  assert.equal((await view(store, projectId, alice)).lastId, 0);
});

testEachStore("addMessage gives the first result when a tag comes again", async (store) => {
  const alice = await addUser(store, "alice");
  const projectId = await addProject(store, alice);
  const add = (text: string, tag: string | null, at = START) =>
    store.write("addMessage", { projectId, userId: alice, text, at, tag }).promise();
  // The same word may tag another action.
  await store.write("createProject", { name: "Other", ownerId: alice, at: START, tag: "t" })
    .promise();
  const [first, inBatch, untagged] = await Promise.all([
    add("1", "t"),
    add("1", "t"),
    add("3", null),
  ]);
  const later = await add("1", "t", START + 1_000);
  assert.deepEqual([first.duplicate, first.ordinal], [false, 1]);
  const again = { message: first.message, duplicate: true, ordinal: 1, mentioned: [] };
  assert.deepEqual(inBatch, again);
  assert.deepEqual(later, again);
  assert.equal(untagged.duplicate, false);
  const { messages } = await store.messagesAfter(projectId, 0, WHOLE);
  assert.deepEqual(messages, [first.message, untagged.message]);
});

testEachStore(
  "addMessage never lets a room's timestamps go back when the clock does",
  async (store) => {
    const alice = await addUser(store, "alice");
    const [one, two] = [await addProject(store, alice), await addProject(store, alice)];
    const sent = [[one, 10], [one, 5], [two, 3], [one, 20], [two, 1], [one, 19]] as const;
    // Half in one batch, half one by one.
    const messages = await Promise.all(
      sent.slice(0, 3).map(([room, at]) => addMessage(store, room, alice, "hi", START + at)),
    );
    for (const [room, at] of sent.slice(3)) {
      messages.push(await addMessage(store, room, alice, "hi", START + at));
    }
    assert.deepEqual(
      messages.map((message) => Date.parse(message.timestamp) - START),
      [10, 10, 3, 20, 3, 20],
    );
  },
);

testEachStore(
  "writes are settled in the order they were asked for, without a turn between",
  async (store) => {
    const alice = await addUser(store, "alice");
    const projectId = await addProject(store, alice);
    const seen: (number | string)[] = [];
    const settled = Array.from({ length: 50 }, (_, i) => {
      // Every fifth is refused, without disturbing the order.
      const room = i % 5 === 4 ? 99 : projectId;
      const commit = store.write("addMessage", {
        projectId: room,
        userId: alice,
        text: `${i}`,
        at: START,
        tag: null,
      }).map(({ message }) => message);
      commit.settle((message) => {
        seen.push(message.message);
        queueMicrotask(() => seen.push("microtask"));
      }, () => seen.push(`${i}`));
      return commit.promise().catch(() => {});
    });
    await Promise.all(settled);
    const order = Array.from({ length: 50 }, (_, i) => `${i}`);
    assert.deepEqual(seen.filter((entry) => entry !== "microtask"), order);
    assert.deepEqual(seen.slice(0, 50), order);
  },
);

testEachStore("reads see a write when its commit is settled", async (store) => {
  const alice = await addUser(store, "alice");
  const projectId = await addProject(store, alice);
  for (let i = 0; i < 20; i++) {
    const { id } = await addMessage(store, projectId, alice);
    assert.equal((await view(store, projectId, alice)).lastId, id);
  }
});

testEachStore("the last id of a room is that of its own newest message", async (store) => {
  const alice = await addUser(store, "alice");
  const [one, two] = [await addProject(store, alice), await addProject(store, alice)];
  assert.equal((await view(store, one, alice)).lastId, 0);
  const { id } = await addMessage(store, one, alice);
  await addMessage(store, two, alice);
  assert.equal((await view(store, one, alice)).lastId, id);
});
