import assert from "node:assert/strict";
import {
  addMessage,
  addProject,
  addUser,
  line,
  projectsOf,
  refusal,
  START,
  testEachStore,
} from "./each_store.ts";

testEachStore("createProject makes its creator the owner and first member", async (store) => {
  const ownerId = await addUser(store, "Alice");
  const { project, duplicate } = await store.write("createProject", {
    name: "Website",
    ownerId,
    at: START,
    tag: null,
  }).promise();
  assert.deepEqual(project, {
    id: 1,
    name: "Website",
    owner: "Alice",
    created_at: "2026-11-23T08:00:00.000Z",
  });
  assert.equal(duplicate, false);
  assert.deepEqual(await store.listMembers(1), [{ username: "Alice", role: "owner" }]);
  assert.deepEqual(await store.findAccess(1, ownerId), { project, role: "owner" });
});

testEachStore("createProject gives the first result when a tag comes again", async (store) => {
  const alice = await addUser(store, "alice");
  const bob = await addUser(store, "bob");
  const create = (ownerId: number, name: string, tag: string) =>
    store.write("createProject", { name, ownerId, at: START, tag }).promise();
  // The first two are in one batch, the third comes later.
  const [first, again] = await Promise.all([create(alice, "One", "t"), create(alice, "One", "t")]);
  const later = await create(alice, "One", "t");
  assert.deepEqual(again, { project: first.project, duplicate: true });
  assert.deepEqual(later, { project: first.project, duplicate: true });
  assert.equal((await create(bob, "Of Bob", "t")).duplicate, false);
  assert.equal((await create(alice, "Case counts", "T")).duplicate, false);
  assert.equal((await projectsOf(store, alice)).length, 2);
});

testEachStore("findAccess tells owner, member, stranger and no project apart", async (store) => {
  const [alice, bob, carol] = [
    await addUser(store, "alice"),
    await addUser(store, "bob"),
    await addUser(store, "carol"),
  ];
  const projectId = await addProject(store, alice);
  await store.write("addMembers", { projectId, actorId: alice, usernames: ["bob"], at: START })
    .promise();
  for (const [userId, role] of [[alice, "owner"], [bob, "member"], [carol, null]] as const) {
    assert.equal((await store.findAccess(projectId, userId))!.role, role);
  }
  assert.equal(await store.findAccess(projectId + 1, alice), null);
});

testEachStore("addMembers answers each case of its table", async (store) => {
  const ownerId = await addUser(store, "Owner");
  for (const name of ["Bob", "Carol", "Dave"]) await addUser(store, name);
  const bobId = (await store.findAccount("bob"))!.id;
  const projectId = await addProject(store, ownerId);
  const ids = new Map<string, number>();
  for (const name of ["Bob", "Carol", "Dave"]) ids.set(name, (await store.findAccount(name))!.id);
  const project = (await store.findAccess(projectId, ownerId))!.project;
  const add = (usernames: string[], { actorId = ownerId, id = projectId } = {}) =>
    store.write("addMembers", { projectId: id, actorId, usernames, at: START }).promise();
  const result = (added: string[], already: string[], lineId: number, offset: number) => ({
    project,
    added: added.map((username) => ({
      id: ids.get(username),
      username,
      // Who was added has read the line that says so.
      lastReadId: lineId,
      offset,
    })),
    already,
    line: added.length === 0 ? null : line(lineId, "Owner", { change: "added", users: added }),
  });

  await assert.rejects(add(["bob"], { id: 99 }), refusal("project_not_found"));
  await assert.rejects(add(["bob"], { actorId: bobId }), refusal("not_owner"));
  await assert.rejects(
    add(["bob", "Eve", "carol", "mallory", "Eve"]),
    refusal("user_not_found", /: Eve, mallory;/),
  );
  // All or nothing.
  assert.deepEqual(await store.listMembers(projectId), [{ username: "Owner", role: "owner" }]);

  assert.deepEqual(await add(["carol", "BOB", "Carol"]), result(["Carol", "Bob"], [], 1, 0));
  await addMessage(store, await addProject(store, ownerId), ownerId, "elsewhere");
  const { id: newest } = await addMessage(store, projectId, ownerId);
  assert.deepEqual(
    await add(["bob", "dave", "OWNER", "carol"]),
    result(["Dave"], ["Bob", "Owner", "Carol"], newest + 1, 1),
  );
  assert.deepEqual(await add([]), result([], [], 0, 0));
  await assert.rejects(add(["bob"], { actorId: bobId }), refusal("not_owner"));
});

testEachStore(
  "listMembers gives the owner first, then by the time they were added",
  async (store) => {
    await addUser(store, "early");
    await addUser(store, "late");
    const ownerId = await addUser(store, "owner");
    const projectId = await addProject(store, ownerId);
    for (const [name, at] of [["late", START + 2], ["early", START + 1]] as const) {
      await store.write("addMembers", { projectId, actorId: ownerId, usernames: [name], at })
        .promise();
    }
    assert.deepEqual(await store.listMembers(projectId), [
      { username: "owner", role: "owner" },
      { username: "early", role: "member" },
      { username: "late", role: "member" },
    ]);
    assert.deepEqual(await store.listMembers(99), []);
  },
);

testEachStore("listProjects counts what is unread to each member", async (store) => {
  const alice = await addUser(store, "alice");
  const bob = await addUser(store, "bob");
  const projectId = await addProject(store, alice);
  await addMessage(store, projectId, alice, "before Bob came");
  const members = { projectId, actorId: alice, usernames: ["bob"], at: START };
  const added = await store.write("addMembers", members).promise();
  await addMessage(store, projectId, alice, "one");
  await addMessage(store, projectId, bob, "two");
  const last = await addMessage(store, projectId, alice, "three");
  const common = {
    id: projectId,
    name: "Website",
    owner: "alice",
    created_at: "2026-11-23T08:00:00.000Z",
    members: 2,
    last_message: last,
  };
  const ofAlice = { ...common, role: "owner", unread: 1, mentions: 0, last_read_id: 0 };
  const ofBob = { ...common, role: "member", unread: 2, mentions: 0, last_read_id: added.line!.id };
  assert.deepEqual(await projectsOf(store, alice), [ofAlice]);
  assert.deepEqual(await projectsOf(store, bob), [ofBob]);
  // By now there are three messages of her own.
  for (const [userId, summary, offset] of [[alice, ofAlice, 3], [bob, ofBob, 2]] as const) {
    const position = { lastReadId: summary.last_read_id, offset };
    assert.deepEqual(await store.watchProjects(userId, 1).promise(), {
      projects: [summary],
      more: false,
      positions: [[projectId, position]],
    });
  }
});

testEachStore("listProjects gives the latest activity first", async (store) => {
  const alice = await addUser(store, "alice");
  const ids = {
    talked: await addProject(store, alice, "talked", START),
    empty: await addProject(store, alice, "empty", START + 5),
    tied: await addProject(store, alice, "tied", START + 5),
    newest: await addProject(store, alice, "newest", START + 20),
    talkedOnce: await addProject(store, alice, "talked once", START + 1),
  };
  await addMessage(store, ids.talked, alice, "hi", START + 10);
  await addMessage(store, ids.talkedOnce, alice, "hi", START + 7);
  assert.deepEqual(
    (await projectsOf(store, alice)).map((project) => project.name),
    ["newest", "talked", "talked once", "tied", "empty"],
  );
  const empty = (await projectsOf(store, alice)).at(-1)!;
  assert.equal(empty.last_message, null);
  assert.equal(empty.unread, 0);
  assert.deepEqual(await projectsOf(store, alice + 1), []);
});
