import assert from "node:assert/strict";
import { addMessage, addProject, addUser, START, testEachDatabase } from "./each_store.ts";

testEachDatabase(
  "what a store holds is counted: no lines of activity, no deleted tasks",
  async (withEmptyStore) => {
    await withEmptyStore(async (store) => {
      assert.deepEqual(await store.count(), { users: 0, projects: 0, messages: 0, tasks: 0 });
      const [alice, bob] = [await addUser(store, "alice"), await addUser(store, "bob")];
      const [first, second] = [
        await addProject(store, alice),
        await addProject(store, bob, "Other"),
      ];
      await addProject(store, bob, "Silent");
      for (const text of ["one", "two"]) await addMessage(store, first, alice, text);
      const { id } = await addMessage(store, second, bob);
      await store.write("deleteMessage", { messageId: id, userId: bob, at: START }).promise();
      const tasks = [];
      for (const title of ["kept", "deleted"]) {
        const task = { projectId: first, userId: alice, title, at: START, tag: null };
        tasks.push((await store.write("createTask", task).promise()).task.id);
      }
      await store.write("deleteTask", { taskId: tasks[1], userId: alice, at: START }).promise();
      assert.deepEqual(await store.count(), { users: 2, projects: 3, messages: 3, tasks: 1 });
    });
  },
);
