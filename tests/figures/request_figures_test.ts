import assert from "node:assert/strict";
import { RequestFigures } from "../../lib/figures/request_figures.ts";

Deno.test("requests are counted by action and outcome; every action has its ok", () => {
  let now = 0;
  const figures = new RequestFigures(["chat", "ping"], () => now);
  figures.finished("chat", "ok", 0, true);
  now = 4;
  figures.finished("chat", "not_a_member", 1, false);
  figures.finished("chat", "not_a_member", 1, false);
  figures.finished("-", "unknown_action", 4, false);
  assert.deepEqual(
    [...figures.byOutcome()].map(({ action, outcome, count }) => [action, outcome, count]),
    [
      ["invalid", "unknown_action", 1],
      ["chat", "ok", 1],
      ["chat", "not_a_member", 2],
      ["ping", "ok", 0],
    ],
  );
  assert.equal(figures.requests, 4);
  assert.equal(figures.errors, 3);
  assert.equal(figures.answers.sum, 6);
  assert.equal(figures.deliveries.sum, 0);
});
