import assert from "node:assert/strict";
import { room, testInWorld } from "./harness.ts";

interface Listed {
  id: string;
  address: string;
  current: boolean;
  last_used_at: string;
}

testInWorld("sessions tells the user's own logins, the one used last first", async (world) => {
  const [home, office] = [world.peer("192.0.2.1"), world.peer("192.0.2.2")];
  const first = await home.join("alice");
  await world.peer().join("bob");
  world.time += 1_000;
  const { token: second } = await office.ok("login alice matkhau-123");
  const { sessions } = await office.ok(`sessions ${second}`);
  assert.deepEqual(
    sessions.map(({ address, current }: Listed) => [address, current]),
    [["192.0.2.2", true], ["192.0.2.1", false]],
  );
  assert.deepEqual(Object.keys(sessions[0]), [
    ...["id", "created_at", "last_used_at", "address", "current"],
  ]);
  // No token begins so, and none can be made of it.
  assert.match(sessions[0].id, /^[0-9a-f]{12}$/);
  assert(!second.includes(sessions[0].id));

  world.time += 60_000;
  await world.peer("198.51.100.7").ok(`whoami ${first}`);
  const [latest] = (await office.ok(`sessions ${second}`)).sessions
    .filter(({ current }: Listed) => !current);
  assert.equal(latest.address, "198.51.100.7");
  assert.equal(latest.last_used_at, new Date(world.time).toISOString());
});

testInWorld("sessions leaves out the logins that have ended or expired", async (world) => {
  const peer = world.peer();
  const old = await peer.join("alice");
  world.time += 6 * 24 * 60 * 60_000;
  const { token } = await peer.ok("login alice matkhau-123");
  const { token: ended } = await peer.ok("login alice matkhau-123");
  await peer.ok(`logout ${ended}`);
  assert.equal((await peer.ok(`sessions ${token}`)).sessions.length, 2);
  world.time += 2 * 24 * 60 * 60_000;
  assert.equal(await peer.err(`sessions ${old}`), "token_expired");
  assert.equal((await peer.ok(`sessions ${token}`)).sessions.length, 1);
});

// Guard (accounts): nobody ends the login of another.
testInWorld("end_session ends one of the user's own logins at once, everywhere", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const { token: other } = await bob.ok("login bob matkhau-123");
  await bob.ok(`enter ${other} 1`);
  bob.events();
  const listed = (await bob.ok(`sessions ${bobToken}`)).sessions as Listed[];
  const { id } = listed.find(({ current }) => !current)!;
  assert.equal(await alice.err(`end_session ${token} ${id}`), "session_not_found");
  for (const wrong of ["0".repeat(12), id.slice(0, 4), id.toUpperCase().replace(/\d/g, "g"), "%"]) {
    assert.equal(await bob.err(`end_session ${bobToken} ${wrong}`), "session_not_found", wrong);
  }
  await bob.ok(`whoami ${other}`);
  assert.deepEqual(await bob.ok(`end_session ${bobToken} ${id}`), {});
  assert.deepEqual(bob.events(), ['event token_ended {"user":"bob"}']);
  assert.equal(await bob.err(`whoami ${other}`), "invalid_token");
  assert.equal(await bob.err(`end_session ${bobToken} ${id}`), "session_not_found");
  const [{ id: own }] = (await bob.ok(`sessions ${bobToken}`)).sessions;
  await bob.ok(`end_session ${bobToken} ${own}`);
  assert.equal(await bob.err(`whoami ${bobToken}`), "invalid_token");
});

testInWorld("passwd changes the password and ends every other token", async (world) => {
  const { bob, bobToken } = await room(world);
  const { token: other } = await bob.ok("login bob matkhau-123");
  await bob.ok(`watch ${other}`);
  bob.events();
  assert.equal(await bob.err(`passwd ${bobToken} ngắn`), "invalid_password");
  assert.deepEqual(await bob.ok(`passwd ${bobToken} mật khẩu mới`), {});
  assert.deepEqual(bob.events(), ['event token_ended {"user":"bob"}']);
  assert.equal(await bob.err(`whoami ${other}`), "invalid_token");
  await bob.ok(`whoami ${bobToken}`);
  assert.equal(await bob.err("login bob matkhau-123"), "bad_credentials");
  await bob.ok("login bob mật khẩu mới");
  assert.equal(world.audit.findLast(({ file }) => file === "passwd")!.request, "passwd *** ***");
});

// Guard (accounts): a token that ends while its password change is hashed changes nothing.
testInWorld("passwd is refused when its token ends meanwhile", async (world) => {
  const peer = world.peer();
  const token = await peer.join("alice");
  const [changed, loggedOut] = await Promise.all([
    peer.request(`passwd ${token} mật khẩu mới`),
    world.peer().request(`logout ${token}`),
  ]);
  assert.match(changed, /^err passwd invalid_token /);
  assert.match(loggedOut, /^ok logout /);
  await peer.ok("login alice matkhau-123");
});

// Guard (accounts): whoever was comparing the old password while it was changed is not let in by it.
testInWorld("login is refused when the password changes while it is compared", async (world) => {
  const peer = world.peer();
  const token = await peer.join("alice");
  const { store, passwords } = world.services;
  const verify = passwords.verify.bind(passwords);
  passwords.verify = async (...given) => {
    const right = await verify(...given);
    passwords.verify = verify;
    await peer.ok(`passwd ${token} mật khẩu mới`);
    return right;
  };
  assert.equal(await world.peer().err("login alice matkhau-123"), "bad_credentials");
  passwords.verify = async (...given) => {
    const right = await verify(...given);
    const disabling = { username: "alice", disabled: true, admin: null, at: world.time };
    await store.write("setDisabled", disabling).promise();
    return right;
  };
  assert.equal(await world.peer().err("login alice mật khẩu mới"), "account_disabled");
});
