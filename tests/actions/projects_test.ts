import assert from "node:assert/strict";
import { testInWorld } from "./harness.ts";

testInWorld("new_project makes a project when its name follows the rules", async (world) => {
  const peer = world.peer();
  const token = await peer.join("alice");
  const cases: [string, string | null][] = [
    ["Trang web công ty", "Trang web công ty"],
    ["  hai  khoảng trắng  ", "hai  khoảng trắng"],
    ["🙂".repeat(255), "🙂".repeat(255)],
    [String.raw`C:\dir`, String.raw`C:\dir`],
    ["", null],
    ["🙂".repeat(256), null],
    [String.raw`two\nlines`, null],
    [String.raw`a\tTAB`, null],
    ["two\u2028lines", null],
    ["two\u2029lines", null],
    ["\u200b", null],
    ["\u3164 \u2060\ufeff", null],
  ];
  for (const [written, name] of cases) {
    if (name === null) {
      assert.equal(
        await peer.err(`new_project ${token} ${written}`),
        "invalid_project_name",
        written,
      );
      continue;
    }
    const { project } = await peer.ok(`new_project ${token} ${written}`);
    assert.equal(project.name, name);
    assert.equal(project.owner, "alice");
    assert.equal(project.created_at, "2026-11-23T08:15:30.123Z");
  }
  assert.equal((await peer.ok(`projects ${token}`)).projects.length, 4);
});

testInWorld("new_project makes one project when a tag is sent again", async (world) => {
  const [peer, other] = [world.peer(), world.peer()];
  const token = await peer.join("alice");
  const bob = await other.join("bob");
  const first = await peer.request(`@a1 new_project ${token} Website`);
  assert.match(first, /^@a1 ok new_project \{"project":\{"id":1,/);
  assert.equal(
    await other.request(`@a1 new_project ${token}   Website `),
    first.replace(/\}$/, ',"duplicate":true}'),
  );
  assert.equal((await other.ok(`@a1 new_project ${bob} Website`)).project.id, 2);
  assert.equal((await peer.ok(`@a2 new_project ${token} Website`)).project.id, 3);
  assert.equal(await peer.err(`@a1 new_project ${token} Web`), "tag_reused");
  assert.equal((await peer.ok(`projects ${token}`)).projects.length, 2);
});

testInWorld("projects lists the latest activity first when people chat", async (world) => {
  const peer = world.peer();
  const alice = await peer.join("alice");
  const bob = await peer.join("bob");
  assert.deepEqual(await peer.ok(`projects ${alice}`), { projects: [], more: false });
  for (const name of ["One", "Two", "Three"]) {
    world.time += 1000;
    await peer.ok(`new_project ${alice} ${name}`);
  }
  await peer.ok(`add_group ${alice} 1 bob`);
  world.time += 1000;
  const { message } = await peer.ok(`chat ${bob} 1 hi`);
  const { projects } = await peer.ok(`projects ${alice}`);
  assert.deepEqual(projects.map(({ name }: { name: string }) => name), ["One", "Three", "Two"]);
  assert.deepEqual(projects[0], {
    id: 1,
    name: "One",
    owner: "alice",
    created_at: "2026-11-23T08:15:31.123Z",
    role: "owner",
    members: 2,
    unread: 1,
    mentions: 0,
    last_read_id: 0,
    last_message: message,
  });
  const [seen] = (await peer.ok(`projects ${bob}`)).projects;
  assert.deepEqual([seen.role, seen.unread], ["member", 0]);
  assert.equal(projects[1].last_message, null);
});
