import assert from "node:assert/strict";
import { testInWorld } from "./harness.ts";

testInWorld("add_group takes names however they are separated", async (world) => {
  const peer = world.peer();
  const token = await peer.join("alice");
  const names = ["bob", "carol", "Dung"];
  for (const name of names) await peer.ok(`reg ${name} matkhau-123`);
  const lists = [
    "[bob, carol, dung]",
    "bob,carol,dung",
    "bob;carol;dung",
    "bob carol dung",
    "[ bob ;carol,\tDUNG ]",
    "[bob,,carol,dung,bob]",
  ];
  for (const [index, list] of lists.entries()) {
    await peer.ok(`new_project ${token} Project ${index}`);
    assert.deepEqual(await peer.ok(`add_group ${token} ${index + 1} ${list}`), {
      project_id: index + 1,
      added: names,
      already: [],
    }, list);
  }
  assert.deepEqual(await peer.ok(`add_group ${token} 1 carol alice`), {
    project_id: 1,
    added: [],
    already: ["carol", "alice"],
  });
});

testInWorld("add_group adds nobody when one name is unknown", async (world) => {
  const peer = world.peer();
  const token = await peer.join("alice");
  await peer.ok("reg bob matkhau-123");
  await peer.ok(`new_project ${token} Website`);
  const answer = await peer.request(`add_group ${token} 1 [bob, no-one, n/a]`);
  assert.match(answer, /^err add_group user_not_found .*no-one.*n\/a/);
  assert.doesNotMatch(answer, /bob/);
  const { members } = await peer.ok(`members ${token} 1`);
  assert.deepEqual(members, [{ username: "alice", role: "owner", online: false }]);
});

testInWorld("add_group refuses when somebody else than the owner asks", async (world) => {
  const peer = world.peer();
  const alice = await peer.join("alice");
  const bob = await peer.join("bob");
  await peer.ok(`new_project ${alice} Website`);
  const cases: [string, string][] = [
    [`add_group ${bob} 1 bob`, "not_owner"],
    [`add_group ${alice} 9 bob`, "project_not_found"],
    [`add_group ${alice} one bob`, "bad_request"],
    [`add_group ${alice} -1 bob`, "bad_request"],
    [`add_group ${alice} 1`, "bad_request"],
    [`add_group ${alice} 1 []`, "bad_request"],
    [`add_group ${alice} 1 [,;]`, "bad_request"],
    [`add_group ${alice} 1 ${"a,".repeat(501)}`, "bad_request"],
    [`add_group ${alice} 1 ${"a,".repeat(500)}`, "user_not_found"],
    ["add_group nonsense 1 bob", "invalid_token"],
  ];
  for (const [line, code] of cases) assert.equal(await peer.err(line), code, line);
  await peer.ok(`add_group ${alice} 1 bob`);
  assert.equal(await peer.err(`add_group ${bob} 1 alice`), "not_owner");
});

testInWorld("add_group tells the room when somebody was added", async (world) => {
  const [alice, bob] = [world.peer(), world.peer()];
  const token = await alice.join("alice");
  const bobToken = await bob.join("bob");
  await alice.ok(`new_project ${token} Website`);
  await alice.ok(`enter ${token} 1`);
  await alice.ok(`add_group ${token} 1 bob`);
  assert.deepEqual(alice.events(), [
    'event chat {"id":1,"project_id":1,"user":"alice","message":"","timestamp":"2026-11-23T08:15:30.123Z",' +
    '"notice":{"change":"added","users":["bob"]}}',
    'event members {"project_id":1,"added":["bob"],"removed":[],"by":"alice"}',
  ]);
  await alice.ok(`add_group ${token} 1 bob`);
  assert.deepEqual(alice.events(), []);
  await bob.ok(`enter ${bobToken} 1`);
});
