import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import type { Store } from "../../lib/store/store.ts";
import {
  addMessage,
  addProject,
  addUser,
  line,
  projectsOf,
  refusal,
  START,
  testEachStore,
  WHOLE,
} from "./each_store.ts";

/** Creates project 1 with the owner alice, members bob and carol, and the stranger mallory. */
async function room(store: Store) {
  const ids: Record<string, number> = {};
  for (const name of ["alice", "Bob", "carol", "mallory"]) {
    ids[name.toLowerCase()] = await addUser(store, name);
  }
  const projectId = await addProject(store, ids.alice);
  const members = { projectId, actorId: ids.alice, usernames: ["bob", "carol"], at: START };
  await store.write("addMembers", members).promise();
  const edit = (userId: number, messageId: number, text = "edited") =>
    store.write("editMessage", { messageId, userId, text, at: START + 9 }).promise();
  const remove = (userId: number, messageId: number) =>
    store.write("deleteMessage", { messageId, userId, at: START + 10 }).promise();
  const kick = (actorId: number, username: string, id = projectId) =>
    store.write("removeMember", { projectId: id, actorId, username, at: START }).promise();
  const transfer = (actorId: number, username: string, id = projectId) =>
    store.write("transferProject", { projectId: id, actorId, username, at: START }).promise();
  const read = (userId: number, messageId: number, id = projectId) =>
    store.write("markRead", { projectId: id, userId, messageId }).promise();
  const say = async (userId: number, text: string) =>
    await store.write("addMessage", { projectId, userId, text, at: START, tag: null }).promise();
  return { ids, projectId, edit, remove, kick, transfer, read, say };
}

testEachStore("editMessage and deleteMessage refuse each case of their table", async (store) => {
  const { ids, projectId, edit, remove, kick } = await room(store);
  const { id } = await addMessage(store, projectId, ids.bob, "mine");
  for (const userId of [ids.alice, ids.carol]) {
    await assert.rejects(edit(userId, id), refusal("not_author"));
  }
  await assert.rejects(remove(ids.carol, id), refusal("not_author"));
  for (const change of [edit, remove]) {
    await assert.rejects(change(ids.mallory, id), refusal("message_not_found"));
  }
  for (const change of [edit, remove]) {
    await assert.rejects(change(ids.bob, id + 1), refusal("message_not_found"));
    await assert.rejects(change(ids.alice, 0), refusal("message_not_found"));
  }
  await kick(ids.alice, "bob");
  for (const change of [edit, remove]) {
    await assert.rejects(change(ids.bob, id), refusal("not_a_member"));
  }
  await remove(ids.alice, id);
  for (const change of [edit, remove]) {
    await assert.rejects(change(ids.bob, id), refusal("not_a_member"));
    await assert.rejects(change(ids.alice, id), refusal("message_not_found"));
  }
});

testEachStore(
  "editMessage replaces the text, and deleteMessage leaves a row without one",
  async (store) => {
    const { ids, projectId, edit, remove, say } = await room(store);
    const { message } = await say(ids.bob, "first words");
    await say(ids.bob, "next");
    const edited = { ...message, message: "better", edited_at: "2026-11-23T08:00:00.009Z" };
    assert.deepEqual(await edit(ids.bob, message.id, "better"), { message: edited, mentioned: [] });
    assert.deepEqual((await store.messagesAfter(projectId, 1, WHOLE)).messages[0], edited);
    const deleted = { ...edited, message: "", deleted: true };
    assert.deepEqual(await remove(ids.alice, message.id), { message: deleted, authorId: ids.bob });
    assert.deepEqual((await store.messagesAfter(projectId, 1, WHOLE)).messages[0], deleted);
  },
);

testEachStore("addMessage gives a message as it is now when its tag comes again", async (store) => {
  const { ids, projectId, edit, remove } = await room(store);
  const add = () =>
    store.write("addMessage", {
      projectId,
      userId: ids.bob,
      text: "hi @carol",
      at: START,
      tag: "t",
    })
      .promise();
  const { message } = await add();
  const again = (message: unknown) => ({ message, duplicate: true, ordinal: 1, mentioned: [] });
  for (const change of [edit, remove]) {
    const { message: changed } = await change(ids.bob, message.id);
    assert.deepEqual(await add(), again(changed));
  }
});

