import assert from "node:assert/strict";
import { room, testInWorld, type World } from "./harness.ts";

// deno-lint-ignore no-explicit-any
const ids = (messages: any[]) => messages.map(({ id }) => id);

/** Stores messages without sending a request for each. */
async function fill(world: World, count: number, text = "x"): Promise<void> {
  const { store, clock } = world.services;
  const commits = Array.from({ length: count }, (_, index) =>
    store.write("addMessage", {
      projectId: 1,
      userId: 1,
      text: `${text} ${index}`,
      at: clock.wall(),
      tag: null,
    }).promise());
  await Promise.all(commits);
}

testInWorld("enter shows the room and puts the connection into it", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const { message } = await alice.ok(`chat ${token} 1 hi`);
  const entered = await bob.ok(`enter ${bobToken} 1`);
  assert.deepEqual(entered, {
    project: { id: 1, name: "Website", owner: "alice", created_at: "2026-11-23T08:15:30.123Z" },
    role: "member",
    members: [
      { username: "alice", role: "owner", online: false },
      { username: "bob", role: "member", online: true },
    ],
    messages: [
      {
        ...message,
        id: 1,
        message: "",
        notice: { change: "added", users: ["bob"] },
      },
      message,
    ],
    more: false,
    last_id: 2,
    last_change: 0,
  });
  assert.equal((await alice.ok(`enter ${token} 1`)).role, "owner");
  assert.deepEqual(bob.events(), ['event enter {"project_id":1,"user":"alice"}']);
  assert.deepEqual(alice.events(), [], "its own entering is in the response");
});

testInWorld(
  "enter and leave are announced when it is the user's first and last connection",
  async (world) => {
    const { alice, token, bobToken } = await room(world);
    await alice.ok(`enter ${token} 1`);
    const [first, second] = [world.peer(), world.peer()];
    await first.ok(`enter ${bobToken} 1`);
    await second.ok(`enter ${bobToken} 1`);
    await first.ok(`enter ${bobToken} 1`);
    assert.deepEqual(alice.events(), ['event enter {"project_id":1,"user":"bob"}']);
    assert.deepEqual(await first.ok(`leave ${bobToken} 1`), {});
    assert.equal(await first.err(`leave ${bobToken} 1`), "not_entered");
    assert.deepEqual(alice.events(), []);
    world.disconnect(second);
    assert.deepEqual(alice.events(), ['event leave {"project_id":1,"user":"bob"}']);
    assert.equal((await alice.ok(`members ${token} 1`)).members[1].online, false);
  },
);

testInWorld("several people can be in a room on one connection", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`enter ${token} 1`);
  await alice.ok(`enter ${bobToken} 1`);
  const { members } = await alice.ok(`members ${token} 1`);
  // deno-lint-ignore no-explicit-any
  assert.deepEqual(members.map(({ online }: any) => online), [true, true]);
  alice.events();
  await bob.ok(`chat ${bobToken} 1 hi`);
  assert.equal(alice.events().length, 1, "one event a connection");
  await alice.ok(`leave ${token} 1`);
  await bob.ok(`chat ${bobToken} 1 hi`);
  assert.deepEqual(alice.events().map((line) => line.split(" ")[1]), ["leave", "chat"]);
});

testInWorld("enter, leave, members and history refuse who doesn't belong", async (world) => {
  const { alice, token } = await room(world);
  const stranger = await alice.join("carol");
  const cases: [string, string][] = [
    [`enter ${stranger} 1`, "not_a_member"],
    [`enter ${token} 2`, "project_not_found"],
    [`enter ${token} 1 x`, "bad_request"],
    [`enter ${token} 1 1 1 1`, "bad_request"],
    [`enter ${token}`, "bad_request"],
    ["enter", "bad_request"],
    ["enter nonsense 1", "invalid_token"],
    [`members ${stranger} 1`, "not_a_member"],
    [`members ${token} 2`, "project_not_found"],
    [`history ${stranger} 1`, "not_a_member"],
    [`history ${token} 2`, "project_not_found"],
    [`history ${token} 1 0`, "bad_request"],
    [`history ${token} 1 ten`, "bad_request"],
    [`history ${token} 1 1 2 3`, "bad_request"],
    [`history ${token} 1 - - - 3`, "bad_request"],
    [`enter ${token} 1 - 3`, "bad_request"],
    [`enter ${token} 1 1 x`, "bad_request"],
    [`leave ${token} 1`, "not_entered"],
    [`leave ${stranger} 1`, "not_entered"],
    [`leave ${token} 2`, "project_not_found"],
  ];
  for (const [line, code] of cases) assert.equal(await alice.err(line), code, line);
});

