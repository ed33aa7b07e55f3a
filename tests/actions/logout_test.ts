import assert from "node:assert/strict";
import { testInWorld } from "./harness.ts";

testInWorld("logout ends one token everywhere when there are others", async (world) => {
  const peer = world.peer();
  const first = await peer.join("alice");
  const second = (await peer.ok("login alice matkhau-123")).token;
  const elsewhere = world.peer();
  await elsewhere.ok(`whoami ${first}`);
  assert.deepEqual(await peer.ok(`logout ${first}`), {});
  assert.equal(await elsewhere.err(`whoami ${first}`), "invalid_token");
  assert.equal(await elsewhere.err(`logout ${first}`), "invalid_token");
  await elsewhere.ok(`whoami ${second}`);
});

testInWorld("logout takes those out who entered with the token, and tells them", async (world) => {
  const [alice, bob, watcher] = [world.peer(), world.peer(), world.peer()];
  const aliceToken = await alice.join("alice");
  const bobToken = await bob.join("bob");
  const bobOther = (await bob.ok("login bob matkhau-123")).token;
  await alice.ok(`new_project ${aliceToken} Website`);
  await alice.ok(`add_group ${aliceToken} 1 bob`);
  await alice.ok(`enter ${aliceToken} 1`);
  await bob.ok(`enter ${bobToken} 1`);
  await watcher.ok(`enter ${bobOther} 1`);
  for (const peer of [alice, bob, watcher]) peer.events();

  await watcher.ok(`logout ${bobToken}`);
  assert.deepEqual(bob.events(), ['event token_ended {"user":"bob"}']);
  // Another of bob's connections is still in the room.
  assert.deepEqual(alice.events(), []);
  await watcher.ok(`logout ${bobOther}`);
  assert.deepEqual(watcher.events(), ['event token_ended {"user":"bob"}']);
  assert.deepEqual(alice.events(), ['event leave {"project_id":1,"user":"bob"}']);
  await alice.ok(`chat ${aliceToken} 1 only alice is here`);
  assert.deepEqual(bob.events(), []);
});