testEachStore("addMessage and editMessage tell which members are mentioned", async (store) => {
  const { ids, projectId, edit, say } = await room(store);
  const [bob, carol, alice] = [
    { id: ids.bob, username: "Bob" },
    { id: ids.carol, username: "carol" },
    { id: ids.alice, username: "alice" },
  ];
  const cases: [string, unknown[]][] = [
    ["hi @bob, @CAROL. and @bob again", [bob, carol]],
    ["@alice @mallory @nobody mail@bob.com", [alice]],
    ["no one", []],
    ["@", []],
    [`${"@nobody ".repeat(500)}@carol`, [carol]],
  ];
  for (const [text, mentioned] of cases) {
    assert.deepEqual((await say(ids.alice, text)).mentioned, mentioned, text);
  }
  const { message } = await say(ids.alice, "@bob");
  assert.deepEqual((await edit(ids.alice, message.id, "@carol @bob")).mentioned, [carol]);
  assert.deepEqual((await edit(ids.alice, message.id, "@carol")).mentioned, []);
  assert.deepEqual((await edit(ids.alice, message.id, "@alice")).mentioned, [alice]);
  const mentions = async (userId: number) =>
    (await projectsOf(store, userId)).find(({ id }) => id === projectId)!.mentions;
  // Not her own messages.
  assert.equal(await mentions(ids.alice), 0);
  assert.equal(await mentions(ids.bob), 1);
  assert.equal(await mentions(ids.carol), 2);
});

testEachStore("addMessage looks up a limited number of names, the first ones", async (store) => {
  const { ids, say } = await room(store);
  const names = Array.from({ length: 2_000 }, (_, i) => `@n${i}`).join(" ");
  assert.deepEqual((await say(ids.alice, `@bob ${names} @carol @bob`)).mentioned, [
    { id: ids.bob, username: "Bob" },
  ]);
});

testEachStore(
  "markRead moves forward to the newest at most, and counts the rest",
  async (store) => {
    const { ids, projectId, read, say } = await room(store);
    const messages = [];
    for (const text of ["1", "2 @bob", "3", "4 @bob", "5"]) {
      messages.push((await say(ids.alice, text)).message.id);
    }
    const [, second, third, , fifth] = messages;
    await addMessage(store, await addProject(store, ids.alice), ids.alice, "elsewhere");
    const steps: [number, object][] = [
      [0, { lastReadId: 1, offset: 0, unread: 5, mentions: 2 }],
      [third, { lastReadId: third, offset: 3, unread: 2, mentions: 1 }],
      [second, { lastReadId: third, offset: 3, unread: 2, mentions: 1 }],
      [fifth + 1_000, { lastReadId: fifth, offset: 5, unread: 0, mentions: 0 }],
    ];
    for (const [messageId, position] of steps) {
      assert.deepEqual(await read(ids.bob, messageId), position);
    }
    const { projects: [{ unread, mentions, last_read_id }] } = await store
      .watchProjects(ids.bob, 10).promise();
    assert.deepEqual([unread, mentions, last_read_id], [0, 0, fifth]);
    await assert.rejects(read(ids.mallory, 1), refusal("not_a_member"));
    await assert.rejects(read(ids.bob, 1, 99), refusal("project_not_found"));
    assert.equal((await projectsOf(store, ids.carol))[0].unread, 5);
    assert.equal(projectId, 1);
  },
);

testEachStore("removeMember answers each case of its table", async (store) => {
  const { ids, projectId, kick, read, say } = await room(store);
  await say(ids.alice, "@bob @carol");
  const cases: [actor: string, target: string, code: Parameters<typeof refusal>[0]][] = [
    ["bob", "carol", "not_owner"],
    ["bob", "nobody", "not_owner"],
    ["mallory", "bob", "not_a_member"],
    ["mallory", "nobody", "not_a_member"],
    ["bob", "alice", "not_owner"],
    ["mallory", "mallory", "not_a_member"],
    ["alice", "mallory", "not_a_member"],
    ["alice", "nobody", "not_a_member"],
    ["alice", "ALICE", "bad_request"],
  ];
  for (const [actor, target, code] of cases) {
    await assert.rejects(kick(ids[actor], target), refusal(code), `${actor} removes ${target}`);
  }
  await assert.rejects(kick(ids.alice, "bob", 99), refusal("project_not_found"));
  assert.equal((await store.listMembers(projectId)).length, 3);

  const project = (await store.findAccess(projectId, ids.alice))!.project;
  const removed = { id: ids.bob, username: "Bob" };
  assert.deepEqual(await kick(ids.alice, "BOB"), {
    project,
    removed,
    line: line(3, "alice", { change: "removed", users: ["Bob"] }),
  });
  const left = line(4, "carol", { change: "left", users: ["carol"] });
  assert.deepEqual((await kick(ids.carol, "Carol")).line, left);
  // She can't come back any more, and has left already.
  assert.equal((await kick(ids.alice, "carol")).line, null);
  assert.deepEqual(await store.listMembers(projectId), [{ username: "alice", role: "owner" }]);
  assert.equal((await store.findAccess(projectId, ids.bob))!.role, null);
  await assert.rejects(say(ids.bob, "still here?"), refusal("not_a_member"));

  // A member who returns starts anew.
  const members = { projectId, actorId: ids.alice, usernames: ["bob"], at: START };
  await store.write("addMembers", members).promise();
  const [{ unread, mentions, last_read_id }] = await projectsOf(store, ids.bob);
  assert.deepEqual([unread, mentions, last_read_id], [0, 0, 5]);
  assert.equal((await read(ids.bob, 1)).mentions, 0);
});