testInWorld("enter and history give pages when a room is large", async (world) => {
  const { alice, token } = await room(world);
  assert.equal((await alice.ok(`enter ${token} 1`)).last_id, 1);
  // With the line of activity, 2,100 messages.
  await fill(world, 2_099);
  const newest = await alice.ok(`enter ${token} 1`);
  assert.deepEqual([newest.messages.length, newest.more, newest.last_id], [1000, true, 2100]);
  assert.equal(newest.messages[0].id, 1101);
  const older = await alice.ok(`history ${token} 1 1000 1101`);
  assert.deepEqual([older.messages[0].id, older.messages.at(-1).id, older.more], [101, 1100, true]);
  const oldest = await alice.ok(`history ${token} 1 5000 101`);
  assert.deepEqual([oldest.messages.length, oldest.messages[0].id, oldest.more], [100, 1, false]);
  assert.deepEqual(ids((await alice.ok(`history ${token} 1 2`)).messages), [2099, 2100]);
  assert.deepEqual(await alice.ok(`history ${token} 1 2 1`), {
    messages: [],
    more: false,
    last_change: 0,
  });
  const after = [
    [`history ${token} 1 2 - 100`, [101, 102], true],
    [`history ${token} 1 - - 2098`, [2099, 2100], false],
    [`history ${token} 1 3 - 2097`, [2098, 2099, 2100], false],
    [`history ${token} 1 3 - 2100`, [], false],
    [`history ${token} 1 2 3 -`, [1, 2], false],
    [`history ${token} 1 1 - -`, [2100], true],
  ] as const;
  for (const [line, expected, more] of after) {
    const page = await alice.ok(line);
    assert.deepEqual([ids(page.messages), page.more], [expected, more], line);
  }

  const afterPages: number[] = [];
  let last = 0;
  for (let more = true; more;) {
    const page = await alice.ok(`enter ${token} 1 ${last}`);
    afterPages.push(...ids(page.messages));
    ({ more, last_id: last } = page);
  }
  assert.deepEqual(afterPages, Array.from({ length: 2100 }, (_, index) => index + 1));
  assert.deepEqual(
    await alice.ok(`enter ${token} 1 9999`).then(({ messages, last_id }) => [messages, last_id]),
    [[], 2100],
  );
});

testInWorld("a page ends at 1 MiB of text when its messages are long", async (world) => {
  const { alice, token } = await room(world);
  const { store, clock } = world.services;
  for (let i = 0; i < 39; i++) {
    await store.write("addMessage", {
      projectId: 1,
      userId: 1,
      text: "🙂".repeat(16_000),
      at: clock.wall(),
      tag: null,
    })
      .promise();
  }
  const newest = await alice.ok(`enter ${token} 1`);
  assert.deepEqual([newest.messages.length, newest.messages.at(-1).id, newest.more], [
    16,
    40,
    true,
  ]);
  const first = await alice.ok(`enter ${token} 1 0`);
  assert.deepEqual([first.messages.length, first.messages[0].id, first.last_id], [17, 1, 17]);
});

