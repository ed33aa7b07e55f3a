import assert from "node:assert/strict";
import { room, testInWorld } from "./harness.ts";

testInWorld(
  "what is written is checked as it is written, and read by no gate before",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    const { store } = world.services;
    await alice.join("carol");
    store.findAccess = () => Promise.reject(new Error("the access was read"));
    await alice.ok(`add_group ${token} 1 carol`);
    await alice.ok(`rename_project ${token} 1 Other`);
    await bob.ok(`chat ${bobToken} 1 hi`);
    await bob.ok(`read ${bobToken} 1 1`);
    await bob.ok(`enter ${bobToken} 1`);
    await alice.ok(`kick ${token} 1 carol`);
    await alice.ok(`transfer ${token} 1 bob`);
    await alice.ok(`kick ${token} 1 alice`);
    const cases: [string, string][] = [
      [`add_group ${token} 1 carol`, "not_owner"],
      [`rename_project ${token} 1 Mine`, "not_owner"],
      [`transfer ${token} 1 alice`, "not_owner"],
      [`kick ${token} 1 bob`, "not_a_member"],
      [`chat ${token} 1 hi`, "not_a_member"],
      [`read ${token} 1 1`, "not_a_member"],
      [`chat ${token} 9 hi`, "project_not_found"],
    ];
    for (const [line, code] of cases) assert.equal(await alice.err(line), code, line);
  },
);

testInWorld("the project comes first, then who asks, then what was asked", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const stranger = await alice.join("carol");
  const long = "x".repeat(16_001);
  const requests: [action: string, rest: string, ofMember: string, ofStranger: string][] = [
    ["chat", long, "message_too_long", "not_a_member"],
    ["chat", "", "empty_message", "not_a_member"],
    ["enter", "- 1", "bad_request", "not_a_member"],
    ["kick", "nobody", "not_owner", "not_a_member"],
    ["kick", "alice", "not_owner", "not_a_member"],
    ["rename_project", long, "not_owner", "not_owner"],
    ["transfer", "nobody", "not_owner", "not_owner"],
    ["add_group", "nobody", "not_owner", "not_owner"],
  ];
  for (const [action, rest, ofMember, ofStranger] of requests) {
    const what = `${action} ${rest.slice(0, 9)}`;
    assert.equal(await bob.err(`${action} ${bobToken} 1 ${rest}`), ofMember, what);
    assert.equal(await bob.err(`${action} ${stranger} 1 ${rest}`), ofStranger, what);
    assert.equal(await bob.err(`${action} ${token} 9 ${rest}`), "project_not_found", what);
  }
  assert.equal(await alice.err(`rename_project ${token} 1 ${long}`), "invalid_project_name");
  assert.equal(await alice.err(`add_group ${token} 1 nobody`), "user_not_found");
});
