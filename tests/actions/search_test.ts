import assert from "node:assert/strict";
import type { Asker } from "../../lib/store/store.ts";
import { room, testInWorld } from "./harness.ts";

testInWorld("search finds messages of one project, best first", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`new_project ${token} Other`);
  await alice.ok(`chat ${token} 2 hóa đơn elsewhere`);
  for (const text of ["hoa don", "Hóa đơn tháng này", "hoa", "don hoa", "đã xóa hóa đơn"]) {
    await bob.ok(`chat ${bobToken} 1 ${text}`);
  }
  await bob.ok(`delete ${bobToken} 7`);
  const found = async (query: string) =>
    // deno-lint-ignore no-explicit-any
    (await alice.ok(`search ${token} 1 ${query}`)).messages.map(({ id }: any) => id);
  assert.deepEqual((await found("hoa don")).sort(), [3, 4, 6]);
  assert.equal((await found("hóa đơn"))[0], 4);
  assert.deepEqual((await found('"hoa don"')).sort(), [3, 4]);
  assert.deepEqual(await found("tha"), [4]);
  await bob.ok(`edit ${bobToken} 4 nothing of it`);
  assert.deepEqual((await found("hoa don")).sort(), [3, 6]);
  assert.deepEqual(await found("nothing"), [4]);
  for (const query of ["?!", '"', "*", '""', "NEAR(", "a AND", "^", "{x}:", "-", "\\n@"]) {
    assert.deepEqual(await found(`${query} zzz`), [], query);
  }
  for (const query of ["?!", '"', "*", '""', "^"]) assert.deepEqual(await found(query), [], query);
  const { messages } = await bob.ok(`search ${bobToken} 1 nothing`);
  assert.deepEqual(messages[0], (await bob.ok(`history ${bobToken} 1 1 5`)).messages[0]);
});

testInWorld("search gives a hundred messages at most", async (world) => {
  const { alice, token } = await room(world);
  const { store, clock } = world.services;
  await Promise.all(
    Array.from(
      { length: 120 },
      () =>
        store.write("addMessage", {
          projectId: 1,
          userId: 1,
          text: "same",
          at: clock.wall(),
          tag: null,
        })
          .promise(),
    ),
  );
  assert.equal((await alice.ok(`search ${token} 1 same`)).messages.length, 100);
});

testInWorld("search refuses who doesn't belong, and an empty query", async (world) => {
  const { alice, token } = await room(world);
  const stranger = await alice.join("carol");
  const cases: [string, string][] = [
    [`search ${stranger} 1 hoa`, "not_a_member"],
    [`search ${token} 2 hoa`, "project_not_found"],
    [`search ${token} 1`, "bad_request"],
    [`search ${token} 1   `, "bad_request"],
    [`search ${token} 1 \\n`, "bad_request"],
    [`search ${token}`, "bad_request"],
    ["search nonsense 1 hoa", "invalid_token"],
  ];
  for (const [line, code] of cases) assert.equal(await alice.err(line), code, line);
  assert.match(await alice.request(`search ${token} 1`), /usage: search <token> <project_id>/);
});

testInWorld(
  "search tells nothing to who is removed or logged out while it is waited for",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    await alice.ok(`chat ${token} 1 secret`);
    const { store } = world.services;
    const search = store.search.bind(store);
    let meanwhile = `kick ${token} 1 bob`;
    store.search = async (...request) => {
      await alice.ok(meanwhile);
      return await search(...request);
    };
    assert.equal(await bob.err(`search ${bobToken} 1 secret`), "not_a_member");
    await alice.ok(`add_group ${token} 1 bob`);
    meanwhile = `logout ${bobToken}`;
    assert.equal(await bob.err(`search ${bobToken} 1 secret`), "invalid_token");
  },
);

testInWorld(
  "search is for its user while the connection is there, and says what is partial",
  async (world) => {
    const { alice, token, bob, bobToken } = await room(world);
    const { store } = world.services;
    const asked: Asker[] = [];
    store.search = (_project, _query, _size, by) => {
      asked.push(by);
      return Promise.resolve({ messages: [], partial: asked.length === 1 });
    };
    assert.deepEqual(await alice.ok(`search ${token} 1 hoa`), { messages: [], partial: true });
    assert.deepEqual(await bob.ok(`search ${bobToken} 1 hoa`), { messages: [] });
    assert.deepEqual(asked.map(({ account }) => account), [1, 2]);
    world.disconnect(alice);
    assert.deepEqual(asked.map((by) => by.wanted()), [false, true]);
  },
);
