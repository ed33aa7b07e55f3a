import assert from "node:assert/strict";
import { ACTIONS } from "../../lib/actions/mod.ts";
import { testInWorld } from "./harness.ts";

testInWorld("ping tells the server's time", async (world) => {
  assert.deepEqual(await world.peer().ok("ping"), { time: "2026-11-23T08:15:30.123Z" });
  assert.equal(await world.peer().err("ping pong"), "bad_request");
});

testInWorld("help lists every action with its usage, and the limits", async (world) => {
  const { protocol, actions, limits } = await world.peer().ok("HELP");
  assert.equal(protocol, 1);
  assert.deepEqual(actions[0], { action: "reg", usage: "reg <username> <password>" });
  // deno-lint-ignore no-explicit-any
  assert.deepEqual(actions.map(({ action }: any) => action), [...ACTIONS.keys()]);
  assert.equal(limits.max_line, 65_536);
  assert.equal(limits.max_message, 16_000);
  assert.equal(limits.max_connections, 1_024);
});

Deno.test("an action's usage names its fields when it is shown", () => {
  for (const { name, usage, fields } of ACTIONS.values()) {
    const [word, ...shown] = usage.replace("[<username1>, <username2>]", "<usernames>").split(" ");
    assert.equal(word, name);
    assert.equal(shown.length, fields.length, usage);
    fields.forEach(({ name: field, secret }, index) => {
      assert.equal(
        shown[index].startsWith("["),
        /^(limit|before|after|next|of[A-Z]|minutes)/.test(field),
        usage,
      );
      assert.equal(/token|password|code/.test(shown[index]), secret, usage);
    });
  }
});

testInWorld("a line is refused when it names no action or is malformed", async (world) => {
  const peer = world.peer();
  const cases: [string, RegExp][] = [
    ["frobnicate", /^err - unknown_action .*help/],
    ["@t1 frobnicate", /^@t1 err - unknown_action /],
    ["constructor", /^err - unknown_action /],
    ["@bad!tag ping", /^err - bad_request /],
    ["@t1", /^@t1 err - bad_request /],
    ["   ", /^err - bad_request /],
    ["@t1 reg alice", /^@t1 err reg bad_request usage: reg <username> <password>$/],
    ["WHOAMI", /^err whoami bad_request usage: whoami <token>$/],
  ];
  for (const [line, expected] of cases) assert.match(await peer.request(line), expected);
});
