import assert from "node:assert/strict";
import { ACTIONS } from "../../lib/actions/mod.ts";
import { type RecordingPeer, testInWorld, type World } from "./harness.ts";

/** The arguments behind the token of each action that is for admins alone. */
const ADMINS: Record<string, string> = {
  invite: "1 7",
  invitations: "",
  revoke: "1",
  users: "",
  set_role: "bob admin",
  disable: "bob",
  enable: "bob",
  reset_password: "bob matkhau-moi-123",
  settings: "",
  log_days: "",
  logs: "30_10_2024 reg",
  stats: "",
  figures: "60",
};

type Answered = [RecordingPeer, token: string, expected: string];

/** Who asks, and what everybody but an admin is told. */
const ROLES: Record<string, (world: World) => Answered | Promise<Answered>> = {
  "a stranger": (world) => [world.peer(), "no-token", "invalid_token"],
  "a stranger who gives the operator's word": (world) => [world.peer(), "-", "invalid_token"],
  "a user": async (world) => {
    const peer = world.peer();
    return [peer, await peer.join("carol"), "forbidden"];
  },
  "somebody who was an admin": async (world) => {
    const [peer, token] = await world.admin("carol");
    await world.operator().ok("set_role - carol user");
    return [peer, token, "forbidden"];
  },
  "an admin who was disabled": async (world) => {
    const [peer, token] = await world.admin("carol");
    await world.operator().ok("disable - carol");
    return [peer, token, "invalid_token"];
  },
  "an admin": async (world) => [...await world.admin("carol"), "ok"],
  "the operator": (world) => [world.operator(), "-", "ok"],
};

Deno.test("every action for admins is in the table of roles", () => {
  const gated = [...ACTIONS.values()].filter(({ gate }) => gate === "admin");
  assert.deepEqual(gated.map(({ name }) => name).sort(), Object.keys(ADMINS).sort());
});

for (const [who, make] of Object.entries(ROLES)) {
  // Guard (accounts): what is for admins is refused to everybody else, whatever token they give, and changes nothing.
  testInWorld(`what is for admins is answered to ${who} as it should be`, async (world) => {
    await world.admin("root");
    await world.peer().join("bob");
    await world.operator().ok("invite -");
    const [peer, token, expected] = await make(world);
    const before = await world.services.store.listUsers(9, 0);
    for (const [action, rest] of Object.entries(ADMINS)) {
      const response = await peer.request(`${action} ${token} ${rest}`.trim());
      const outcome = response.startsWith("ok ") ? "ok" : response.split(" ")[2];
      assert.equal(outcome, expected, action);
    }
    if (expected === "ok") return;
    assert.deepEqual(await world.services.store.listUsers(9, 0), before);
    assert.equal((await world.operator().ok("invitations -")).invitations.length, 1);
    await world.peer().ok("login bob matkhau-123");
  });
}

testInWorld(
  "set_role gives and takes the role at once, on tokens that are in use",
  async (world) => {
    const [alice, token] = await world.admin("alice");
    const bob = world.peer();
    const bobToken = await bob.join("bob");
    assert.equal(await bob.err(`users ${bobToken}`), "forbidden");
    const { user } = await alice.ok(`set_role ${token} BOB ADMIN`);
    assert.deepEqual(user, { id: 2, username: "bob", role: "admin" });
    await bob.ok(`users ${bobToken}`);
    assert.equal((await bob.ok(`whoami ${bobToken}`)).user.role, "admin");
    await bob.ok(`set_role ${bobToken} alice user`);
    assert.equal(await alice.err(`users ${token}`), "forbidden");
    assert.equal(await bob.err(`set_role ${bobToken} nobody admin`), "user_not_found");
    assert.equal(await bob.err(`set_role ${bobToken} alice owner`), "bad_request");
  },
);

testInWorld(
  "the last admin who is not disabled keeps the role and stays enabled",
  async (world) => {
    const [alice, token] = await world.admin("alice");
    await world.admin("bob");
    await alice.ok(`disable ${token} bob`);
    for (const request of [`set_role ${token} alice user`, `disable ${token} alice`]) {
      assert.equal(await alice.err(request), "last_admin");
    }
    // A disabled admin is not the last one.
    await alice.ok(`set_role ${token} bob user`);
    await alice.ok(`set_role ${token} alice admin`);
    await alice.ok(`enable ${token} bob`);
    await alice.ok(`set_role ${token} bob admin`);
    await alice.ok(`disable ${token} alice`);
  },
);