testEachStore("transferProject makes a member the owner, and the old one stays", async (store) => {
  const { ids, projectId, transfer, kick } = await room(store);
  const before = (await store.findAccess(projectId, ids.alice))!.project;
  await assert.rejects(transfer(ids.bob, "bob"), refusal("not_owner"));
  await assert.rejects(transfer(ids.alice, "mallory"), refusal("not_a_member"));
  await assert.rejects(transfer(ids.alice, "nobody"), refusal("not_a_member"));
  await assert.rejects(transfer(ids.alice, "bob", 99), refusal("project_not_found"));
  assert.deepEqual(await transfer(ids.alice, "ALICE"), { project: before, line: null });
  const project = { ...before, owner: "Bob" };
  const told = line(2, "alice", { change: "transferred", users: ["Bob"] });
  assert.deepEqual(await transfer(ids.alice, "bob"), { project, line: told });
  assert.deepEqual((await store.listMembers(projectId)).map(({ role }) => role), [
    "owner",
    "member",
    "member",
  ]);
  await assert.rejects(kick(ids.alice, "carol"), refusal("not_owner"));
  await assert.rejects(kick(ids.bob, "bob"), refusal("bad_request", /transfer/));
  await kick(ids.bob, "alice");
});

testEachStore("renameProject is the owner's alone", async (store) => {
  const { ids, projectId } = await room(store);
  const rename = (actorId: number, id = projectId) =>
    store.write("renameProject", { projectId: id, actorId, name: "Trang chủ", at: START })
      .promise();
  await assert.rejects(rename(ids.bob), refusal("not_owner"));
  await assert.rejects(rename(ids.alice, 99), refusal("project_not_found"));
  const { project, line: told } = await rename(ids.alice);
  assert.equal(project.name, "Trang chủ");
  assert.deepEqual(told, line(2, "alice", { change: "renamed", name: "Trang chủ" }));
  assert.deepEqual(await rename(ids.alice), { project, line: null });
  assert.deepEqual((await store.findAccess(projectId, ids.bob))!.project, project);
});

testEachStore(
  "watchProjects has what is settled before it and nothing that is settled later",
  async (store) => {
    const { ids, projectId } = await room(store);
    const other = await addProject(store, ids.alice, "Other");
    // What the list has to say of the first project, by what was settled.
    let expected: { unread: number; offset: number; lastReadId: number } | null;
    expected = { unread: 0, offset: 0, lastReadId: 1 };
    let ordinal = 0;
    const settled: Promise<unknown>[] = [];
    const wrong: unknown[] = [];
    // It is in `settled` too.
    const ignore = () => {};
    const write: Store["write"] = (name, input) => {
      const commit = store.write(name, input);
      settled.push(commit.promise());
      return commit;
    };
    const say = (userId: number, id = projectId) =>
      write("addMessage", { projectId: id, userId, text: "hi", at: START, tag: null }).settle(
        (added) => {
          if (id !== projectId) return;
          ordinal = added.ordinal;
          if (expected !== null && userId === ids.bob) expected.offset++;
          if (expected !== null) expected.unread = ordinal - expected.offset;
        },
        ignore,
      );
    let lists = 0;
    const list = () => {
      const commit = store.watchProjects(ids.bob, 10);
      settled.push(commit.promise());
      commit.settle(({ projects, positions }) => {
        lists++;
        const unread = projects.find(({ id }) => id === projectId)?.unread;
        const place = new Map(positions).get(projectId);
        const position = unread === undefined ? null : { unread, ...place };
        // An assertion that fails in a step fails no test.
        if (!isDeepStrictEqual(position, expected)) wrong.push([position, expected]);
      }, ignore);
    };
    for (let round = 0; round < 40; round++) {
      for (let i = 0; i < 30; i++) {
        say(ids.alice);
        if (i % 3 === 0) say(ids.alice, other);
        if (i % 7 === 0) list();
      }
      // A read mark, a removal and a return: each is in the list, or comes after it.
      const change = { projectId, actorId: ids.alice, username: "bob", at: START };
      if (round % 2 === 0) {
        write("markRead", { projectId, userId: ids.bob, messageId: round * 9 }).settle(
          ({ unread, offset, lastReadId }) => expected = { unread, offset, lastReadId },
          ignore,
        );
        say(ids.bob);
      } else {
        write("removeMember", change).settle(() => expected = null, ignore);
        list();
        const back = { projectId, actorId: ids.alice, usernames: ["bob"], at: START };
        write("addMembers", back).settle(({ added: [{ offset, lastReadId }] }) => {
          expected = { unread: ordinal - offset, offset, lastReadId };
        }, ignore);
      }
      list();
      await new Promise((resolve) => setTimeout(resolve, round % 4));
      list();
    }
    list();
    await Promise.all(settled);
    assert.deepEqual(wrong, []);
    assert.equal(lists, 40 * (5 + 2) + 20 + 1);
  },
);

