import assert from "node:assert/strict";
import { room, testInWorld } from "./harness.ts";

testInWorld("rename_project tells the room and who watches", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const [inside, stranger] = [world.peer(), world.peer()];
  await stranger.ok(`watch ${await stranger.join("carol")}`);
  await alice.ok(`watch ${token}`);
  await alice.ok(`enter ${token} 1`);
  await inside.ok(`enter ${bobToken} 1`);
  await bob.ok(`watch ${bobToken}`);
  for (const peer of [alice, bob, inside]) peer.events();
  const { project } = await alice.ok(`rename_project ${token} 1  Trang web  mới `);
  assert.deepEqual(project, {
    id: 1,
    name: "Trang web  mới",
    owner: "alice",
    created_at: "2026-11-23T08:15:30.123Z",
  });
  const event = ["project", { change: "renamed", project }];
  assert.match(alice.lines.at(-3)!, /^ok rename_project /, "the response is before the event");
  const line = ["chat", {
    id: 2,
    project_id: 1,
    user: "alice",
    message: "",
    timestamp: "2026-11-23T08:15:30.123Z",
    notice: { change: "renamed", name: "Trang web  mới" },
  }];
  for (const peer of [alice, inside]) assert.deepEqual(peer.told(), [line, event]);
  assert.deepEqual(bob.told(), [event], "who watches hears of no line");
  assert.deepEqual(stranger.told(), []);
  assert.deepEqual(await alice.ok(`rename_project ${token} 1 ${project.name}`), { project });
  for (const peer of [alice, bob, inside]) assert.deepEqual(peer.told(), [], "nothing changed");
  const [row] = (await bob.ok(`projects ${bobToken}`)).projects;
  assert.equal(row.name, project.name);
  const [entry, ...others] = world.audit.filter(({ response }) =>
    response.startsWith("event project ")
  ).slice(-1);
  assert.deepEqual([entry.user, others], ["alice", []]);
});

testInWorld("a rename while enter reads comes once, and not before the response", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const { store } = world.services;
  await bob.ok(`watch ${bobToken}`);
  const read = store.readRoom.bind(store);
  store.readRoom = async (...request) => {
    const view = await read(...request);
    await alice.ok(`rename_project ${token} 1 Meanwhile`);
    return view;
  };
  assert.equal((await bob.ok(`enter ${bobToken} 1`)).project.name, "Website");
  const kinds = bob.lines.map((line) => line.split(" ").slice(0, 2).join(" "));
  assert.deepEqual(kinds.slice(-3), ["ok enter", "event chat", "event project"]);
});
