import assert from "node:assert/strict";
import { testInWorld } from "./harness.ts";

testInWorld("reg makes an account when name and password follow the rules", async (world) => {
  const peer = world.peer();
  assert.deepEqual(await peer.ok("reg alice matkhau-123"), {
    user: { id: 1, username: "alice", role: "user" },
  });
  assert.deepEqual(await peer.ok(`reg ${"x".repeat(32)} ${"ạ".repeat(24)}`), {
    user: { id: 2, username: "x".repeat(32), role: "user" },
  });
  assert.equal(peer.trusted, false);
});

testInWorld("reg refuses when name or password break the rules", async (world) => {
  const peer = world.peer();
  await peer.ok("reg Alice matkhau-123");
  const cases: [string, string][] = [
    ["reg", "bad_request"],
    ["reg alice", "bad_request"],
    ["reg alice  ", "bad_request"],
    ["reg alice matkhau-123", "username_taken"],
    ["reg ALICE matkhau-123", "username_taken"],
    ["reg -bob matkhau-123", "invalid_username"],
    ["reg bò matkhau-123", "invalid_username"],
    ["reg b/b matkhau-123", "invalid_username"],
    ["reg bob. matkhau-123", "invalid_username"],
    ["reg bob_ matkhau-123", "invalid_username"],
    ["reg b- matkhau-123", "invalid_username"],
    ["reg . matkhau-123", "invalid_username"],
    [`reg ${"x".repeat(33)} matkhau-123`, "invalid_username"],
    ["reg bob 1234567", "invalid_password"],
    ["reg bob ạạạạạạạ", "invalid_password"],
    [`reg bob ${"x".repeat(73)}`, "invalid_password"],
    [`reg bob ${"ạ".repeat(24)}x`, "invalid_password"],
    // Fourteen code points decomposed, seven composed.
    [`reg bob ${"ạ".repeat(7).normalize("NFD")}`, "invalid_password"],
  ];
  for (const [line, code] of cases) assert.equal(await peer.err(line), code, line);
});

testInWorld("names that end in punctuation, from before, still log in", async (world) => {
  const peer = world.peer();
  await peer.ok("reg an.nguyen_2-b matkhau-123");
  const passwordHash = await world.services.passwords.hash("matkhau-123");
  await world.services.store.write("createUser", { username: "an.", passwordHash, at: 0 })
    .promise();
  const { token } = await peer.ok("login an. matkhau-123");
  assert.equal((await peer.ok(`whoami ${token}`)).user.username, "an.");
});

testInWorld("reg makes one account when two ask for the name at once", async (world) => {
  const answers = await Promise.all(
    ["bob", "BOB", "Bob"].map((name) => world.peer().request(`reg ${name} matkhau-123`)),
  );
  assert.equal(answers.filter((answer) => answer.startsWith("ok reg ")).length, 1);
  assert.equal(answers.filter((answer) => answer.startsWith("err reg username_taken ")).length, 2);
});

testInWorld("reg makes nothing when registration is closed", async (world) => {
  assert.equal(await world.peer().err("reg alice matkhau-123"), "registration_closed");
}, { registration: "closed" });
