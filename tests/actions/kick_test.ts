import assert from "node:assert/strict";
import { room, testInWorld } from "./harness.ts";

const PROJECT = { id: 1, name: "Website", owner: "alice", created_at: "2026-11-23T08:15:30.123Z" };

testInWorld("kick refuses who may not, and leaves the owner", async (world) => {
  const { alice, token, bobToken } = await room(world);
  const carol = await alice.join("carol");
  await alice.ok(`add_group ${token} 1 carol`);
  const stranger = await alice.join("dan");
  const cases: [string, string][] = [
    [`kick ${token} 1 alice`, "bad_request"],
    [`kick ${token} 1 ALICE`, "bad_request"],
    [`kick ${token} 1 dan`, "not_a_member"],
    [`kick ${token} 1 nobody`, "not_a_member"],
    [`kick ${token} 2 bob`, "project_not_found"],
    [`kick ${bobToken} 1 carol`, "not_owner"],
    [`kick ${bobToken} 1 alice`, "not_owner"],
    [`kick ${bobToken} 1 nobody`, "not_owner"],
    [`kick ${stranger} 1 bob`, "not_a_member"],
    [`kick ${stranger} 1 dan`, "not_a_member"],
    [`kick ${token} 1`, "bad_request"],
    [`kick ${token} 1 bob carol`, "bad_request"],
    [`kick ${token} x bob`, "bad_request"],
    ["kick nonsense 1 bob", "invalid_token"],
  ];
  for (const [line, code] of cases) assert.equal(await alice.err(line), code, line);
  assert.match(
    await alice.request(`kick ${token} 1 alice`),
    /transfer the project to a member first, or archive it; usage: kick <token> /,
  );
  assert.equal((await alice.ok(`members ${carol} 1`)).members.length, 3);
  assert.deepEqual(alice.events(), []);
});

testInWorld("kick takes a member out on every connection, who hears it", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const [second, watching, both, stranger] = [1, 2, 3, 4].map(() => world.peer());
  const carolToken = await stranger.join("carol");
  await stranger.ok(`watch ${carolToken}`);
  await alice.ok(`watch ${token}`);
  await alice.ok(`enter ${token} 1`);
  await bob.ok(`enter ${bobToken} 1`);
  await second.ok(`enter ${bobToken} 1`);
  await watching.ok(`watch ${bobToken}`);
  await both.ok(`watch ${bobToken}`);
  await both.ok(`enter ${bobToken} 1`);
  for (const peer of [alice, bob, second, watching, both]) peer.events();

  assert.deepEqual(await alice.ok(`kick ${token} 1 BOB`), {});
  const members = ["members", { project_id: 1, added: [], removed: ["bob"], by: "alice" }];
  const project = ["project", { change: "removed", project: PROJECT }];
  const line = ["chat", {
    id: 2,
    project_id: 1,
    user: "alice",
    message: "",
    timestamp: "2026-11-23T08:15:30.123Z",
    notice: { change: "removed", users: ["bob"] },
  }];
  assert.match(alice.lines.at(-3)!, /^ok kick \{\}$/, "the response is before the events");
  assert.deepEqual(alice.told(), [line, members], "no leave");
  assert.deepEqual(bob.told(), [line, members]);
  assert.deepEqual(second.told(), [line, members]);
  assert.deepEqual(watching.told(), [project]);
  assert.deepEqual(both.told(), [line, members, project]);

  await alice.ok(`chat ${token} 1 @bob is gone`);
  await alice.ok(`rename_project ${token} 1 Other`);
  for (const peer of [bob, second, watching, both, stranger]) assert.deepEqual(peer.told(), []);
  assert.equal(await bob.err(`leave ${bobToken} 1`), "not_entered");
  assert.equal(await bob.err(`typing ${bobToken} 1`), "not_entered");
  for (const line of ["enter", "members", "history"]) {
    assert.equal(await bob.err(`${line} ${bobToken} 1`), "not_a_member");
  }
  assert.equal(await bob.err(`chat ${bobToken} 1 hi`), "not_a_member");
  assert.equal((await alice.ok(`members ${token} 1`)).members.length, 1);
  assert.deepEqual((await bob.ok(`projects ${bobToken}`)).projects, []);

  // After being added again it is a member like any other.
  await alice.ok(`add_group ${token} 1 bob`);
  assert.equal(watching.told()[0][1].change, "added");
  await alice.ok(`chat ${token} 1 welcome back`);
  assert.deepEqual(watching.told().map(([type, { unread }]) => [type, unread]), [["unread", 1]]);
  await bob.ok(`enter ${bobToken} 1`);
});