testEachStore("readRoom gives the room to its members, and nothing to others", async (store) => {
  const { ids, projectId, say, edit } = await room(store);
  const request = { projectId, afterId: null, afterChange: null, size: { limit: 2, bytes: 99 } };
  const read = (userId: number, more: object = {}) =>
    store.readRoom({ ...request, userId, ...more });
  const { project } = (await store.findAccess(projectId, ids.bob))!;
  const members = await store.listMembers(projectId);
  const empty = {
    project,
    role: "member",
    members,
    page: {
      messages: [line(1, "alice", { change: "added", users: ["Bob", "carol"] })],
      more: false,
    },
    changes: null,
    lastId: 1,
    lastChange: 0,
  };
  assert.deepEqual(await read(ids.bob), empty);
  assert.deepEqual(await read(ids.mallory), null);
  assert.deepEqual(await read(ids.bob, { projectId: 99 }), null);
  const said = [];
  for (const text of ["1", "2", "3"]) said.push((await say(ids.bob, text)).message);
  const { message: edited } = await edit(ids.bob, said[0].id);
  const lastChange = await store.lastChange(projectId);
  const view = { ...empty, lastId: said[2].id, lastChange };
  assert.deepEqual(await read(ids.alice), {
    ...view,
    role: "owner",
    page: { messages: said.slice(1), more: true },
  });
  assert.deepEqual(await read(ids.bob, { afterId: said[1].id, afterChange: 0 }), {
    ...view,
    page: { messages: said.slice(2), more: false },
    changes: { messages: [edited], more: false, lastChange },
  });
  assert.deepEqual(await read(ids.bob, { afterId: 1 }), {
    ...view,
    page: { messages: [edited, said[1]], more: true },
  });
});

testEachStore("readRoom gives the changed messages once each, in pages", async (store) => {
  const { ids, projectId, edit, remove, say } = await room(store);
  const other = await addProject(store, ids.bob);
  const messages = [];
  for (let i = 0; i < 6; i++) messages.push((await say(ids.bob, `${i}`)).message.id);
  const elsewhere = await addMessage(store, other, ids.bob);
  assert.equal(await store.lastChange(projectId), 0);
  const changes = async (afterChange: number, afterId: number, size = WHOLE) => {
    const request = { projectId, userId: ids.bob, afterId, afterChange, size };
    return (await store.readRoom(request))!.changes!;
  };
  assert.deepEqual(await changes(0, 99), { messages: [], more: false, lastChange: 0 });
  const [a, b, c, d] = messages;
  await edit(ids.bob, a, "a1");
  await edit(ids.bob, b, "b1");
  await edit(ids.bob, elsewhere.id, "elsewhere");
  await edit(ids.bob, a, "a2");
  await remove(ids.bob, c);
  await edit(ids.bob, d, "d1");
  const last = await store.lastChange(projectId);
  const page = async (after: number, throughId: number, size = WHOLE) => {
    const { messages, more, lastChange } = await changes(after, throughId, size);
    return { texts: messages.map(({ message }) => message), more, lastChange };
  };
  assert.deepEqual(await page(0, 99), {
    texts: ["b1", "a2", "", "d1"],
    more: false,
    lastChange: last,
  });
  // Later messages come in their current state, so their changes need not be sent.
  assert.deepEqual(await page(0, c), { texts: ["b1", "a2", ""], more: false, lastChange: last });
  for (const size of [{ limit: 1, bytes: 99 }, { limit: 9, bytes: 1 }]) {
    const texts: string[] = [];
    let [place, more] = [0, true];
    while (more) {
      const next = await page(place, 99, size);
      texts.push(...next.texts);
      [place, more] = [next.lastChange, next.more];
    }
    assert.deepEqual(texts, ["b1", "a2", "", "d1"]);
    assert.equal(place, last);
  }
  assert.equal(await store.lastChange(99), 0);
});
