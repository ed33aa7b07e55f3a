import assert from "node:assert/strict";
import { Commit } from "../../lib/store/commit.ts";
import type { WatchedProjects } from "../../lib/store/store.ts";
import { room, testInWorld } from "./harness.ts";

testInWorld("watch gives the list of projects, and then what happens in them", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`chat ${token} 1 before`);
  const listed = await bob.ok(`projects ${bobToken}`);
  assert.deepEqual(await bob.ok(`watch ${bobToken}`), listed);
  const { message } = await alice.ok(`chat ${token} 1 hi`);
  assert.deepEqual(bob.told(), [["unread", { project_id: 1, unread: 2, message }]]);
  // Watching again on the same connection gives a fresh list, and no event twice.
  assert.equal((await bob.ok(`watch ${bobToken}`)).projects[0].unread, 2);
  await alice.ok(`chat ${token} 1 hi`);
  assert.deepEqual(bob.told().map(([type, { unread }]) => [type, unread]), [["unread", 3]]);
  const cases: [string, string][] = [
    ["watch", "bad_request"],
    [`watch ${token} 1`, "bad_request"],
    ["watch nonsense", "invalid_token"],
  ];
  for (const [line, code] of cases) assert.equal(await bob.err(line), code, line);
});

testInWorld("unread goes to each connection that watches and is not in the room", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const [inRoom, both, second, carol] = [1, 2, 3, 4].map(() => world.peer());
  const carolToken = await carol.join("carol");
  await alice.ok(`add_group ${token} 1 carol`);
  const stranger = world.peer();
  await stranger.ok(`watch ${await stranger.join("dan")}`);
  await alice.ok(`watch ${token}`);
  await bob.ok(`watch ${bobToken}`);
  await second.ok(`watch ${bobToken}`);
  await inRoom.ok(`enter ${bobToken} 1`);
  await both.ok(`watch ${bobToken}`);
  await both.ok(`enter ${bobToken} 1`);
  await bob.ok(`chat ${bobToken} 1 to have them at different counts`);
  await carol.ok(`watch ${carolToken}`);
  for (const peer of [alice, bob, inRoom, both]) peer.events();
  const audited = world.audit.length;

  const { message } = await alice.ok(`chat ${token} 1 hi @carol @alice`);
  const unread = (count: number) => ["unread", { project_id: 1, unread: count, message }];
  assert.deepEqual(alice.told(), [["mention", message]], "the author reads what it writes");
  assert.deepEqual(bob.told(), [unread(1)]);
  assert.deepEqual(second.told(), [unread(1)]);
  assert.deepEqual(inRoom.told(), [["chat", message]]);
  assert.deepEqual(both.told(), [["chat", message]]);
  assert.deepEqual(carol.told(), [unread(2), ["mention", message]]);
  assert.deepEqual(stranger.told(), []);
  const events = world.audit.slice(audited).filter(({ type }) => type === "event");
  assert.deepEqual(
    events.map(({ user, response }) => [user, response.split(" ")[1]]),
    [["alice", "chat"], ["alice", "unread"], ["alice", "mention"]],
    "one entry each",
  );
  // Having left the room, it still receives the events.
  await both.ok(`leave ${bobToken} 1`);
  await alice.ok(`chat ${token} 1 hi`);
  assert.deepEqual(both.told().map(([type, { unread }]) => [type, unread]), [["unread", 2]]);
});

testInWorld(
  "unread is told once to a connection on which several watch, but for each count",
  async (world) => {
    const { alice, bob, token, bobToken } = await room(world);
    const both = world.peer();
    const carolToken = await both.join("carol");
    await alice.ok(`add_group ${token} 1 carol`);
    await both.ok(`watch ${bobToken}`);
    await both.ok(`watch ${carolToken}`);
    const counts = async () => {
      both.events();
      await alice.ok(`chat ${token} 1 hi`);
      return both.told().map(([type, { unread }]) => [type, unread]);
    };
    assert.deepEqual(await counts(), [["unread", 1]]);
    await bob.ok(`read ${bobToken} 1 3`);
    assert.deepEqual(await counts(), [["unread", 1], ["unread", 2]]);
  },
);

