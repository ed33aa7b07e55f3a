import assert from "node:assert/strict";
import { NO_FILTERS } from "../../lib/model/search_filters.ts";
import { addMessage, addProject, addUser, ASKER, testEachStore, WHOLE } from "./each_store.ts";

testEachStore(
  "search over all projects gives what each gives, the newest of a class first",
  async (store) => {
    const [alice, bob] = [await addUser(store, "alice"), await addUser(store, "bob")];
    const TEXTS = ["hóa đơn", "đơn hóa", "hoa don", "hoahong đơn", "C++ hóa", "ấ", "khác"];
    const projects: number[] = [];
    for (let i = 0; i < 12; i++) projects.push(await addProject(store, i % 4 === 3 ? bob : alice));
    const added: Promise<unknown>[] = [];
    for (let i = 0; i < 600; i++) {
      const place = i * 7 % 12;
      const text = `${TEXTS[i * 5 % TEXTS.length]} ${i}`;
      added.push(addMessage(store, projects[place], place % 4 === 3 ? bob : alice, text));
    }
    await Promise.all(added);
    const size = { ...WHOLE, limit: 1_000 };
    for (const query of ["hoa", "hóa", "hóa đơn", '"don hoa"', "C++", "h", "khac 1", "nothing"]) {
      const all = (await store.search(null, query, size, ASKER)).messages;
      const each = [];
      for (const id of projects) {
        if (id % 4 !== 0) each.push((await store.search(id, query, size, ASKER)).messages);
      }
      const byId = (messages: { id: number }[]) =>
        messages.map(({ id }) => id).sort((a, b) => a - b);
      assert.deepEqual(byId(all), byId(each.flat()), query);
      // In the order of each project's own results.
      for (const own of each) {
        const [{ project_id } = { project_id: 0 }] = own;
        assert.deepEqual(all.filter((message) => message.project_id === project_id), own, query);
      }
    }
    const newest = await store.search(null, "", { ...WHOLE, limit: 7 }, ASKER, {
      ...NO_FILTERS,
      from: ["ALICE"],
    });
    const ids = newest.messages.map(({ id }) => id);
    assert.deepEqual(ids, ids.toSorted((a, b) => b - a));
    assert.equal(ids.length, 7);
    assert.ok(newest.messages.every(({ user }) => user === "alice"));
  },
);
