import assert from "node:assert/strict";
import { repeat } from "../lib/timers.ts";
import { ManualTimers } from "./client/manual_timers.ts";

Deno.test("repeat runs at each interval until it is stopped, also from within", () => {
  const timers = new ManualTimers();
  let runs = 0;
  const stop = repeat(timers, () => {
    if (++runs === 3) stop();
  }, 10);
  timers.advance(9);
  assert.equal(runs, 0);
  for (let i = 0; i < 5; i++) timers.advance(10);
  assert.equal(runs, 3);
  assert.deepEqual(timers.running, []);
});
