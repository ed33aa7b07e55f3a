import assert from "node:assert/strict";
import bcrypt from "bcryptjs";
import { testInWorld, World } from "./harness.ts";

testInWorld("login gives a token for as long as the server says", async (world) => {
  const peer = world.peer();
  await peer.ok("reg alice mật khẩu 1");
  const login = await peer.ok("login Alice mật khẩu 1");
  assert.deepEqual({ ...login, token: "" }, {
    token: "",
    user: { id: 1, username: "alice", role: "user" },
    expires_at: "2026-11-30T08:15:30.000Z",
  });
  assert.equal(peer.trusted, true);
  assert.deepEqual(await peer.ok(`whoami ${login.token}`), {
    user: login.user,
    expires_at: login.expires_at,
  });
});

testInWorld("a password is the same however its accents are typed", async (world) => {
  const peer = world.peer();
  const [composed, decomposed] = ["NFC", "NFD"].map((form) => "mật-khẩu-123".normalize(form));
  await peer.ok(`reg alice ${composed}`);
  await peer.ok(`reg bob ${decomposed}`);
  for (const name of ["alice", "bob"]) {
    for (const typed of [composed, decomposed]) await peer.ok(`login ${name} ${typed}`);
    assert.equal(await peer.err(`login ${name} mat-khau-123`), "bad_credentials");
  }
  // An account of a server that hashed what was sent.
  const passwordHash = await bcrypt.hash(decomposed, 4);
  await world.services.store.write("createUser", { username: "carol", passwordHash, at: 0 })
    .promise();
  await peer.ok(`login carol ${decomposed}`);
});

testInWorld("login answers alike when the name or the password is wrong", async (world) => {
  const peer = world.peer();
  await peer.ok("reg alice matkhau-123");
  await peer.ok(`reg bob ${"x".repeat(72)}`);
  const answers = new Set<string>();
  for (
    const line of [
      "login alice matkhau-124",
      "login nobody matkhau-123",
      "login alice MATKHAU-123",
      "login a/b matkhau-123",
      // bcrypt would ignore the 73rd byte.
      `login bob ${"x".repeat(73)}`,
    ]
  ) answers.add(await peer.request(line));
  assert.deepEqual([...answers], ["err login bad_credentials wrong username or password"]);
  assert.equal(peer.trusted, false);
  assert.equal(await peer.err("login alice"), "bad_request");
});

// Guard (passwords): ten failures of a name from an address start a wait that doubles
testInWorld("login waits after ten failures in a row, longer each time", async (world) => {
  const peer = world.peer();
  await peer.ok("reg alice matkhau-123");
  for (let i = 0; i < 10; i++) {
    assert.equal(await peer.err("login alice wrong-one"), "bad_credentials");
  }
  assert.match(
    await peer.request("login ALICE matkhau-123"),
    /^err login rate_limited .* in 30 s$/,
  );
  // Other addresses and other names don't have to wait.
  await world.peer("192.0.2.2").ok("login alice matkhau-123");
  assert.equal(await peer.err("login bob matkhau-123"), "bad_credentials");
  world.time += 29_999;
  assert.match(await peer.request("login alice matkhau-123"), / in 1 s$/);
  world.time += 1;
  assert.equal(await peer.err("login alice wrong-one"), "bad_credentials");
  assert.match(await peer.request("login alice matkhau-123"), / in 60 s$/);
  world.time += 60_000;
  await peer.ok("login alice matkhau-123");
  assert.equal(await peer.err("login alice wrong-one"), "bad_credentials");
});

testInWorld("a token ends when its time is over", async (world) => {
  const peer = world.peer();
  const token = await peer.join("alice");
  world.time = World.START - 123 + 7 * 24 * 60 * 60 * 1000 - 1;
  await peer.ok(`whoami ${token}`);
  world.time += 1;
  assert.equal(await peer.err(`whoami ${token}`), "token_expired");
});

testInWorld("login and the token are refused when the account is disabled", async (world) => {
  const peer = world.peer();
  const token = await peer.join("alice");
  const { store, authenticator } = world.services;
  const account = await store.findAccount("alice");
  const session = await authenticator.authenticate(token);
  assert(account !== null);
  authenticator.end(session.id);
  store.findAccount = () => Promise.resolve({ ...account, disabled: true });
  store.findSession = () => Promise.resolve({ ...session, disabled: true, ended: false });
  assert.equal(await peer.err("login alice matkhau-123"), "account_disabled");
  assert.equal(await peer.err("login alice matkhau-124"), "bad_credentials");
  assert.equal(await peer.err(`whoami ${token}`), "invalid_token");
});