testInWorld("no chat event comes while more is left, and none is doubled after", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await fill(world, 1_499);
  const first = await bob.ok(`enter ${bobToken} 1 0`);
  assert.deepEqual([first.more, first.last_id], [true, 1000]);
  await alice.ok(`chat ${token} 1 between the pages`);
  assert.deepEqual(bob.events(), []);
  const second = await bob.ok(`enter ${bobToken} 1 1000`);
  assert.deepEqual([second.more, second.last_id], [false, 1501]);
  await alice.ok(`chat ${token} 1 after the pages`);
  assert.deepEqual(bob.events().map((line) => JSON.parse(line.slice("event chat ".length)).id), [
    1502,
  ]);
});

testInWorld("a message that is stored while enter reads comes once", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const { store } = world.services;
  const read = store.readRoom.bind(store);
  for (const when of ["before", "after"]) {
    // The page is read before or after the message is stored; either way its event comes meanwhile.
    store.readRoom = async (...request) => {
      const early = when === "after" ? await read(...request) : null;
      await alice.ok(`chat ${token} 1 ${when}`);
      return early ?? await read(...request);
    };
    bob.lines.length = 0;
    const { messages } = await bob.ok(`enter ${bobToken} 1`);
    const events = bob.events().filter((line) => line.startsWith("event chat "))
      .map((line) => JSON.parse(line.slice("event chat ".length)));
    const seen = [...messages, ...events].filter(({ message }) => message === when);
    assert.equal(seen.length, 1, when);
    assert.equal(events.length, when === "after" ? 1 : 0, when);
  }
});

testInWorld("enter leaves no trace when the room can't be read", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`enter ${token} 1`);
  const { store, rooms } = world.services;
  const read = store.readRoom;
  store.readRoom = () => Promise.reject(new Error("disk on fire"));
  assert.equal(await bob.err(`enter ${bobToken} 1`), "internal");
  assert.equal(rooms.entered, 1);
  assert.deepEqual(alice.events(), []);
  assert.match(world.reports.join("\n"), /internal error in enter: Error: disk on fire\n\s+at /);
  // Whoever was already in the room stays in it.
  assert.equal(await alice.err(`enter ${token} 1`), "internal");
  store.readRoom = read;
  await bob.ok(`chat ${bobToken} 1 hi`);
  assert.equal(alice.events().length, 1);
});

testInWorld("who entered is out when the token's time is over", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`enter ${token} 1`);
  world.time += 1_000;
  const later = (await bob.ok("login bob matkhau-123")).token;
  await bob.ok(`enter ${bobToken} 1`);
  alice.events();
  world.time += world.services.limits.tokenSeconds * 1000 - 500;
  world.sweep();
  assert.deepEqual(alice.events(), ['event token_ended {"user":"alice"}']);
  assert.deepEqual(bob.events(), ['event token_ended {"user":"bob"}']);
  await bob.ok(`whoami ${later}`);
  assert.equal(await bob.err(`whoami ${bobToken}`), "token_expired");
});

testInWorld(
  "a message that is stored while enter reads an empty page isn't lost",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    const { store } = world.services;
    const { last_id } = await bob.ok(`enter ${bobToken} 1`);
    bob.lines.length = 0;
    const read = store.readRoom.bind(store);
    store.readRoom = async (request) => {
      const view = await read(request);
      await alice.ok(`chat ${token} 1 after the page`);
      return view;
    };
    const { messages } = await bob.ok(`enter ${bobToken} 1 ${last_id}`);
    const events = bob.events().filter((line) => line.includes(`"after the page"`));
    assert.equal(messages.length + events.length, 1);
  },
);