testInWorld("unread is what projects says when people write, read and delete", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await bob.ok(`watch ${bobToken}`);
  const say = async (text = "hi") => (await alice.ok(`chat ${token} 1 ${text}`)).message.id;
  const steps: (() => Promise<unknown>)[] = [
    () => say(),
    () => bob.ok(`chat ${bobToken} 1 own`),
    () => say(),
    () => world.peer().ok(`read ${bobToken} 1 4`),
    () => world.peer().ok(`chat ${bobToken} 1 own from elsewhere`),
    async () => await alice.ok(`delete ${token} ${await say()}`),
    () => alice.ok(`delete ${token} 2`),
    () => bob.ok(`delete ${bobToken} 4`),
    () => alice.ok(`edit ${token} 3 edited`),
    async () => await bob.ok(`read ${bobToken} 1 ${await say()}`),
    async () => await alice.ok(`delete ${token} ${await say()}`),
    () => bob.ok(`watch ${bobToken}`),
    () => bob.ok(`read ${bobToken} 1 1`),
  ];
  for (const [index, step] of steps.entries()) {
    await step();
    bob.events();
    await say();
    const [row] = (await world.peer().ok(`projects ${bobToken}`)).projects;
    const events = bob.told();
    assert.deepEqual(events.map(([type, { unread }]) => [type, unread]), [
      ["unread", row.unread],
    ], `step ${index}`);
  }
});

testInWorld("project tells watchers of what becomes theirs", async (world) => {
  const [alice, bob] = [world.peer(), world.peer()];
  const other = world.peer();
  const token = await alice.join("alice");
  const bobToken = await bob.join("bob");
  await alice.ok(`watch ${token}`);
  await other.ok(`watch ${token}`);
  await bob.ok(`watch ${bobToken}`);
  const { project } = await alice.ok(`@n1 new_project ${token} Website`);
  const added = ["project", { change: "added", project }];
  assert.match(alice.lines.at(-2)!, / ok new_project /, "the response is before the event");
  assert.deepEqual([alice.told(), other.told(), bob.told()], [[added], [added], []]);
  await alice.ok(`@n1 new_project ${token} Website`);
  assert.deepEqual([alice.told(), other.told()], [[], []], "a duplicate is no news");

  await alice.ok(`enter ${token} 1`);
  await alice.ok(`add_group ${token} 1 bob`);
  assert.deepEqual(bob.told(), [added]);
  assert.deepEqual(alice.told().map(([type]) => type), ["chat", "members"]);
  await alice.ok(`add_group ${token} 1 bob`);
  assert.deepEqual(bob.told(), [], "who was there already is not added");
  await alice.ok(`chat ${token} 1 hi`);
  assert.deepEqual(bob.told().map(([type, { unread }]) => [type, unread]), [["unread", 1]]);
  await bob.ok(`chat ${bobToken} 1 hi`);
  assert.deepEqual(other.told().map(([type, { unread }]) => [type, unread]), [["unread", 1]]);
});

testInWorld("a duplicate of chat is no news when its tag is sent again", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await bob.ok(`watch ${bobToken}`);
  await alice.ok(`@m1 chat ${token} 1 @bob`);
  assert.deepEqual(bob.told().map(([type]) => type), ["unread", "mention"]);
  await alice.ok(`@m1 chat ${token} 1 @bob`);
  assert.deepEqual(bob.told(), []);
  await alice.ok(`chat ${token} 1 next`);
  assert.deepEqual(bob.told().map(([, { unread }]) => unread), [2]);
});

