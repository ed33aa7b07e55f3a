import assert from "node:assert/strict";
import { room, testInWorld } from "./harness.ts";

testInWorld("transfer makes a member the owner, and the old one a member", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const [watching, stranger] = [world.peer(), world.peer()];
  await stranger.ok(`watch ${await stranger.join("carol")}`);
  await watching.ok(`watch ${bobToken}`);
  await bob.ok(`watch ${bobToken}`);
  await bob.ok(`enter ${bobToken} 1`);
  bob.events();
  const { project } = await alice.ok(`transfer ${token} 1 BOB`);
  assert.deepEqual([project.owner, project.id], ["bob", 1]);
  const event = ["project", { change: "transferred", project }];
  assert.deepEqual(alice.told(), []);
  assert.deepEqual(watching.told(), [event]);
  const [[chat, line], ...others] = bob.told();
  const notice = { change: "transferred", users: ["bob"] };
  assert.deepEqual([chat, line.user, line.notice], ["chat", "alice", notice]);
  assert.deepEqual(others, [event], "in the room and watching, it comes once");
  assert.deepEqual(stranger.told(), []);
  const { members } = await alice.ok(`members ${token} 1`);
  assert.deepEqual(members, [
    { username: "bob", role: "owner", online: true },
    { username: "alice", role: "member", online: false },
  ]);
  // The recipient already owns it, so nothing is announced.
  assert.deepEqual(await bob.ok(`transfer ${bobToken} 1 bob`), { project });
  assert.deepEqual(watching.told(), []);
  assert.deepEqual(bob.told(), []);
  assert.equal(await alice.err(`transfer ${token} 1 alice`), "not_owner");
  // The previous owner may leave now.
  await alice.ok(`kick ${token} 1 alice`);
});

testInWorld("transfer and rename_project refuse who may not, and what won't do", async (world) => {
  const { alice, token, bobToken } = await room(world);
  const stranger = await alice.join("carol");
  const cases: [string, string][] = [
    [`transfer ${token} 1 carol`, "not_a_member"],
    [`transfer ${token} 1 nobody`, "not_a_member"],
    [`transfer ${bobToken} 1 bob`, "not_owner"],
    [`transfer ${stranger} 1 carol`, "not_owner"],
    [`transfer ${token} 2 bob`, "project_not_found"],
    [`transfer ${token} 1`, "bad_request"],
    [`transfer ${token} 1 bob carol`, "bad_request"],
    ["transfer nonsense 1 bob", "invalid_token"],
    [`rename_project ${token} 1`, "invalid_project_name"],
    [`rename_project ${token} 1 ${"x".repeat(256)}`, "invalid_project_name"],
    [`rename_project ${token} 1 a\\nb`, "invalid_project_name"],
    [`rename_project ${token} 1 a\u2028b`, "invalid_project_name"],
    [`rename_project ${token} 1 \u3164 \u200b`, "invalid_project_name"],
    [`rename_project ${bobToken} 1 x`, "not_owner"],
    [`rename_project ${bobToken} 1`, "not_owner"],
    [`rename_project ${stranger} 1 x`, "not_owner"],
    [`rename_project ${token} 2 x`, "project_not_found"],
    [`rename_project ${token}`, "bad_request"],
    ["rename_project nonsense 1 x", "invalid_token"],
  ];
  for (const [line, code] of cases) assert.equal(await alice.err(line), code, line);
});
