import assert from "node:assert/strict";
import { ConnectionCounts } from "../../lib/net/connection_counts.ts";
import type { EndReason } from "../../lib/net/end_reason.ts";

Deno.test("ConnectionCounts counts each reason, and tells misuse in one line a minute", () => {
  const lines: string[] = [];
  let now = 0;
  const counts = new ConnectionCounts({
    report: (line) => lines.push(line),
    clock: { monotonic: () => now },
  });
  const ordinary: EndReason[] = ["closed_by_client", "read_failed", "write_failed", "shutdown"];
  for (const reason of [...ordinary, "slow_consumer", "idle"] as const) counts.ended(reason);
  counts.tell();
  assert.deepEqual(lines, [], "an ordinary day");
  counts.accepted();
  counts.refused("server_full");
  counts.refused("server_full");
  counts.ended("slow_line");
  for (; now < 60_000; now += 500) {
    counts.tell();
    counts.refused("rate_limited");
  }
  counts.tell();
  for (; now < 600_000; now += 500) counts.tell();
  assert.deepEqual(lines, [
    "connections refused or dropped: 2 server_full, 1 slow_line (each is in the connection log)",
    "connections refused or dropped: 120 rate_limited (each is in the connection log)",
  ]);
  assert.deepEqual(counts.totals, {
    accepted: 1,
    ended: {
      closed_by_client: 1,
      read_failed: 1,
      write_failed: 1,
      shutdown: 1,
      slow_consumer: 1,
      idle: 1,
      slow_line: 1,
      gave_way: 0,
    },
    refused: { server_full: 2, address_full: 0, rate_limited: 120 },
  });
});
