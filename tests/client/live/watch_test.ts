import assert from "node:assert/strict";
import { NOTHING } from "../../../client/shared/cursor.ts";
import { LineClient } from "../../line_client.ts";
import { listed, Reader, withSessions } from "../session/sessions.ts";

Deno.test("watch counts what others write, whether the room is open or not, until it is read", async () => {
  await withSessions(async ({ session, proxy }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const [one, two] = [await alice.createProject("One"), await alice.createProject("Two")];
    for (const { id } of [one, two]) await alice.addMembers(id, "bob");
    const list = new Reader(bob.watch());
    const first = await listed(list, () => true);
    assert.deepEqual(first.map(({ name, unread }) => [name, unread]), [["Two", 0], ["One", 0]]);

    const room = new Reader(bob.events(two.id, NOTHING));
    await room.until("presence");
    for (const { id } of [one, two]) {
      for (const text of ["hello", "@bob look", "and @bob again"]) await alice.chat(id, text);
    }
    const counted = await listed(
      list,
      (projects) => projects.every(({ mentions, unread }) => mentions === 2 && unread === 3),
    );
    assert.deepEqual(counted.map(({ name }) => name), ["Two", "One"]);
    assert.equal(list.events.filter(({ type }) => type === "mention").length, 4);

    const mine = await bob.chat(one.id, "mine, @bob");
    const own = await listed(list, ([{ last_message }]) => last_message?.id === mine.id);
    assert.deepEqual(own.map(({ name, unread, mentions }) => [name, unread, mentions]), [
      ["One", 3, 2],
      ["Two", 3, 2],
    ]);
    assert.deepEqual(await bob.read(one.id, mine.id), { unread: 0, mentions: 0 });
    const read = await listed(list, ([{ unread }]) => unread === 0);
    assert.equal(read[0].last_read_id, mine.id);

    assert.deepEqual(await room.messages("and @bob again"), [
      "hello",
      "@bob look",
      "and @bob again",
    ]);
    const mentions = room.events.filter(({ type }) => type === "mention");
    assert.equal(mentions.length, 3, "a room hears of mentions in other projects too");
    assert.equal(proxy.connections, 2, "one connection a session");
  });
});

Deno.test("watch tells of projects that are made, joined, renamed, handed over and left", async () => {
  await withSessions(async ({ session }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const list = new Reader(bob.watch());
    assert.deepEqual(await listed(list, () => true), []);
    const { id } = await alice.createProject("Website");
    await alice.addMembers(id, "bob");
    const [joined] = await listed(list, ({ length }) => length === 1);
    assert.deepEqual([joined.name, joined.role, joined.members], ["Website", "member", 2]);
    await alice.rename(id, "Trang web");
    await listed(list, ([{ name }]) => name === "Trang web");
    assert.equal((await alice.transfer(id, "BOB")).owner, "bob");
    await listed(list, ([{ role, owner }]) => role === "owner" && owner === "bob");
    await bob.transfer(id, "alice");
    await alice.removeMember(id, "bob");
    await listed(list, ({ length }) => length === 0);
    await bob.createProject("Own");
    await listed(list, ([own]) => own?.name === "Own");
  });
});

Deno.test("watch forgets what is edited or deleted before it is read", async () => {
  await withSessions(async ({ session }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const { id } = await alice.createProject("Website");
    await alice.addMembers(id, "bob");
    const [list, room] = [new Reader(bob.watch()), new Reader(bob.events(id, NOTHING))];
    await room.until("presence");
    const sent = [
      await alice.chat(id, "one"),
      await alice.chat(id, "@bob"),
      await alice.chat(id, "x"),
    ];
    await listed(list, ([{ unread, mentions }]) => unread === 3 && mentions === 1);
    await alice.edit(sent[1].id, "nobody");
    await listed(list, ([{ unread, mentions }]) => unread === 3 && mentions === 0);
    await alice.delete(sent[2].id);
    const [left] = await listed(list, ([{ unread }]) => unread === 2);
    assert.equal(left.last_message?.deleted, true);
    await alice.edit(sent[0].id, "one for @bob");
    await listed(list, ([{ unread, mentions }]) => unread === 2 && mentions === 1);
  });
});

Deno.test("watch is right again after the line was cut while others wrote", async () => {
  await withSessions(async ({ server, session, proxy }) => {
    const [alice, bob] = [await session("alice"), await session("bob")];
    const { id } = await alice.createProject("Website");
    await alice.addMembers(id, "bob");
    const list = new Reader(bob.watch());
    await listed(list, () => true);
    const client = await LineClient.connect(server.port);
    const token = await client.join("carol");
    await alice.addMembers(id, "carol");
    proxy.cut(true);
    assert.deepEqual((await list.until("connection")).data, { online: false });
    for (let i = 0; i < 5; i++) await client.ok(`chat ${token} ${id} while away ${i}`);
    proxy.restore();
    assert.deepEqual((await list.until("connection")).data, { online: true });
    await listed(list, ([{ unread }]) => unread === 5);
    await client.close();
  });
});

Deno.test("watch counts toward the streams of a browser, and ends with the token", async () => {
  await withSessions(async ({ session }) => {
    const alice = await session("alice");
    const { id } = await alice.createProject("Website");
    const list = new Reader(alice.watch());
    await list.until("projects");
    const rooms = Array.from({ length: 4 }, () => new Reader(alice.events(id, NOTHING)));
    assert.deepEqual((await list.until("paused")).data, {});
    assert.equal((await list.subscriber.next()).done, true);
    const again = new Reader(alice.watch());
    await again.until("projects");
    await rooms[0].until("paused");
    await alice.logout();
    for (const reader of [again, new Reader(alice.watch())]) {
      assert.deepEqual((await reader.until("ended")).data, { reason: "logged_out" });
      assert.equal((await reader.subscriber.next()).done, true);
    }
  });
});
