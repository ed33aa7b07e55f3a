import assert from "node:assert/strict";
import { room, testInWorld, written } from "./harness.ts";

testInWorld("archiving and restoring tell the room and who watches, once", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const [inside, stranger] = [world.peer(), world.peer()];
  await stranger.ok(`watch ${await stranger.join("carol")}`);
  await alice.ok(`watch ${token}`);
  await alice.ok(`enter ${token} 1`);
  await inside.ok(`enter ${bobToken} 1`);
  await bob.ok(`watch ${bobToken}`);
  const open = (await bob.ok(`enter ${bobToken} 1`)).project;
  for (
    const [action, change, expected] of [
      ["archive_project", "archived", { ...open, archived: true }],
      ["restore_project", "restored", open],
    ]
  ) {
    for (const peer of [alice, bob, inside]) peer.events();
    const { project } = await alice.ok(`${action} ${token} 1`);
    assert.deepEqual(project, expected);
    assert.match(alice.lines.at(-3)!, new RegExp(`^ok ${action} `), "the response comes first");
    for (const peer of [alice, bob, inside]) {
      const [[chat, line], ...others] = peer.told();
      assert.deepEqual([chat, line.user, line.notice], ["chat", "alice", { change }]);
      assert.deepEqual(others, [["project", { change, project }]]);
    }
    assert.deepEqual((await alice.ok(`${action} ${token} 1`)).project, project);
    assert.deepEqual((await bob.ok(`enter ${bobToken} 1`)).project, project);
    const [{ archived }] = (await bob.ok(`projects ${bobToken}`)).projects;
    assert.equal(archived, project.archived);
    for (const peer of [alice, bob, inside]) assert.deepEqual(peer.told(), [], "nothing changed");
  }
  assert.deepEqual(stranger.told(), []);
});

testInWorld("nothing is written in an archived project, and everything is read", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.join("carol");
  await bob.ok(`chat ${bobToken} 1 Kế hoạch`);
  await alice.ok(`chat ${token} 1 hai`);
  // The author and the room are cached by the writer.
  await alice.ok(`archive_project ${token} 1`);
  const long = "x".repeat(16_001);
  const refused = [
    `chat ${token} 1 hi`,
    `chat ${bobToken} 1 hi`,
    `chat ${bobToken} 1 ${long}`,
    `chat ${bobToken} 1`,
    `edit ${bobToken} 2 Kế hoạch mới`,
    `delete ${bobToken} 2`,
    `delete ${token} 2`,
    `add_group ${token} 1 carol`,
    `add_group ${token} 1 nobody`,
    `kick ${token} 1 bob`,
    `kick ${token} 1 nobody`,
    `rename_project ${token} 1 Other`,
    `rename_project ${token} 1`,
    `transfer ${token} 1 bob`,
    `transfer ${token} 1 alice`,
  ];
  for (const line of refused) {
    const response = await alice.request(line);
    assert.match(response, /^err \S+ project_archived .*restore_project/, line.slice(-30));
  }
  const { messages } = await bob.ok(`history ${bobToken} 1`);
  // deno-lint-ignore no-explicit-any
  assert.deepEqual(written(messages).map(({ message }: any) => message), [
    "Kế hoạch",
    "hai",
  ]);
  assert.equal((await bob.ok(`members ${bobToken} 1`)).members.length, 2);
  assert.equal(await bob.err(`enter ${bobToken} 1 - 1`), "bad_request");
  assert.equal((await bob.ok(`search ${bobToken} 1 ke hoach`)).messages.length, 1);
  assert.deepEqual(await bob.ok(`read ${bobToken} 1 3`), { unread: 0, mentions: 0 });
  await bob.ok(`enter ${bobToken} 1`);
  await bob.ok(`kick ${bobToken} 1 bob`);
  assert.equal(await bob.err(`chat ${bobToken} 1 hi`), "not_a_member");

  await alice.ok(`restore_project ${token} 1`);
  await alice.ok(`chat ${token} 1 ba`);
  await bob.ok(`rejoin ${bobToken} 1`);
  await bob.ok(`chat ${bobToken} 1 bốn`);
});

testInWorld("what was sent before a project was archived is told by its tag", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const { message } = await bob.ok(`@once chat ${bobToken} 1 trước`);
  await alice.ok(`archive_project ${token} 1`);
  const again = await bob.ok(`@once chat ${bobToken} 1 trước`);
  assert.deepEqual(again, { message, duplicate: true });
  assert.equal(await bob.err(`@twice chat ${bobToken} 1 trước`), "project_archived");
  await alice.ok(`restore_project ${token} 1`);
  assert.equal((await bob.ok(`@twice chat ${bobToken} 1 trước`)).duplicate, undefined);
});

testInWorld("only the owner archives and restores", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const carol = await bob.join("carol");
  for (const action of ["archive_project", "restore_project"]) {
    for (
      const [line, code] of [
        [`${action} ${bobToken} 1`, "not_owner"],
        [`${action} ${carol} 1`, "not_owner"],
        [`${action} ${token} 9`, "project_not_found"],
        [`${action} ${token}`, "bad_request"],
        [`${action} ${token} 1 now`, "bad_request"],
      ]
    ) assert.equal(await bob.err(line), code, line);
  }
  await alice.ok(`transfer ${token} 1 bob`);
  await bob.ok(`archive_project ${bobToken} 1`);
  assert.equal(await alice.err(`restore_project ${token} 1`), "not_owner");
});
