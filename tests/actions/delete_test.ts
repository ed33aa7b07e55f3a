import assert from "node:assert/strict";
import { room, testInWorld, written } from "./harness.ts";

testInWorld("delete takes a message's text and leaves its place", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const watcher = world.peer();
  await watcher.ok(`watch ${bobToken}`);
  await bob.ok(`enter ${bobToken} 1`);
  const { message: first } = await alice.ok(`chat ${token} 1 a secret`);
  const { message: second } = await bob.ok(`chat ${bobToken} 1 hi`);
  for (const peer of [alice, bob, watcher]) peer.events();

  const { message } = await alice.ok(`delete ${token} 2`);
  assert.deepEqual(message, { ...first, message: "", deleted: true });
  assert.deepEqual(alice.told(), [], "it is not in the room");
  assert.deepEqual(bob.told(), [["delete", message]]);
  assert.deepEqual(watcher.told(), []);
  assert.deepEqual(written((await bob.ok(`history ${bobToken} 1`)).messages), [message, second]);
  // The owner may delete any message, a member only its own; deleting discards the edit time.
  await bob.ok(`edit ${bobToken} 3 hello`);
  const { message: gone } = await alice.ok(`delete ${token} 3`);
  assert.deepEqual([gone.id, gone.user, gone.message, gone.deleted], [3, "bob", "", true]);
  assert.deepEqual(bob.told().map(([type]) => type), ["edit", "delete"]);
  await bob.ok(`chat ${bobToken} 1 mine`);
  await bob.ok(`delete ${bobToken} 4`);
  assert.match(bob.lines.at(-2)!, /^ok delete /, "the response is before the event");
  assert.deepEqual(bob.told().map(([type, { id }]) => [type, id]), [["delete", 4]]);
  assert.deepEqual(
    world.audit.filter(({ type }) => type === "event").map(({ user, response }) =>
      `${user} ${response.split(" ")[1]}`
    ).filter((each) => each.endsWith("delete")),
    ["alice delete", "alice delete", "bob delete"],
  );
});

testInWorld("the owner deletes what somebody wrote who has left", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await bob.ok(`chat ${bobToken} 1 hi`);
  await bob.ok(`kick ${bobToken} 1 bob`);
  assert.equal((await alice.ok(`delete ${token} 2`)).message.user, "bob");
});
