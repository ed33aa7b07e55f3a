import assert from "node:assert/strict";
import type { Asker } from "../../lib/store/store.ts";
import { type RecordingPeer, room, testInWorld } from "./harness.ts";

/** The texts found. */
async function found(peer: RecordingPeer, request: string): Promise<string[]> {
  const { messages } = await peer.ok(request);
  return messages.map(({ message }: { message: string }) => message);
}

testInWorld("search_all finds what is in all of the user's projects, best first", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`new_project ${token} Two`);
  await alice.ok(`add_group ${token} 2 bob`);
  await alice.ok(`new_project ${token} Of alice`);
  await alice.ok(`chat ${token} 1 hoa don`);
  await alice.ok(`chat ${token} 2 đơn hóa`);
  await alice.ok(`chat ${token} 3 hóa đơn of alice`);
  await bob.ok(`chat ${bobToken} 1 hóa đơn`);
  await bob.ok(`chat ${bobToken} 2 hóa đơn hai`);
  const search = `search_all ${bobToken}`;
  assert.deepEqual(await found(bob, `${search} hóa đơn`), [
    "hóa đơn hai",
    "hóa đơn",
    "đơn hóa",
    "hoa don",
  ]);
  assert.deepEqual((await bob.ok(`${search} hai`)).messages[0].project_id, 2);
  assert.equal((await found(alice, `search_all ${token} hóa đơn`)).length, 5);
  // Archived ones too; those that one has left or was removed from no more.
  await alice.ok(`archive_project ${token} 2`);
  assert.deepEqual(await found(bob, `${search} hai`), ["hóa đơn hai"]);
  await bob.ok(`kick ${bobToken} 2 bob`);
  assert.deepEqual(await found(bob, `${search} hóa đơn`), ["hóa đơn", "hoa don"]);
  await alice.ok(`kick ${token} 1 bob`);
  for (const query of ["hóa đơn", "C++ hóa", "from:bob", "after:2020-01-01", "h"]) {
    assert.deepEqual(await found(bob, `${search} ${query}`), [], query);
  }
  await bob.ok(`rejoin ${bobToken} 2`).catch(() => {});
  assert.deepEqual(await found(bob, `${search} hai`), ["hóa đơn hai"]);
});

testInWorld("search and search_all are narrowed by author and by time", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`new_project ${token} Two`);
  const DAY = 24 * 60 * 60 * 1_000;
  // One message a day in each, from the 23rd of November on.
  for (let day = 23; day <= 27; day++) {
    await alice.ok(`chat ${token} 1 plan ${day}`);
    await bob.ok(`chat ${bobToken} 1 kế hoạch ${day}`);
    await alice.ok(`chat ${token} 2 kế hoạch ${day} hai`);
    world.time += DAY;
  }
  const { message } = await alice.ok(`chat ${token} 1 deleted plan`);
  await alice.ok(`delete ${token} ${message.id}`);
  await alice.ok(`rename_project ${token} 1 Plan`);
  const cases: [query: string, inOne: string[], inAll?: string[]][] = [
    ["from:BOB plan", []],
    ["from:bob ke hoach after:2026-11-26", ["kế hoạch 27", "kế hoạch 26"]],
    ["from:@bob before:2026-11-24", ["kế hoạch 23"]],
    [
      "ke after:2026-11-24 before:2026-11-25",
      ["kế hoạch 24"],
      ["kế hoạch 24 hai", "kế hoạch 24"],
    ],
    [
      "after:2026-11-27",
      ["kế hoạch 27", "plan 27"],
      ["kế hoạch 27 hai", "kế hoạch 27", "plan 27"],
    ],
    ["after:2026-11-27 from:alice", ["plan 27"], ["kế hoạch 27 hai", "plan 27"]],
    ["after:2026-11-27 from:alice from:bob hai", [], ["kế hoạch 27 hai"]],
    ["after:2026-11-25 before:2026-11-25", []],
    ["after:2026-11-27T08:15:30.124Z", []],
    ["after:2026-11-27T08:15:30.123Z plan", ["plan 27"]],
    ["from:nobody", []],
    ["from:nobody plan", []],
    ["from:alice ?!", []],
  ];
  for (const [query, inOne, inAll = inOne] of cases) {
    assert.deepEqual(await found(alice, `search ${token} 1 ${query}`), inOne, query);
    assert.deepEqual(await found(alice, `search_all ${token} ${query}`), inAll, query);
  }
});