testInWorld("mention goes to those whose name stands in the message", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const stranger = world.peer();
  await stranger.ok(`watch ${await stranger.join("carol")}`);
  await alice.ok(`watch ${token}`);
  await bob.ok(`watch ${bobToken}`);
  await bob.ok(`enter ${bobToken} 1`);
  const cases: [string, string[]][] = [
    ["@bob", ["bob"]],
    ["chào @BoB, @bob.", ["bob"]],
    ["(@bob) @alice!", ["bob", "alice"]],
    ["write to a@bob or x_@bob", []],
    ["@bobby @bob-x", []],
    ["@carol @nobody", []],
    ["bob", []],
    ["@ bob", []],
  ];
  for (const [text, names] of cases) {
    for (const peer of [alice, bob]) peer.events();
    const { message } = await alice.ok(`chat ${token} 1 ${text}`);
    const told = [alice, bob].map((peer) => peer.told().filter(([type]) => type === "mention"));
    assert.deepEqual(
      told,
      ["alice", "bob"].map((name) => names.includes(name) ? [["mention", message]] : []),
      text,
    );
    assert.deepEqual(stranger.told(), [], text);
  }
  // A user's own messages don't count.
  const [own] = (await alice.ok(`projects ${token}`)).projects;
  assert.equal(own.mentions, 0);

  // An edit notifies newly mentioned users.
  const { message: { id } } = await alice.ok(`chat ${token} 1 @alice hi`);
  for (const peer of [alice, bob]) peer.events();
  const { message } = await alice.ok(`edit ${token} ${id} @alice @bob hi`);
  assert.deepEqual(bob.told(), [["edit", message], ["mention", message]]);
  assert.deepEqual(alice.told(), [], "it is not in the room, and was mentioned before");
  await alice.ok(`edit ${token} ${id} @bob hello`);
  assert.deepEqual(bob.told().map(([type]) => type), ["edit"]);
});

testInWorld("nothing is lost or doubled between the list and the events", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  // Sent together, the writes are settled in some order; the list reflects its place in it.
  for (let round = 0; round < 20; round++) {
    const before = Array.from({ length: round % 5 }, () => alice.request(`chat ${token} 1 a`));
    const watching = bob.ok(`watch ${bobToken}`);
    const after = Array.from({ length: 5 }, () => alice.request(`chat ${token} 1 b`));
    const { projects: [{ unread, last_message }] } = await watching;
    await Promise.all([...before, ...after]);
    const response = bob.lines.findIndex((line) => line.startsWith("ok watch "));
    const events = bob.lines.slice(response + 1).map((line) =>
      JSON.parse(line.slice("event unread ".length))
    );
    assert.deepEqual(
      events.map((event) => event.unread),
      events.map((_, index) => unread + index + 1),
    );
    const { projects: [now] } = await alice.ok(`projects ${bobToken}`);
    assert.equal(events.at(-1)?.unread ?? unread, now.unread);
    assert(events.length === 0 || last_message === null || events[0].message.id > last_message.id);
    world.disconnect(bob);
    bob.closed = false;
    bob.lines.length = 0;
  }
});

testInWorld("what was watched with a token ends with it", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const [second, both] = [world.peer(), world.peer()];
  world.time += 1_000;
  const other = (await second.ok("login bob matkhau-123")).token;
  await bob.ok(`watch ${bobToken}`);
  await second.ok(`watch ${other}`);
  await both.ok(`watch ${bobToken}`);
  await both.ok(`enter ${bobToken} 1`);
  await alice.ok(`logout ${bobToken}`);
  const ended = ["token_ended", { user: "bob" }];
  assert.deepEqual(bob.told(), [ended]);
  assert.deepEqual(both.told(), [ended], "one for the room and the watch");
  assert.deepEqual(second.told(), []);
  await alice.ok(`chat ${token} 1 @bob`);
  assert.deepEqual([bob.told(), both.told()], [[], []]);
  assert.deepEqual(second.told().map(([type]) => type), ["unread", "mention"]);
  // The token expires.
  await alice.ok(`watch ${token}`);
  world.time += world.services.limits.tokenSeconds * 1000 - 1_000;
  world.sweep();
  assert.deepEqual([alice.told(), second.told()], [[["token_ended", { user: "alice" }]], []]);
  assert.equal(await alice.err(`watch ${token}`), "token_expired");
  await second.ok(`chat ${other} 1 still here`);
  world.time += 1_000;
  world.sweep();
  assert.deepEqual(second.told(), [ended]);
});

