import assert from "node:assert/strict";
import { room, testInWorld } from "./harness.ts";

// Guard (accounts): nobody is kept in a project that they left
testInWorld("who leaves a project is added again by nobody but themselves", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await world.peer().join("carol");
  await world.peer().join("dan");
  await bob.ok(`kick ${bobToken} 1 bob`);
  for (const names of ["bob", "BOB", "[carol, bob]"]) {
    const refusal = await alice.request(`add_group ${token} 1 ${names}`);
    assert.match(refusal, /^err add_group project_left .*: bob; .*rejoin.*nobody was added/);
  }
  assert.equal(await alice.err(`add_group ${token} 1 bob nobody`), "user_not_found");
  assert.equal((await alice.ok(`members ${token} 1`)).members.length, 1);
  await alice.ok(`add_group ${token} 1 carol`);

  await alice.ok(`chat ${token} 1 @bob meanwhile`);
  await alice.ok(`enter ${token} 1`);
  await bob.ok(`watch ${bobToken}`);
  alice.events();
  const { project } = await bob.ok(`rejoin ${bobToken} 1`);
  assert.equal(project.name, "Website");
  const members = { project_id: 1, added: ["bob"], removed: [], by: "bob" };
  const [[chat, line], ...others] = alice.told();
  const notice = { change: "added", users: ["bob"] };
  assert.deepEqual([chat, line.user, line.notice], ["chat", "bob", notice]);
  assert.deepEqual(others, [["members", members]]);
  assert.deepEqual(bob.told(), [["project", { change: "added", project }]]);
  const [row] = (await bob.ok(`projects ${bobToken}`)).projects;
  assert.deepEqual([row.unread, row.mentions], [0, 0], "as for any new member");
  assert.deepEqual((await bob.ok(`rejoin ${bobToken} 1`)).project, project);
  assert.deepEqual([alice.told(), bob.told()], [[], []], "nothing changed");
  await alice.ok(`chat ${token} 1 hi`);
  assert.deepEqual(bob.told().map(([type, { unread }]) => [type, unread]), [["unread", 1]]);
});

testInWorld("rejoin is for whoever left by themselves", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const carol = await bob.join("carol");
  await alice.ok(`kick ${token} 1 bob`);
  for (
    const [line, code] of [
      [`rejoin ${bobToken} 1`, "not_a_member"],
      [`rejoin ${carol} 1`, "not_a_member"],
      [`rejoin ${carol} 9`, "project_not_found"],
      [`rejoin ${carol}`, "bad_request"],
    ]
  ) assert.equal(await bob.err(line), code, line);
  // Who was removed is added as before.
  await alice.ok(`add_group ${token} 1 bob`);
  await bob.ok(`kick ${bobToken} 1 bob`);
  await bob.ok(`rejoin ${bobToken} 1`);
  await alice.ok(`kick ${token} 1 bob`);
  assert.equal(await bob.err(`rejoin ${bobToken} 1`), "not_a_member");
});

testInWorld("the owner removes who had left, and takes away their way back", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await bob.ok(`kick ${bobToken} 1 bob`);
  await alice.ok(`enter ${token} 1`);
  alice.events();
  await alice.ok(`kick ${token} 1 bob`);
  assert.deepEqual(alice.told(), [], "nobody left");
  assert.equal(await bob.err(`rejoin ${bobToken} 1`), "not_a_member");
  assert.equal(await alice.err(`kick ${token} 1 bob`), "not_a_member");
  await alice.ok(`add_group ${token} 1 bob`);
});