testInWorld("enter tells what was changed meanwhile when it is told a change", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await fill(world, 4);
  const { last_change: start } = await bob.ok(`enter ${bobToken} 1`);
  await bob.ok(`leave ${bobToken} 1`);
  await alice.ok(`edit ${token} 2 second`);
  await alice.ok(`delete ${token} 4`);
  await alice.ok(`edit ${token} 2 second again`);
  await alice.ok(`edit ${token} 5 fifth`);
  const { messages, changed, more, last_id, last_change } = await bob.ok(
    `enter ${bobToken} 1 4 ${start}`,
  );
  assert.deepEqual(ids(changed), [4, 2], "in the order of their last change, up to after_id");
  assert.deepEqual([changed[0].deleted, changed[1].message], [true, "second again"]);
  assert.deepEqual([ids(messages), messages[0].message, last_id, more], [[5], "fifth", 5, false]);
  const again = await bob.ok(`enter ${bobToken} 1 5 ${last_change}`);
  assert.deepEqual([again.changed, again.last_change], [[], last_change]);
  assert.equal((await bob.ok(`history ${bobToken} 1`)).last_change, last_change);
  const plain = await bob.ok(`enter ${bobToken} 1 5`);
  assert.deepEqual([plain.changed, plain.last_change], [undefined, last_change]);
});

testInWorld("enter gives changes in pages when there are many, and chat goes on", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await fill(world, 1_200);
  const { store, clock } = world.services;
  await Promise.all(
    Array.from(
      { length: 1_200 },
      (_, index) =>
        store.write("editMessage", {
          messageId: index + 2,
          userId: 1,
          text: "edited",
          at: clock.wall(),
        })
          .promise(),
    ),
  );
  const first = await bob.ok(`enter ${bobToken} 1 1201 0`);
  assert.deepEqual([first.changed.length, first.more], [1000, true]);
  // The user is still in the room; only unread pages keep it from receiving live messages.
  await alice.ok(`chat ${token} 1 hi`);
  await alice.ok(`edit ${token} 1201 newer`);
  assert.deepEqual(bob.told().map(([type, { id }]) => [type, id]), [["chat", 1202], [
    "edit",
    1201,
  ]]);
  const second = await bob.ok(`enter ${bobToken} 1 1202 ${first.last_change}`);
  assert.deepEqual([second.changed.length, second.more], [200, false]);
  assert.equal(second.changed.at(-1).message, "newer");
});

testInWorld(
  "a change that is made while enter reads is in its page or comes after",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    await fill(world, 2);
    const { store } = world.services;
    const read = store.readRoom.bind(store);
    let change = (await bob.ok(`enter ${bobToken} 1`)).last_change;
    for (const when of ["before", "after"]) {
      for (const id of [2, 3]) {
        await bob.request(`leave ${bobToken} 1`);
        bob.lines.length = 0;
        const text = `${when} the page ${id}`;
        store.readRoom = async (request) => {
          store.readRoom = read;
          const early = when === "after" ? await read(request) : null;
          await alice.ok(`edit ${token} ${id} ${text}`);
          return early ?? await read(request);
        };
        const { messages, changed, last_change } = await bob.ok(
          `enter ${bobToken} 1 2 ${change}`,
        );
        const [first] = bob.lines.filter((line) => !line.startsWith("ok leave "));
        assert.match(first, /^ok enter /, "the events are after the response");
        const events = bob.told().filter(([type]) => type === "edit").map(([, data]) => data);
        const seen = [...changed, ...messages, ...events].filter((each) => each.id === id);
        assert.equal(seen.at(-1)?.message, text, text);
        // Whoever goes on from there, with the page alone, has it too.
        const next = await bob.ok(`enter ${bobToken} 1 3 ${last_change}`);
        const later = [...changed, ...messages, ...next.changed].filter((each) => each.id === id);
        assert.equal(later.at(-1)?.message, text, `${text}, from the page`);
        change = next.last_change;
      }
    }
  },
);

testInWorld("enter refuses when the token is ended while it reads", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const { store, rooms } = world.services;
  await alice.ok(`enter ${token} 1`);
  const { token: ending } = await bob.ok("login bob matkhau-123");
  const read = store.readRoom.bind(store);
  store.readRoom = async (request) => {
    store.readRoom = read;
    const view = await read(request);
    await alice.ok(`logout ${ending}`);
    return view;
  };
  assert.equal(await bob.err(`enter ${ending} 1`), "invalid_token");
  assert.equal(rooms.entered, 1);
  assert.deepEqual(alice.events(), []);
  await bob.ok(`enter ${bobToken} 1`);
});
