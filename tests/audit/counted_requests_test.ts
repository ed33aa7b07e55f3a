import assert from "node:assert/strict";
import type { AuditEntry } from "../../lib/audit/audit_entry.ts";
import { CountedRequests } from "../../lib/audit/counted_requests.ts";
import { Recorder } from "../../lib/audit/recorder.ts";
import { ACTIONS } from "../../lib/actions/mod.ts";
import { ManualTimers } from "../client/manual_timers.ts";

const START = Date.UTC(2026, 10, 23);

Deno.test("counted requests make one entry a minute and user, and failed ones stand whole", () => {
  const entries: AuditEntry[] = [];
  const record = (entry: AuditEntry) => void entries.push(entry);
  const timers = new ManualTimers();
  const clock = { wall: timers.monotonic.bind(timers) };
  const counted = new CountedRequests({ record, words: new Set(["ping"]), clock, timers });
  const recorder = new Recorder(record, clock, ACTIONS, counted);
  const request = (word: string, user: string | null, failed = false) =>
    recorder.request({
      action: ACTIONS.get(word)!,
      line: word,
      user,
      response: failed ? `err ${word} bad_request` : `ok ${word} {}`,
      charactersLeft: 0,
      end: { failed, accountFound: false },
    });
  for (let count = 0; count < 3; count++) request("ping", null);
  request("ping", "an");
  request("help", "an");
  request("ping", null, true);
  assert.deepEqual(entries.map(({ file, response }) => [file, response]), [
    ["help", "ok help {}"],
    ["ping", "err ping bad_request"],
  ]);
  entries.length = 0;
  timers.advance(60_000);
  assert.deepEqual(entries.map(({ user, request, at }) => [user, request, at]), [
    [null, "ping (3 requests since 2026-11-23T00:00:00.000Z)", START + 60_000],
    ["an", "ping (1 request since 2026-11-23T00:00:00.000Z)", START + 60_000],
  ]);
  timers.advance(600_000);
  assert.equal(entries.length, 2, "silence has no entries");
  request("ping", null);
  counted.flush();
  assert.equal(entries.length, 3);
});
