import assert from "node:assert/strict";
import { room, testInWorld, written } from "./harness.ts";

testInWorld("edit gives a message another text, and its room hears it", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const [outside, elsewhere] = [world.peer(), world.peer()];
  await outside.ok(`watch ${bobToken}`);
  await elsewhere.ok(`new_project ${token} Other`);
  await elsewhere.ok(`enter ${token} 2`);
  await alice.ok(`enter ${token} 1`);
  await bob.ok(`enter ${bobToken} 1`);
  const { message: first } = await alice.ok(`chat ${token} 1 frist`);
  await bob.ok(`chat ${bobToken} 1 hi`);
  for (const peer of [alice, bob, outside, elsewhere]) peer.events();
  world.time += 60_000;

  const { message } = await alice.ok(`edit ${token} 2  first\\n`);
  assert.deepEqual(message, {
    ...first,
    message: "first",
    edited_at: "2026-11-23T08:16:30.123Z",
  });
  assert.match(alice.lines.at(-2)!, /^ok edit /, "the response is before the event");
  assert.deepEqual(alice.told(), [["edit", message]]);
  assert.deepEqual(bob.told(), [["edit", message]]);
  for (const peer of [outside, elsewhere]) assert.deepEqual(peer.told(), []);
  const { messages } = await bob.ok(`history ${bobToken} 1`);
  assert.deepEqual(messages[1], message);
  // A member need not have entered the room.
  await elsewhere.ok(`edit ${token} 2 ${"🙂".repeat(16_000)}`);
  assert.equal(bob.told().length, 1);
});

// Guard (rooms): whoever is outside a project can't tell its messages from deleted ones, or from none
testInWorld("edit and delete tell nobody outside a project of its messages", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const stranger = await alice.join("carol");
  await alice.ok(`chat ${token} 1 of alice`);
  await alice.ok(`chat ${token} 1 deleted`);
  await alice.ok(`delete ${token} 3`);
  await bob.ok(`chat ${bobToken} 1 of bob`);
  await bob.ok(`chat ${bobToken} 1 of bob, deleted`);
  await alice.ok(`delete ${token} 5`);
  await alice.ok(`kick ${token} 1 bob`);
  const answer = async (token: string, line: string, id: number) =>
    (await alice.request(line.replace("TOKEN", token).replace("ID", `${id}`))).replace(
      `${id}`,
      "ID",
    );
  for (const line of ["edit TOKEN ID x", "delete TOKEN ID"]) {
    for (const outsider of [stranger, bobToken]) {
      const none = await answer(outsider, line, 99);
      assert.match(none, /^err \w+ message_not_found /);
      for (const id of [1, 2, 3]) assert.equal(await answer(outsider, line, id), none);
    }
    for (const id of [4, 5]) {
      assert.match(await answer(bobToken, line, id), /^err \w+ not_a_member /);
      assert.match(await answer(stranger, line, id), /^err \w+ message_not_found /);
    }
  }
});

testInWorld("edit and delete refuse who may not", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const stranger = await alice.join("carol");
  await alice.ok(`chat ${token} 1 of alice`);
  await bob.ok(`chat ${bobToken} 1 of bob`);
  await bob.ok(`chat ${bobToken} 1 deleted`);
  await bob.ok(`delete ${bobToken} 4`);
  await bob.ok(`enter ${bobToken} 1`);
  const cases: [string, string][] = [
    [`edit ${token} 3 x`, "not_author"],
    [`edit ${bobToken} 2 x`, "not_author"],
    [`edit ${stranger} 2 x`, "message_not_found"],
    [`edit ${token} 5 x`, "message_not_found"],
    // A line of activity, of the user's own.
    [`edit ${token} 1 x`, "message_not_found"],
    [`edit ${bobToken} 1 x`, "message_not_found"],
    [`edit ${token} 0 x`, "message_not_found"],
    [`edit ${bobToken} 4 x`, "message_not_found"],
    [`edit ${token} 1`, "empty_message"],
    [`edit ${token} 1 \\n`, "empty_message"],
    [`edit ${token} 4`, "empty_message"],
    [`edit ${token} 1 ${"x".repeat(16_001)}`, "message_too_long"],
    [`edit ${token} one x`, "bad_request"],
    [`edit ${token}`, "bad_request"],
    ["edit", "bad_request"],
    ["edit nonsense 1 x", "invalid_token"],
    [`delete ${bobToken} 2`, "not_author"],
    [`delete ${bobToken} 1`, "message_not_found"],
    [`delete ${token} 1`, "message_not_found"],
    [`delete ${stranger} 2`, "message_not_found"],
    [`delete ${bobToken} 4`, "message_not_found"],
    [`delete ${token} 4`, "message_not_found"],
    [`delete ${token} 5`, "message_not_found"],
    [`delete ${token} 1 x`, "bad_request"],
    [`delete ${token} x`, "bad_request"],
    [`delete ${token}`, "bad_request"],
    ["delete nonsense 1", "invalid_token"],
  ];
  for (const [line, code] of cases) assert.equal(await alice.err(line), code, line);
  await alice.ok(`kick ${token} 1 bob`);
  assert.equal(await bob.err(`edit ${bobToken} 3 x`), "not_a_member");
  assert.equal(await bob.err(`delete ${bobToken} 3`), "not_a_member");
  assert.deepEqual(bob.told().map(([type]) => type), ["chat", "members"]);
  const { messages } = await alice.ok(`history ${token} 1`);
  // deno-lint-ignore no-explicit-any
  assert.deepEqual(written(messages).map(({ message }: any) => message), [
    "of alice",
    "of bob",
    "",
  ]);
});