testInWorld("watch refuses when the token is ended before the list is there", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const { store } = world.services;
  const list = store.watchProjects.bind(store);
  store.watchProjects = (...request) => {
    const later = new Commit<WatchedProjects>();
    alice.ok(`logout ${bobToken}`).then(() =>
      list(...request).settle((projects) => later.resolve(projects), (error) => later.reject(error))
    );
    return later;
  };
  assert.equal(await bob.err(`watch ${bobToken}`), "invalid_token");
  await alice.ok(`chat ${token} 1 @bob`);
  assert.deepEqual(bob.told(), []);
});

testInWorld("a closed connection watches nothing", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const second = world.peer();
  await bob.ok(`watch ${bobToken}`);
  await second.ok(`watch ${bobToken}`);
  world.disconnect(bob);
  await alice.ok(`chat ${token} 1 hi`);
  assert.deepEqual(bob.told(), []);
  assert.equal(second.told().length, 1);
  // A request that was in progress doesn't restore the watch.
  await bob.ok(`watch ${bobToken}`);
  world.disconnect(second);
  await alice.ok(`chat ${token} 1 hi`);
  assert.deepEqual([bob.told(), second.told()], [[], []]);
  // A later watcher gets the right count.
  const third = world.peer();
  await third.ok(`watch ${bobToken}`);
  await alice.ok(`chat ${token} 1 hi`);
  assert.equal(third.told()[0][1].unread, 3);
});

testInWorld("two who watch on one connection hear of each", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  const shared = world.peer();
  await shared.ok(`watch ${token}`);
  await shared.ok(`watch ${bobToken}`);
  await alice.ok(`rename_project ${token} 1 Other`);
  assert.equal(shared.told().length, 1, "what is the same comes once");
  await bob.ok(`chat ${bobToken} 1 hi @alice @bob`);
  assert.deepEqual(shared.told().map(([type]) => type), ["unread", "mention"]);
  await alice.ok(`kick ${token} 1 bob`);
  shared.events();
  await shared.ok(`logout ${token}`);
  assert.deepEqual(shared.told(), [["token_ended", { user: "alice" }]]);
});

testInWorld("what is no word or within an address mentions nobody", async (world) => {
  const { alice, token } = await room(world);
  const carol = world.peer();
  const carolToken = await carol.join("carol");
  await alice.ok(`add_group ${token} 1 carol`);
  await carol.ok(`watch ${carolToken}`);
  const texts = [
    "@carolê ơi",
    "@carol\u0302",
    "@carolさん",
    "https://medium.com/@carol/x",
    "www.x.vn/@carol",
    "medium.com/@carol",
    "mailto:x.@carol",
    "@carol@example.com",
    "an@carol",
  ];
  for (const [at, text] of texts.entries()) {
    await alice.ok(`chat ${token} 1 ${text}`);
    assert.deepEqual(carol.told().map(([type]) => type), ["unread"], text);
    const [{ unread, mentions }] = (await carol.ok(`projects ${carolToken}`)).projects;
    assert.deepEqual([unread, mentions], [at + 1, 0], text);
  }
  // An edit can make a mention of it, and take that back.
  const { message } = await alice.ok(`chat ${token} 1 @carolê`);
  const mentions = async () => (await carol.ok(`projects ${carolToken}`)).projects[0].mentions;
  for (const [text, count] of [["@carol ê", 1], ["https://x.vn/@carol", 0]] as const) {
    await alice.ok(`edit ${token} ${message.id} ${text}`);
    assert.equal(await mentions(), count, text);
  }
});
