import assert from "node:assert/strict";
import { room, testInWorld, type World } from "./harness.ts";

// Guard (accounts): accounts take turns with what reads much
testInWorld("who reads much on many connections keeps no other waiting", async (world) => {
  const { alice, token, bobToken } = await room(world);
  await alice.ok(`chat ${token} 1 hi`);
  slowDown(world);
  const order: string[] = [];
  const ask = async (name: string, line: string) => {
    await world.peer().ok(line);
    order.push(name);
  };
  const asked = Array.from({ length: 30 }, () => ask("alice", `history ${token} 1`));
  asked.push(ask("bob", `history ${bobToken} 1`), ask("bob", `members ${bobToken} 1`));
  asked.push(ask("chat", `chat ${bobToken} 1 hi`));
  await Promise.all(asked);
  const place = (name: string) => order.lastIndexOf(name);
  assert(place("chat") < 5, order.join(" "));
  assert(place("bob") < 8, order.join(" "));
});

// Guard (accounts): whoever imports much on many connections keeps no other waiting
testInWorld("imports on many connections keep no other's message waiting", async (world) => {
  const { token, bobToken } = await room(world);
  const tasks = JSON.stringify(Array.from({ length: 200 }, (_, n) => ({ title: `Việc ${n}` })));
  const order: string[] = [];
  const ask = async (name: string, line: string) => {
    await world.peer().ok(line);
    order.push(name);
  };
  const asked = Array.from(
    { length: 20 },
    () => ask("alice", `import_tasks ${token} 1 200 ${tasks}`),
  );
  asked.push(ask("chat", `chat ${bobToken} 1 hi`), ask("task", `new_task ${bobToken} 1 Việc`));
  await Promise.all(asked);
  for (const name of ["chat", "task"]) assert(order.indexOf(name) < 5, order.join(" "));
});

testInWorld(
  "who is logged out or removed while waiting for a turn reads nothing",
  async (world) => {
    const { alice, token, bobToken } = await room(world);
    await alice.ok(`chat ${token} 1 hi`);
    const other = (await alice.ok("login bob matkhau-123")).token;
    await alice.ok(`whoami ${other}`);
    slowDown(world);
    const asked = Array.from({ length: 20 }, () => world.peer().request(`history ${other} 1`));
    const [loggedOut, removed] = [bobToken, other]
      .map((token) => world.peer().request(`history ${token} 1`));
    await alice.ok(`logout ${bobToken}`);
    await alice.ok(`kick ${token} 1 bob`);
    assert.match(await loggedOut, /^err history invalid_token /);
    assert.match(await removed, /^err history not_a_member /);
    await Promise.all(asked);
  },
);

/** Makes a page take longer than the part of a turn that such work may take. */
function slowDown({ services: { store } }: World): void {
  const read = store.messagesBefore.bind(store);
  store.messagesBefore = (...request) => {
    for (const end = performance.now() + 2; performance.now() < end;);
    return read(...request);
  };
}
