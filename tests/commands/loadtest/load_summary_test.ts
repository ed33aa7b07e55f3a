import assert from "node:assert/strict";
import { isComplete, summarize, summaryText } from "../../../lib/commands/loadtest/load_summary.ts";
import type { LoadRecord } from "../../../lib/commands/loadtest/load.ts";

const PLAN = { connections: 2, rooms: 1, seconds: 1, rate: 100 };
const SOUND: LoadRecord = {
  duration: 2_000,
  acknowledgements: Array.from({ length: 100 }, (_, index) => 100 - index),
  deliveries: [3],
  expected: 1,
  refused: 1,
  unanswered: 0,
  faults: [],
};

Deno.test("the summary of a load has the rate and the percentiles", () => {
  const summary = summarize(PLAN, SOUND);
  assert.deepEqual(summary.acknowledgement_ms, { p50: 50, p90: 90, p99: 99, max: 100 });
  assert.deepEqual(summary.delivery_ms, { p50: 3, p90: 3, p99: 3, max: 3 });
  assert.deepEqual([summary.messages, summary.seconds, summary.rate], [100, 2, 50]);
  assert(isComplete(summary));
  assert.match(summaryText(summary, "en"), /\nnothing was lost$/);
});

Deno.test("a load is complete only if nothing is wrong with any message", () => {
  const cases: Partial<LoadRecord>[] = [
    { unanswered: 1 },
    { acknowledgements: [], duration: -Infinity },
    { faults: [{ kind: "missing", room: 1, id: 5 }] },
    { faults: [{ kind: "undelivered", room: 1, id: 5, member: "b" }] },
  ];
  for (const change of cases) {
    const summary = summarize(PLAN, { ...SOUND, ...change });
    assert(!isComplete(summary), JSON.stringify(change));
    assert.doesNotMatch(summaryText(summary, "en"), /nothing was lost/);
  }
  const lost = summarize(PLAN, { ...SOUND, faults: [{ kind: "missing", room: 1, id: 5 }] });
  assert.match(summaryText(lost, "en"), /^acknowledged, but not in the store +1$/m);
  assert.match(summaryText(lost, "vi"), /^đã xác nhận nhưng không được lưu +1$/m);
});
