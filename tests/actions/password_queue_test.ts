import assert from "node:assert/strict";
import type { PasswordJob } from "../../lib/auth/password_job.ts";
import type { PasswordPoolOptions } from "../../lib/auth/password_pool.ts";
import { COST, pooledPasswords } from "../auth/pooled_passwords.ts";
import { testInWorld, type World } from "./harness.ts";

const PASSWORD = "matkhau-123";

/**
 * Gives the world bcrypt threads.
 * @returns the jobs they receive
 */
function replacePasswords(world: World, options: Partial<PasswordPoolOptions> = {}): PasswordJob[] {
  const jobs: PasswordJob[] = [];
  const startWorker = () => {
    const url = new URL("../../lib/auth/password_worker.ts", import.meta.url);
    const worker = new Worker(url, { type: "module" });
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (job: PasswordJob) => {
      jobs.push(job);
      post(job);
    };
    return worker;
  };
  world.services.passwords = pooledPasswords({ workers: 1, startWorker, ...options });
  return jobs;
}

/** Records the names of the store's methods as they are called. */
function countStore(world: World): string[] {
  const asked: string[] = [];
  world.services.store = new Proxy(world.services.store, {
    get(store, name) {
      const value = Reflect.get(store, name);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        asked.push(String(name));
        return value.apply(store, args);
      };
    },
  });
  return asked;
}

// Guard (passwords): a wrong name costs the same work as a wrong password
testInWorld("login does the same for a wrong name as for a wrong password", async (world) => {
  const peer = world.peer();
  await peer.ok(`reg alice ${PASSWORD}`);
  const asked = countStore(world);
  const jobs = replacePasswords(world);
  const done: unknown[] = [];
  for (const name of ["alice", "nobody", "a/b", "x".repeat(1_000)]) {
    assert.equal(await peer.err(`login ${name} wrong-word`), "bad_credentials");
    const work = jobs.splice(0).map(({ kind, password, cost }) => ({ kind, password, cost }));
    done.push({ work, asked: asked.splice(0) });
  }
  const same = {
    work: [{ kind: "verify", password: "wrong-word", cost: COST }],
    asked: ["findAccount"],
  };
  assert.deepEqual(done, [same, same, same, same]);
});

// Guard (passwords): a password that no account can have is never hashed
testInWorld("a password that nobody can have is refused before it is hashed", async (world) => {
  const peer = world.peer();
  await peer.ok("reg alice matkhau-1");
  const asked = countStore(world);
  const jobs = replacePasswords(world);
  const impossible = [`${"x".repeat(72)}x`, "matkhau-1\0matkhau-1", `${"ạ".repeat(24)}x`];
  for (const password of impossible) {
    for (const name of ["alice", "nobody"]) {
      assert.equal(await peer.err(`login ${name} ${password}`), "bad_credentials");
    }
    assert.equal(await peer.err(`reg bob ${password}`), "invalid_password");
  }
  assert.deepEqual(jobs, []);
  // No account is looked up either: existing and unknown names behave alike.
  assert.deepEqual(asked.filter((each) => each !== "findAccount"), []);
  assert(asked.length <= impossible.length, "reg alone asks whether the name is free");
});

// Guard (passwords): the queue of passwords has an end, and says so
testInWorld(
  "login is told to wait when too many passwords wait, and gets in later",
  async (world) => {
    const people = Array.from({ length: 10 }, (_, i) => world.peer(`192.0.2.${i}`));
    for (const [i, peer] of people.entries()) await peer.ok(`reg person${i} ${PASSWORD}`);
    replacePasswords(world, { maxWaiting: 5 });
    const login = (i: number) => people[i].request(`login person${i} ${PASSWORD}`);
    const answers = await Promise.all(people.map((_, i) => login(i)));
    const refused = answers.flatMap((answer, i) => answer.startsWith("ok ") ? [] : [i]);
    assert.deepEqual(refused, [6, 7, 8, 9]);
    for (const i of refused) assert.match(answers[i], /^err login rate_limited .* in \d+ s$/);
    // Coming too early is not a failure: it never delays the right password.
    for (let round = 0; round < 12; round++) {
      const others = [0, 1, 2, 3, 4, 5].map(login);
      assert.match(await login(9), /^err login rate_limited .*checked.* in \d+ s$/);
      await Promise.all(others);
    }
    for (const i of refused) assert.match(await login(i), /^ok login /);
  },
);

// Guard (passwords): a flood of registrations keeps nobody waiting
testInWorld(
  "nobody waits for a flood of registrations from another address, nor from its own",
  async (world) => {
    const [neighbour, member] = [world.peer("192.0.2.1"), world.peer("192.0.2.2")];
    await member.ok(`reg alice ${PASSWORD}`);
    const jobs = replacePasswords(world, { maxWaiting: 20 });
    const flood = Array.from(
      { length: 40 },
      (_, i) => world.peer("192.0.2.1").request(`reg flood${i} ${PASSWORD}`),
    );
    // All requests have arrived and taken every place: the last one was already refused.
    assert.match(await flood.at(-1)!, /^err reg rate_limited .* in \d+ s$/);
    const before = jobs.length;
    const logins = await Promise.all(
      [member, neighbour].map((peer) => peer.request(`login alice ${PASSWORD}`)),
    );
    for (const answer of logins) assert.match(answer, /^ok login /);
    // Until the last of the logins: others go on while their sessions are stored.
    const until = jobs.slice(before).findLastIndex(({ kind }) => kind === "verify");
    assert(until < 6, `${until} passwords were checked before`);
    const answers = await Promise.all(flood);
    const codes = answers.map((answer) => answer.split(" ").slice(0, 3).join(" "));
    for (const code of codes) assert.match(code, /^(ok reg \{.*|err reg rate_limited)$/);
  },
);
