import assert from "node:assert/strict";
import { ChungError } from "../../../lib/errors.ts";
import { Readiness } from "../../../lib/server/health/readiness.ts";
import { ManualTimers } from "../../client/manual_timers.ts";

/** A store whose checks are answered by the test, in order. */
function heldStore() {
  const asked: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const check = () => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    asked.push({ resolve, reject });
    return promise;
  };
  return { asked, check };
}

Deno.test("a check of the store holds for five seconds, however often it is asked for", async () => {
  const [store, timers] = [heldStore(), new ManualTimers()];
  const readiness = new Readiness(store, timers);
  const both = [readiness.problem(), readiness.problem()];
  store.asked[0].resolve();
  assert.deepEqual(await Promise.all(both), [null, null]);
  timers.advance(4_999);
  assert.equal(await readiness.problem(), null);
  assert.equal(store.asked.length, 1);
  timers.advance(1);
  const next = readiness.problem();
  store.asked[1].reject(new ChungError("unavailable", "the disk is full"));
  assert.equal(await next, "the disk is full");
  timers.advance(5_000);
  const bug = readiness.problem();
  store.asked[2].reject(new Error("secret"));
  assert.equal(await bug, "the database can't be used: see the log");
  assert.deepEqual(timers.running, []);
});

Deno.test("a store that doesn't answer is a problem until it does", async () => {
  const [store, timers] = [heldStore(), new ManualTimers()];
  const readiness = new Readiness(store, timers);
  const late = readiness.problem();
  timers.advance(5_000);
  assert.equal(await late, "the database has not answered for 5 s");
  timers.advance(60_000);
  const later = readiness.problem();
  assert.equal(store.asked.length, 1);
  store.asked[0].resolve();
  assert.equal(await later, null);
});

Deno.test("a server that is closing is not ready, and asks nothing of its store", async () => {
  const [store, timers] = [heldStore(), new ManualTimers()];
  const readiness = new Readiness(store, timers);
  readiness.close();
  assert.equal(await readiness.problem(), "the server is shutting down");
  assert.equal(store.asked.length, 0);
});
