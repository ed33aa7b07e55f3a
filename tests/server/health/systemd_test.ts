import assert from "node:assert/strict";
import { feedWatchdog, systemdSocket } from "../../../lib/server/health/systemd.ts";
import { ManualTimers } from "../../client/manual_timers.ts";

/** Lets what has been resolved go on. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

Deno.test("where systemd isn't, nothing is told; where it can't be told, the operator is", () => {
  const reports: string[] = [];
  const open = (NOTIFY_SOCKET: string) =>
    systemdSocket({ NOTIFY_SOCKET, WATCHDOG_USEC: "" }, (line) => reports.push(line));
  assert.equal(open(""), null);
  assert.deepEqual(reports, []);
  assert.equal(open("@/abstract"), null);
  // The tests run without --unstable-net.
  assert.equal(open("/run/systemd/notify"), null);
  assert.match(reports[0], /^systemd can't be told how the server is: @\/abstract is no path$/);
  assert.match(reports[1], /--unstable-net$/);
});

Deno.test("the watchdog is fed at half its time, while the store answers", async () => {
  const timers = new ManualTimers();
  const told: string[] = [];
  let answer = Promise.resolve(true);
  const stop = feedWatchdog({ NOTIFY_SOCKET: "/x", WATCHDOG_USEC: "60000000" }, {
    notify: (assignment) => Promise.resolve(void told.push(assignment)),
    answers: () => answer,
    timers,
  });
  await settled();
  assert.deepEqual(told, ["WATCHDOG=1"]);
  timers.advance(29_999);
  await settled();
  assert.equal(told.length, 1);
  timers.advance(1);
  await settled();
  assert.equal(told.length, 2);
  // A dead store answers, and nothing it says helps.
  answer = Promise.resolve(false);
  timers.advance(30_000);
  await settled();
  assert.equal(told.length, 2);
  // A silent one is asked once.
  const held = Promise.withResolvers<boolean>();
  answer = held.promise;
  timers.advance(90_000);
  await settled();
  assert.equal(told.length, 2);
  held.resolve(true);
  await settled();
  assert.equal(told.length, 3);
  answer = Promise.resolve(true);
  timers.advance(30_000);
  await settled();
  assert.equal(told.length, 4);
  stop();
  assert.deepEqual(timers.running, []);
});

Deno.test("without a watchdog nothing is asked", () => {
  for (const WATCHDOG_USEC of ["", "0", "x"]) {
    const timers = new ManualTimers();
    feedWatchdog({ NOTIFY_SOCKET: "/x", WATCHDOG_USEC }, {
      notify: () => assert.fail(),
      answers: () => assert.fail(),
      timers,
    });
    assert.deepEqual(timers.running, []);
  }
});