testInWorld(
  "search_all refuses a wrong token, an empty query and a malformed date",
  async (world) => {
    const { alice, token } = await room(world);
    const cases: [string, string][] = [
      [`search_all ${token}`, "bad_request"],
      [`search_all ${token}  \\n`, "bad_request"],
      [`search_all ${token} hoa after:today`, "bad_request"],
      [`search ${token} 1 hoa before:2026-2-1`, "bad_request"],
      ["search_all", "bad_request"],
      ["search_all nonsense hoa", "invalid_token"],
    ];
    for (const [line, code] of cases) assert.equal(await alice.err(line), code, line);
    assert.match(await alice.request(`search_all ${token}`), /usage: search_all <token> <query>$/);
  },
);

// Guard (rooms): search_all tells nothing of a project to who is removed while it is waited for
testInWorld("search_all tells nothing to who is removed or logged out meanwhile", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`chat ${token} 1 secret`);
  const { store } = world.services;
  const search = store.search.bind(store);
  let meanwhile = `kick ${token} 1 bob`;
  store.search = async (...request) => {
    await alice.ok(meanwhile);
    return await search(...request);
  };
  assert.deepEqual(await found(bob, `search_all ${bobToken} secret`), []);
  await alice.ok(`add_group ${token} 1 bob`);
  meanwhile = `logout ${bobToken}`;
  assert.equal(await bob.err(`search_all ${bobToken} secret`), "invalid_token");
});

testInWorld(
  "a search with much text makes its JSON in slices, and tells no more than one may read then",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    await alice.ok(`new_project ${token} Two`);
    await alice.ok(`add_group ${token} 2 bob`);
    const long = `tea ${'"'.repeat(12_000)}`;
    for (let i = 0; i < 30; i++) {
      for (const project of [1, 2]) await alice.ok(`chat ${token} ${project} ${long}`);
    }
    const { turns } = world.services;
    let meanwhile: string | null = null;
    let pauses = 0;
    turns.pause = () => {
      pauses++;
      if (meanwhile === null) return Promise.resolve();
      const request = alice.ok(meanwhile);
      meanwhile = null;
      return request;
    };
    const projectsFound = async (request: string) => {
      const { messages } = await bob.ok(request);
      return [...new Set(messages.map(({ project_id }: { project_id: number }) => project_id))];
    };
    assert.deepEqual(await projectsFound(`search_all ${bobToken} tea`), [2, 1]);
    assert.deepEqual(await projectsFound(`search ${bobToken} 1 tea`), [1]);
    assert(pauses > 1, "long pages are made in slices");
    meanwhile = `kick ${token} 2 bob`;
    assert.deepEqual(await projectsFound(`search_all ${bobToken} tea`), [1]);
    meanwhile = `kick ${token} 1 bob`;
    assert.equal(await bob.err(`search ${bobToken} 1 tea`), "not_a_member");
  },
);

testInWorld("search_all is for its user while the connection is there", async (world) => {
  const { alice, token } = await room(world);
  const asked: [number | null, Asker][] = [];
  world.services.store.search = (project, _query, _size, by) => {
    asked.push([project, by]);
    return Promise.resolve({ messages: [], partial: true });
  };
  const reply = await alice.ok(`search_all ${token} hoa`);
  assert.deepEqual(reply, { messages: [], partial: true });
  world.disconnect(alice);
  const [[project, by]] = asked;
  assert.deepEqual([project, by.account, by.wanted()], [null, 1, false]);
});
