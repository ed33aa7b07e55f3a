import assert from "node:assert/strict";
import { Commit } from "../../lib/store/commit.ts";

Deno.test("Commit.settle runs all listeners in order when it resolves", () => {
  const commit = new Commit<number>();
  const seen: string[] = [];
  commit.settle((value) => seen.push(`first ${value}`), () => seen.push("failed"));
  commit.settle((value) => seen.push(`second ${value}`), () => seen.push("failed"));
  assert.deepEqual(seen, []);
  commit.resolve(1);
  assert.deepEqual(seen, ["first 1", "second 1"]);
});

Deno.test("Commit.settle calls at once when the commit is settled already", () => {
  const resolved = new Commit<number>();
  resolved.resolve(2);
  const rejected = new Commit<number>();
  rejected.reject("why");
  const seen: unknown[] = [];
  for (const commit of [resolved, rejected]) {
    commit.settle((value) => seen.push(["done", value]), (error) => seen.push(["failed", error]));
  }
  assert.deepEqual(seen, [["done", 2], ["failed", "why"]]);
});

Deno.test("Commit throws when it is settled twice", () => {
  for (const first of ["resolve", "reject"] as const) {
    for (const second of ["resolve", "reject"] as const) {
      const commit = new Commit<number>();
      commit[first](1);
      assert.throws(() => commit[second](2), /settled once/);
    }
  }
});

Deno.test("Commit.map runs its step within resolve, before the next commit's", () => {
  const first = new Commit<number>();
  const second = new Commit<number>();
  const seen: string[] = [];
  first.map((value) => value * 10).map((value) => seen.push(`first ${value}`));
  second.map((value) => seen.push(`second ${value}`));
  first.resolve(1);
  second.resolve(2);
  assert.deepEqual(seen, ["first 10", "second 2"]);
});

Deno.test("Commit.map fails the further commit when its step throws", async () => {
  const commit = new Commit<number>();
  const mapped = commit.map(() => {
    throw new Error("bad step");
  });
  commit.resolve(1);
  await assert.rejects(mapped.promise(), /bad step/);
});

Deno.test("Commit.map skips its step when the commit is rejected", async () => {
  const commit = new Commit<number>();
  let ran = false;
  const mapped = commit.map(() => ran = true);
  commit.reject(new Error("not stored"));
  await assert.rejects(mapped.promise(), /not stored/);
  assert.equal(ran, false);
});

Deno.test("Commit.promise settles as the commit does", async () => {
  const resolved = new Commit<string>();
  const rejected = new Commit<string>();
  const promises = [resolved.promise(), rejected.promise()];
  resolved.resolve("value");
  rejected.reject("why");
  assert.deepEqual(await Promise.allSettled(promises), [
    { status: "fulfilled", value: "value" },
    { status: "rejected", reason: "why" },
  ]);
});

Deno.test("Commit.mapError changes the error of a write that failed, and no value", async () => {
  const [failed, stored] = [new Commit<number>(), new Commit<number>()];
  const step = (error: unknown) => new Error(`told: ${(error as Error).message}`);
  const [told, same] = [failed.mapError(step), stored.mapError(step)];
  failed.reject(new Error("full"));
  stored.resolve(1);
  await assert.rejects(told.promise(), /^Error: told: full$/);
  assert.equal(await same.promise(), 1);
});
