import assert from "node:assert/strict";
import { room, testInWorld } from "./harness.ts";

testInWorld(
  "set_name gives a name that every answer tells at once, and takes it away",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    const elsewhere = world.peer();
    await elsewhere.ok(`whoami ${bobToken}`);
    const { user } = await bob.ok(`set_name ${bobToken} Trần Văn Bình`);
    assert.deepEqual(user, { id: 2, username: "bob", role: "user", name: "Trần Văn Bình" });
    assert.deepEqual((await elsewhere.ok(`whoami ${bobToken}`)).user, user);
    assert.deepEqual((await elsewhere.ok("login bob matkhau-123")).user, user);
    const member = { username: "bob", name: "Trần Văn Bình", role: "member", online: false };
    assert.deepEqual((await alice.ok(`members ${token} 1`)).members[1], member);
    assert.deepEqual((await alice.ok(`enter ${token} 1`)).members[1], member);
    const without = await bob.ok(`set_name ${bobToken} -`);
    assert.deepEqual(without.user, { id: 2, username: "bob", role: "user" });
    assert.deepEqual((await alice.ok(`members ${token} 1`)).members[1], {
      ...{ username: "bob", role: "member", online: false },
    });
  },
);

testInWorld(
  "a changed name is told to the rooms and the watchers of the user's projects",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    const [stranger, watcher] = [world.peer(), world.peer()];
    const strangerToken = await stranger.join("carol");
    await stranger.ok(`new_project ${strangerToken} Khác`);
    await stranger.ok(`enter ${strangerToken} 2`);
    await alice.ok(`enter ${token} 1`);
    await watcher.ok(`watch ${token}`);
    for (const peer of [alice, bob, stranger, watcher]) peer.events();
    await bob.ok(`set_name ${bobToken} Bình`);
    const event = ["name", { project_id: 1, user: "bob", name: "Bình" }];
    assert.deepEqual(alice.told(), [event]);
    assert.deepEqual(watcher.told(), [event]);
    assert.deepEqual(stranger.told(), []);
    // The same name again changes nothing, and tells nobody.
    await bob.ok(`set_name ${bobToken} Bình`);
    assert.deepEqual(alice.told(), []);
    await bob.ok(`set_name ${bobToken} -`);
    assert.deepEqual(alice.told(), [["name", { project_id: 1, user: "bob", name: null }]]);
    assert.equal(world.audit.findLast(({ file }) => file === "event")!.user, "bob");
  },
);

testInWorld("whoever is added with a name is told to the room with it", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const carol = world.peer();
  const carolToken = await carol.join("carol");
  await world.peer().join("dave");
  await carol.ok(`set_name ${carolToken} Lê Cẩm`);
  await bob.ok(`enter ${bobToken} 1`);
  bob.events();
  await alice.ok(`add_group ${token} 1 carol, dave`);
  const added = { project_id: 1, added: ["carol", "dave"], removed: [], by: "alice" };
  assert.deepEqual(bob.told()[1], ["members", { ...added, names: { carol: "Lê Cẩm" } }]);
  await carol.ok(`kick ${carolToken} 1 carol`);
  bob.events();
  await carol.ok(`rejoin ${carolToken} 1`);
  assert.deepEqual(bob.told()[1], ["members", {
    ...{ project_id: 1, added: ["carol"], removed: [], by: "carol", names: { carol: "Lê Cẩm" } },
  }]);
});

testInWorld("set_name refuses what is no name, and keeps the one that stands", async (world) => {
  const peer = world.peer();
  const token = await peer.join("alice");
  await peer.ok(`set_name ${token} Lan`);
  const refused = [
    "",
    "\\n",
    "Lan\\nBình",
    "Lan\\tBình",
    "\u200b\u200b",
    "ㅤ",
    "Lan\u2028Bình",
    "\u202enaL",
    "Lan\u2066",
    "x".repeat(65),
    "𝐛".repeat(65),
  ];
  for (const name of refused) {
    assert.equal(await peer.err(`set_name ${token} ${name}`), "invalid_name", JSON.stringify(name));
  }
  assert.equal((await peer.ok(`whoami ${token}`)).user.name, "Lan");
  for (
    const name of ["ặ".repeat(64), "👩‍👩‍👧 Lan", "佐藤", "Нгуен", "- Lan -", "Nguyễn".normalize("NFD")]
  ) {
    const { user } = await peer.ok(`set_name ${token} ${name}`);
    assert.equal(user.name, name.normalize("NFC"));
  }
});

// Guard (accounts): a display name can't pass for another user's username or name, nor a username for a name.
testInWorld("a name that looks like another user's is taken, in every direction", async (world) => {
  const [alice, bob] = [world.peer(), world.peer()];
  const [token, bobToken] = [await alice.join("alice"), await bob.join("bob")];
  for (const name of ["bob", "BOB", "bоb", "b o b", "ｂｏｂ", "b\u200bob"]) {
    assert.equal(await alice.err(`set_name ${token} ${name}`), "name_taken", name);
  }
  await alice.ok(`set_name ${token} Nguyễn Thị Lan`);
  assert.equal(await bob.err(`set_name ${bobToken} NGUYỄN THỊ LAN`), "name_taken");
  await bob.ok(`set_name ${bobToken} Nguyễn Thị Lân`);
  // One's own is nobody else's.
  for (const name of ["Alice", "alice", "Nguyễn Thị Lan"]) {
    await alice.ok(`set_name ${token} ${name}`);
  }
  await alice.ok(`set_name ${token} Dave`);
  for (const taken of ["dave", "DAVE"]) {
    assert.equal(await world.peer().err(`reg ${taken} matkhau-123`), "username_taken");
  }
  await alice.ok(`set_name ${token} -`);
  await world.peer().ok("reg dave matkhau-123");
  assert.equal(await alice.err(`set_name ${token} Dave`), "name_taken");
});

// Guard (accounts): of two who take one name at once, one gets it.
testInWorld("two who take the same name at once don't both get it", async (world) => {
  const [alice, bob] = [world.peer(), world.peer()];
  const [token, bobToken] = [await alice.join("alice"), await bob.join("bob")];
  const answers = await Promise.all([
    alice.request(`set_name ${token} Lan`),
    bob.request(`set_name ${bobToken} LAN`),
    world.peer().request("reg lan matkhau-123"),
  ]);
  assert.deepEqual(
    answers.map((line) => line.slice(0, 2)).filter((start) => start === "ok").length,
    1,
  );
});