testInWorld("kick lets members leave by themselves when they name themselves", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`enter ${token} 1`);
  await bob.ok(`watch ${bobToken}`);
  await bob.ok(`enter ${bobToken} 1`);
  for (const peer of [alice, bob]) peer.events();
  assert.deepEqual(await bob.ok(`kick ${bobToken} 1 bob`), {});
  const members = ["members", { project_id: 1, added: [], removed: ["bob"], by: "bob" }];
  const [[chat, line], ...others] = alice.told();
  assert.deepEqual(
    [chat, line.user, line.notice],
    ["chat", "bob", { change: "left", users: ["bob"] }],
  );
  assert.deepEqual(others, [members]);
  assert.deepEqual(bob.told(), [
    ["chat", line],
    members,
    ["project", { change: "removed", project: PROJECT }],
  ]);
  assert.equal(await bob.err(`kick ${bobToken} 1 bob`), "not_a_member");
  assert.deepEqual(alice.told(), []);
});

testInWorld("kick leaves others in the room who share the connection", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const carol = await bob.join("carol");
  await alice.ok(`add_group ${token} 1 carol`);
  await bob.ok(`enter ${bobToken} 1`);
  await bob.ok(`enter ${carol} 1`);
  await alice.ok(`kick ${token} 1 bob`);
  bob.events();
  await alice.ok(`chat ${token} 1 hi`);
  assert.deepEqual(bob.told().map(([type]) => type), ["chat"]);
  assert.equal(await bob.err(`leave ${bobToken} 1`), "not_entered");
  await bob.ok(`leave ${carol} 1`);
});

testInWorld("who is kicked while enter reads is not let in", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const { store, rooms } = world.services;
  const read = store.readRoom.bind(store);
  for (const inside of [false, true]) {
    for (const when of ["before", "after"]) {
      const what = `${when} it is read, ${inside ? "again" : "at first"}`;
      if (inside) await bob.ok(`enter ${bobToken} 1`);
      bob.lines.length = 0;
      store.readRoom = async (request) => {
        store.readRoom = read;
        const early = when === "after" ? await read(request) : null;
        await alice.ok(`kick ${token} 1 bob`);
        return early ?? await read(request);
      };
      assert.equal(await bob.err(`enter ${bobToken} 1`), "not_a_member", what);
      assert.deepEqual(bob.told().map(([type]) => type), inside ? ["chat", "members"] : [], what);
      assert.equal(rooms.entered, 0, what);
      assert.equal(rooms.isOnline(1, "bob"), false, what);
      await alice.ok(`chat ${token} 1 only members`);
      assert.deepEqual(bob.told(), [], what);
      await alice.ok(`add_group ${token} 1 bob`);
      await bob.ok(`enter ${bobToken} 1`);
      await bob.ok(`leave ${bobToken} 1`);
    }
  }
});

testInWorld("who is not let into the room still hears what it watches", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const { store } = world.services;
  await bob.ok(`watch ${bobToken}`);
  const read = store.readRoom.bind(store);
  store.readRoom = async (...request) => {
    await alice.ok(`rename_project ${token} 1 Meanwhile`);
    await alice.ok(`kick ${token} 1 bob`);
    return await read(...request);
  };
  assert.equal(await bob.err(`enter ${bobToken} 1`), "not_a_member");
  const changes = bob.told().map(([type, { change }]) => [type, change]);
  assert.deepEqual(changes.sort(), [["project", "removed"], ["project", "renamed"]]);
});
