import assert from "node:assert/strict";
import { room, testInWorld } from "./harness.ts";

testInWorld("typing tells the others in the room, once in three seconds", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const second = world.peer();
  const carol = world.peer();
  const carolToken = await carol.join("carol");
  await alice.ok(`add_group ${token} 1 carol`);
  await carol.ok(`watch ${carolToken}`);
  await alice.ok(`enter ${token} 1`);
  await bob.ok(`enter ${bobToken} 1`);
  await second.ok(`enter ${bobToken} 1`);
  for (const peer of [alice, bob, second, carol]) peer.events();
  const audited = world.audit.length;

  const steps: [number, number][] = [[0, 1], [0, 0], [2_999, 0], [1, 1], [3_000, 1], [-60_000, 1]];
  for (const [later, events] of steps) {
    world.time += later;
    assert.deepEqual(await bob.ok(`typing ${bobToken} 1`), {});
    assert.deepEqual(
      alice.told(),
      Array(events).fill(["typing", { project_id: 1, user: "bob" }]),
      `${later} ms later`,
    );
  }
  // The rate limit is per user and room; two connections of one user share it.
  await alice.ok(`typing ${token} 1`);
  assert.equal(bob.told().length, 1);
  await second.ok(`typing ${bobToken} 1`);
  await alice.ok(`new_project ${token} Other`);
  await alice.ok(`enter ${token} 2`);
  await alice.ok(`typing ${token} 2`);
  second.events();
  assert.deepEqual([alice.told(), bob.told(), second.told(), carol.told()], [[], [], [], []]);
  assert.equal(await carol.err(`typing ${carolToken} 1`), "not_entered");
  const logged = world.audit.slice(audited).filter(({ request, response, file }) =>
    file === "typing" || `${request} ${response}`.includes("typing")
  );
  assert.deepEqual(logged, []);
});

testInWorld("typing refuses who is not in the room on this connection", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const stranger = await alice.join("carol");
  await bob.ok(`enter ${bobToken} 1`);
  const cases: [string, string][] = [
    [`typing ${token} 1`, "not_entered"],
    [`typing ${bobToken} 1`, "not_entered"],
    [`typing ${stranger} 1`, "not_entered"],
    [`typing ${token} 2`, "project_not_found"],
    [`typing ${token}`, "bad_request"],
    [`typing ${token} 1 x`, "bad_request"],
    ["typing nonsense 1", "invalid_token"],
  ];
  for (const [line, code] of cases) assert.equal(await alice.err(line), code, line);
  assert.deepEqual(bob.told(), []);
});
