import assert from "node:assert/strict";
import { addUser, refusal, START, testEachStore } from "./each_store.ts";

testEachStore(
  "createUser stores an account that findAccount finds whatever the case",
  async (store) => {
    const user = await store.write("createUser", {
      username: "Alice",
      passwordHash: "hash",
      at: START,
    })
      .promise();
    assert.deepEqual(user, { id: 1, username: "Alice", role: "user" });
    for (const typed of ["Alice", "alice", "ALICE"]) {
      assert.deepEqual(await store.findAccount(typed), {
        id: 1,
        username: "Alice",
        role: "user",
        passwordHash: "hash",
        disabled: false,
      });
    }
    assert.equal(await store.findAccount("alic"), null);
  },
);

testEachStore("createUser refuses a name that is taken, whatever the case", async (store) => {
  const commits = ["alice", "ALICE", "bob", "Bob"].map((username) =>
    store.write("createUser", { username, passwordHash: "hash", at: START }).promise()
  );
  // In one batch: the first one makes the second one fail.
  const outcomes = await Promise.allSettled(commits);
  assert.deepEqual(
    outcomes.map((outcome) =>
      outcome.status === "fulfilled" ? outcome.value.id : outcome.reason.code
    ),
    [1, "username_taken", 2, "username_taken"],
  );
  await assert.rejects(
    store.write("createUser", { username: "aLice", passwordHash: "hash", at: START }).promise(),
    refusal("username_taken", /aLice/),
  );
});

testEachStore("findSession gives the session and its user, ended or not", async (store) => {
  const userId = await addUser(store, "alice");
  const session = { id: "jti-1", userId, at: START, expiresAt: 1_800_000_000 };
  assert.equal(await store.write("createSession", session).promise(), undefined);
  const stored = {
    id: "jti-1",
    user: { id: userId, username: "alice", role: "user" },
    disabled: false,
    expiresAt: 1_800_000_000,
    ended: false,
  };
  assert.deepEqual(await store.findSession("jti-1"), stored);
  assert.equal(await store.write("endSession", { id: "jti-1", at: START }).promise(), true);
  assert.deepEqual(await store.findSession("jti-1"), { ...stored, ended: true });
  assert.equal(await store.findSession("JTI-1"), null);
});

testEachStore("endSession is true for the one call that ended it", async (store) => {
  const userId = await addUser(store, "alice");
  await store.write("createSession", { id: "jti", userId, at: START, expiresAt: 1 }).promise();
  const calls = ["jti", "jti", "other"].map((id) =>
    store.write("endSession", { id, at: START }).promise()
  );
  assert.deepEqual(await Promise.all(calls), [true, false, false]);
});

testEachStore("purge forgets the sessions that were over before the given time", async (store) => {
  const userId = await addUser(store, "alice");
  const seconds = START / 1000;
  for (const [id, expiresAt] of [["old", seconds - 1], ["edge", seconds], ["new", seconds + 1]]) {
    const session = { id: String(id), userId, at: START, expiresAt: Number(expiresAt) };
    await store.write("createSession", session).promise();
  }
  for (const [id, endedAt] of [["ended before", START - 1], ["ended after", START]]) {
    await store.write("createSession", {
      id: String(id),
      userId,
      at: START,
      expiresAt: seconds + 9,
    })
      .promise();
    await store.write("endSession", { id: String(id), at: Number(endedAt) }).promise();
  }
  await store.purge(START, START);
  const kept = [];
  for (const id of ["old", "edge", "new", "ended before", "ended after"]) {
    if (await store.findSession(id) !== null) kept.push(id);
  }
  assert.deepEqual(kept, ["edge", "new", "ended after"]);
});

testEachStore("purge forgets more than one batch of tags and nothing younger", async (store) => {
  const ownerId = await addUser(store, "alice");
  const add = (tag: string, at: number) =>
    store.write("createProject", { name: "Website", ownerId, at, tag }).promise();
  const old = await Promise.all(
    Array.from({ length: 6_000 }, (_, i) => add(`old-${i}`, START - 1)),
  );
  assert.equal(old.at(-1)!.project.id, 6_000);
  await add("young", START);
  await store.purge(START, START);
  assert.equal((await add("young", START)).duplicate, true);
  assert.equal((await add("old-0", START)).duplicate, false);
  assert.equal((await add("old-5999", START)).duplicate, false);
});
