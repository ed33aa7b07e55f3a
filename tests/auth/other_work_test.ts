import assert from "node:assert/strict";
import { OtherWork } from "../../lib/auth/other_work.ts";
import { clockOf } from "../clock_of.ts";

/** Returns a fake clock and a controllable measure of the thread's utilization. */
function prepared() {
  const time = { now: 0, used: 0 };
  const work = new OtherWork(clockOf(() => time.now), () => time.used);
  const go = (milliseconds: number, used: number, logins = 0) => {
    time.now += milliseconds;
    time.used += used;
    for (let i = 0; i < logins; i++) work.loginDone();
    return work.found();
  };
  return { time, go };
}

Deno.test("OtherWork takes it that there is other work until it has looked for a second", () => {
  const { go } = prepared();
  assert.equal(go(999, 0), true);
  assert.equal(go(1, 0), false);
});

const seconds: [what: string, used: number, logins: number, found: boolean][] = [
  ["no work", 0, 0, false],
  ["what can't be measured", 40, 0, false],
  ["chat", 50, 0, true],
  ["many logins", 300, 250, false],
  ["logins and chat", 120, 35, true],
];

for (const [what, used, logins, found] of seconds) {
  Deno.test(`OtherWork finds ${found ? "other work" : "none"} in a second of ${what}`, () => {
    assert.equal(prepared().go(1_000, used, logins), found);
  });
}

Deno.test("OtherWork keeps what it found for a second, and looks no further back", () => {
  const { go } = prepared();
  assert.equal(go(1_000, 500), true);
  assert.equal(go(900, 0), true);
  assert.equal(go(100, 0), false);
  assert.equal(go(500, 400), false);
  assert.equal(go(500, 0), true);
  assert.equal(go(60_000, 0), false);
});

Deno.test("OtherWork finds other work where the system doesn't tell the time of a thread", () => {
  const { go, time } = prepared();
  time.used = NaN;
  assert.equal(go(1_000, 0), true);
  assert.equal(go(1_000, 0), true);
});

Deno.test({
  name: "OtherWork measures the thread that it is on",
  // Not every system reports thread utilization.
  ignore: Deno.build.os !== "linux",
  fn() {
    let now = 0;
    const work = new OtherWork(clockOf(() => now));
    const end = performance.now() + 200;
    while (performance.now() < end);
    now = 1_000;
    assert.equal(work.found(), true);
    now = 2_000;
    assert.equal(work.found(), false);
  },
});
