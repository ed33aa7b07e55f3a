import assert from "node:assert/strict";
import { room, testInWorld, written } from "./harness.ts";

testInWorld("chat stores the text as meant when it is written with escapes", async (world) => {
  const { alice, token } = await room(world);
  const cases: [string, string][] = [
    ["chào cả nhà", "chào cả nhà"],
    ["  two  spaces  ", "two  spaces"],
    [String.raw`one\ntwo\\n\x`, "one\ntwo\\n\\x"],
    [String.raw`\n\t hi \n`, "hi"],
    ["🙂".repeat(16_000), "🙂".repeat(16_000)],
    ['{"json":"<b>"}', '{"json":"<b>"}'],
    ["\u2028", "\u2028".trim()],
  ];
  for (const [written, message] of cases) {
    if (message === "") {
      assert.equal(await alice.err(`chat ${token} 1 ${written}`), "empty_message");
      continue;
    }
    assert.equal((await alice.ok(`chat ${token} 1 ${written}`)).message.message, message);
  }
});

testInWorld("chat refuses when the text or the project won't do", async (world) => {
  const { alice, token } = await room(world);
  const stranger = await alice.join("carol");
  const cases: [string, string][] = [
    [`chat ${token} 1`, "empty_message"],
    [`chat ${token} 1    `, "empty_message"],
    [`chat ${token} 1 \\n\\t`, "empty_message"],
    [`chat ${token} 1 ${"x".repeat(16_001)}`, "message_too_long"],
    [`chat ${token} 2 hi`, "project_not_found"],
    [`chat ${token} 99999999999999999999 hi`, "bad_request"],
    [`chat ${token} x hi`, "bad_request"],
    [`chat ${token}`, "bad_request"],
    ["chat", "bad_request"],
    ["chat x.y.z 1 hi", "invalid_token"],
    [`chat ${token}x 1 hi`, "invalid_token"],
    [`chat ${stranger} 1 hi`, "not_a_member"],
    [`chat ${stranger} 1`, "not_a_member"],
  ];
  for (const [line, code] of cases) assert.equal(await alice.err(line), code, line);
  assert.deepEqual(written((await alice.ok(`history ${token} 1`)).messages), []);
});

testInWorld("chat reaches everyone in the room but the connection that sent it", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const second = world.peer();
  const outside = world.peer();
  await alice.ok(`enter ${token} 1`);
  await second.ok(`enter ${token} 1`);
  await bob.ok(`enter ${bobToken} 1`);
  for (const peer of [alice, bob, second]) peer.events();
  const { message } = await alice.ok(`chat ${token} 1 hi`);
  const event = `event chat ${JSON.stringify(message)}`;
  assert.deepEqual(alice.events(), []);
  assert.deepEqual(second.events(), [event]);
  assert.deepEqual(bob.events(), [event]);
  // A member need not have entered the room to write to it.
  const { message: next } = await outside.ok(`chat ${bobToken} 1 from outside`);
  assert.deepEqual(outside.events(), []);
  assert.deepEqual(bob.events(), [`event chat ${JSON.stringify(next)}`]);
});

testInWorld("chat stores and announces once when a tag is sent again", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await bob.ok(`enter ${bobToken} 1`);
  bob.events();
  const first = await alice.request(`@m-1 chat ${token} 1 hi`);
  const again = await world.peer().request(`@m-1 chat ${token} 1 hi`);
  assert.equal(again, first.replace(/\}$/, ',"duplicate":true}'));
  assert.equal(bob.events().length, 1);
  // Tags belong to a user and an action.
  await bob.ok(`@m-1 chat ${bobToken} 1 hi`);
  await alice.ok(`@m-1 new_project ${token} Other`);
  assert.equal(written((await alice.ok(`history ${token} 1`)).messages).length, 2);
  const other = await alice.request(`@m-1 chat ${token} 1 hi there`);
  assert.match(other, /^@m-1 err chat tag_reused .*@m-1 .*new tag/);
  assert.equal(written((await alice.ok(`history ${token} 1`)).messages).length, 2);
  // A failed request is not remembered.
  assert.equal(await alice.err(`@m-2 chat ${token} 1`), "empty_message");
  assert.equal((await alice.ok(`@m-2 chat ${token} 1 now`)).duplicate, undefined);
  world.time += 24 * 60 * 60 * 1000;
  assert.equal((await alice.ok(`@m-1 chat ${token} 1 hi`)).duplicate, true);
});

testInWorld("a text of nothing but invisible characters is empty", async (world) => {
  const { alice, token } = await room(world);
  const { message } = await alice.ok(`chat ${token} 1 hi`);
  for (const text of ["\u200b", "\u2060\u3164", "\ufeff\ufeff", "\\n\u200d\\t"]) {
    assert.equal(await alice.err(`chat ${token} 1 ${text}`), "empty_message", JSON.stringify(text));
    assert.equal(
      await alice.err(`edit ${token} ${message.id} ${text}`),
      "empty_message",
      JSON.stringify(text),
    );
  }
  assert.equal((await alice.ok(`chat ${token} 1 \u200b.`)).message.message, "\u200b.");
});

testInWorld("code keeps the indentation of its first line", async (world) => {
  const { alice, token } = await room(world);
  const { message } = await alice.ok(String.raw`chat ${token} 1   \n\n    if x:\n        y\n  `);
  assert.equal(message.message, "    if x:\n        y");
  const edited = await alice.ok(String.raw`edit ${token} ${message.id} \tif x:\n\t\ty`);
  assert.equal(edited.message.message, "\tif x:\n\t\ty");
});

testInWorld("timestamps of a room never go back when the clock does", async (world) => {
  const { alice, token } = await room(world);
  const times: string[] = [];
  for (const step of [0, 5_000, -60_000, 1, 120_000]) {
    world.time += step;
    times.push((await alice.ok(`chat ${token} 1 hi`)).message.timestamp);
  }
  assert.deepEqual(times, [...times].sort());
  assert.equal(times[2], times[1]);
});

testInWorld("chat refuses a tag that comes again from who is no longer a member", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await bob.ok(`@m-1 chat ${bobToken} 1 hi`);
  await alice.ok(`kick ${token} 1 bob`);
  for (const text of ["hi", "other", ""]) {
    assert.equal(await bob.err(`@m-1 chat ${bobToken} 1 ${text}`), "not_a_member", text);
  }
});
