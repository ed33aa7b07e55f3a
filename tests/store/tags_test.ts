import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { migrate, MIGRATIONS } from "../../lib/store/sqlite/startup/migrations.ts";
import { Writer } from "../../lib/store/sqlite/writes/writer.ts";
import { addProject, addUser, START, testEachStore, WHOLE } from "./each_store.ts";

testEachStore("a tag that comes again with something else stores nothing", async (store) => {
  const alice = await addUser(store, "alice");
  const [one, two] = [await addProject(store, alice), await addProject(store, alice)];
  const chat = (projectId: number, text: string) =>
    store.write("addMessage", { projectId, userId: alice, text, at: START, tag: "t" }).promise();
  const create = (name: string) =>
    store.write("createProject", { name, ownerId: alice, at: START, tag: "t" }).promise();
  const reused = { code: "tag_reused", message: /@t .*use a new tag/ };
  // One of each in the same batch as the first.
  const [first, ...others] = await Promise.allSettled([
    chat(one, "12 3"),
    chat(one, "12 3 "),
    chat(two, "12 3"),
    chat(one, "12 3"),
  ]);
  assert.equal(first.status, "fulfilled");
  assert.deepEqual(others.map(({ status }) => status), ["rejected", "rejected", "fulfilled"]);
  for (
    const [project, text] of [[two, "12 3"], [one, "other"], [
      one,
      "12 3".normalize("NFD") + "\u0301",
    ]]
  ) {
    await assert.rejects(chat(project as number, text as string), reused, `${project} ${text}`);
  }
  assert.equal((await chat(one, "12 3")).duplicate, true, "the first one is remembered still");
  for (const room of [one, two]) {
    const { messages } = await store.messagesAfter(room, 0, WHOLE);
    assert.equal(messages.length, room === one ? 1 : 0);
  }
  const { project } = await create("Name");
  await assert.rejects(create("name"), reused);
  assert.deepEqual(await create("Name"), { project, duplicate: true });
  // An edited message was sent as it was at first.
  await store.write("editMessage", { messageId: 1, userId: alice, text: "new", at: START })
    .promise();
  assert.equal((await chat(one, "12 3")).message.message, "new");
  await assert.rejects(chat(one, "new"), reused);
});

Deno.test("tags of a database from before digests give their results still", () => {
  const database = new DatabaseSync(":memory:");
  migrate(database, "test", MIGRATIONS.slice(0, 2));
  database.exec(`
    INSERT INTO users (username, password, created_at) VALUES ('an', '', 0);
    INSERT INTO projects (name, owner, created_at) VALUES ('Web', 1, 0);
    INSERT INTO members (project_id, user_id, added_at) VALUES (1, 1, 0);
    INSERT INTO chats (room_id, user, message, timestamp, ordinal) VALUES (1, 1, 'hi', 0, 1);
    INSERT INTO request_tags VALUES (1, 'chat', 't', 1, 0);`);
  migrate(database, "test");
  const writer = new Writer(database);
  const input = { projectId: 1, userId: 1, text: "hi", at: 1, tag: "t" };
  const [result] = writer.apply([{ name: "addMessage", input }]);
  assert(result.ok);
  const { message, duplicate } = result.value as { message: { id: number }; duplicate: boolean };
  assert.deepEqual([message.id, duplicate], [1, true]);
  writer.close();
});