// Guard (accounts): of two admins who take each other's role at once, one remains.
testInWorld("two admins who demote each other at once leave one", async (world) => {
  const [alice, token] = await world.admin("alice");
  const [bob, bobToken] = await world.admin("bob");
  const answers = await Promise.all([
    alice.request(`set_role ${token} bob user`),
    bob.request(`set_role ${bobToken} alice user`),
  ]);
  const outcomes = answers.map((line) => /^ok/.test(line) ? "ok" : line.split(" ")[2]);
  assert.deepEqual(outcomes.sort(), ["forbidden", "ok"]);
});

testInWorld(
  "disable ends every token at once and enable lets the user log in anew",
  async (world) => {
    const [alice, token] = await world.admin("alice");
    const bob = world.peer();
    const tokens = [await bob.join("bob"), (await bob.ok("login bob matkhau-123")).token];
    await alice.ok(`new_project ${token} Website`);
    await alice.ok(`add_group ${token} 1 bob`);
    await bob.ok(`enter ${tokens[0]} 1`);
    await bob.ok(`watch ${tokens[1]}`);
    bob.events();
    await alice.ok(`disable ${token} bob`);
    assert.deepEqual(bob.events(), ['event token_ended {"user":"bob"}']);
    for (const each of tokens) assert.equal(await bob.err(`whoami ${each}`), "invalid_token");
    assert.equal(await bob.err("login bob matkhau-123"), "account_disabled");
    assert.equal(await bob.err("login bob wrong-password"), "bad_credentials");
    const { users } = await alice.ok(`users ${token}`);
    assert.deepEqual(users.map(({ disabled }: { disabled: boolean }) => disabled), [false, true]);
    await alice.ok(`enable ${token} bob`);
    await bob.ok("login bob matkhau-123");
    assert.equal(await bob.err(`whoami ${tokens[0]}`), "invalid_token");
  },
);

testInWorld("reset_password ends every token and lets nobody in by the old one", async (world) => {
  const [alice, token] = await world.admin("alice");
  const bob = world.peer();
  const bobToken = await bob.join("bob");
  assert.equal(await alice.err(`reset_password ${token} bob short`), "invalid_password");
  assert.equal(await alice.err(`reset_password ${token} nobody matkhau-moi`), "user_not_found");
  assert.deepEqual(await alice.ok(`reset_password ${token} bob mật khẩu mới`), {});
  assert.equal(await bob.err(`whoami ${bobToken}`), "invalid_token");
  assert.equal(await bob.err("login bob matkhau-123"), "bad_credentials");
  await bob.ok("login bob mật khẩu mới");
  const entry = world.audit.findLast(({ file }) => file === "reset_password")!;
  assert.match(entry.request, /^reset_password \*\*\* bob \*\*\*$/);
});

testInWorld(
  "users tells every account, page by page, and when each was seen last",
  async (world) => {
    const [alice, token] = await world.admin("alice");
    const bob = world.peer();
    await bob.ok("reg bob matkhau-123");
    const { users, more } = await alice.ok(`users ${token}`);
    assert.equal(more, false);
    const at = "2026-11-23T08:15:30.123Z";
    assert.deepEqual(users, [
      {
        ...{ id: 1, username: "alice", role: "admin" },
        ...{ created_at: at, disabled: false, last_seen_at: at },
      },
      {
        ...{ id: 2, username: "bob", role: "user" },
        ...{ created_at: at, disabled: false, last_seen_at: null },
      },
    ]);
    const first = await alice.ok(`users ${token} 1`);
    assert.deepEqual([first.users.length, first.more], [1, true]);
    const second = await alice.ok(`users ${token} 1 1`);
    assert.deepEqual([second.users[0].username, second.more], ["bob", false]);
  },
);

testInWorld("the log names the operator by a name that no user can have", async (world) => {
  await world.peer().join("bob");
  await world.operator().ok("set_role - bob admin");
  assert.equal(world.audit.at(-1)!.user, "chung-server admin");
});
