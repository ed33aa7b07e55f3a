import assert from "node:assert/strict";
import { EndedSessions } from "../../lib/auth/ended_sessions.ts";

Deno.test("EndedSessions remembers a session that ended, and counts it once", () => {
  const ended = new EndedSessions(2);
  ended.add("a");
  ended.add("a");
  assert.equal(ended.count, 1);
  assert.equal(ended.mayHaveEndedSince(0, "a"), true);
  assert.equal(ended.mayHaveEndedSince(0, "b"), false);
});

Deno.test("EndedSessions vouches for no session that was good before an end that it has forgotten", () => {
  const ended = new EndedSessions(2);
  for (const id of ["a", "b", "c"]) ended.add(id);
  assert.equal(ended.mayHaveEndedSince(0, "a"), true);
  assert.equal(ended.mayHaveEndedSince(0, "never ended"), true);
  assert.equal(ended.mayHaveEndedSince(1, "never ended"), false);
  assert.equal(ended.mayHaveEndedSince(1, "b"), true);
});
