import assert from "node:assert/strict";
import { KnownPeople } from "../../../../client/session/people/known_people.ts";
import type { TokenRequests } from "../../../../client/upstream/token_requests.ts";
import { ChungError } from "../../../../lib/errors.ts";
import { systemTimers } from "../../../../lib/timers.ts";

/** Projects with their members, the latest first, and what is asked of their server. */
function people(projects: Record<string, string[]>) {
  const asked: string[] = [];
  const state = { now: 0, fails: false };
  const requests = {
    ask(action: string) {
      asked.push(action);
      if (state.fails) return Promise.reject(new ChungError("unavailable", "not now"));
      return Promise.resolve({
        projects: Object.keys(projects).map((id) => ({ id: Number(id) })).reverse(),
      });
    },
    about(id: number) {
      asked.push(`members ${id}`);
      const members = projects[id];
      return members === undefined || members.length === 0
        ? Promise.reject(new ChungError("not_a_member", "not a member"))
        : Promise.resolve({ members: members.map((username) => ({ username })) });
    },
  } as unknown as TokenRequests;
  const timers = { ...systemTimers, monotonic: () => state.now };
  return { known: new KnownPeople(requests, "lan", timers), asked, state };
}

Deno.test("the people of one's projects are known, those of the latest first, and nobody else", async () => {
  const { known } = people({ 1: ["lan", "minh", "hoa"], 2: ["binh", "lan", "minh"], 3: [] });
  assert.deepEqual(await known.without(null), ["binh", "minh", "hoa"]);
  assert.deepEqual(await known.without(1), ["binh"]);
  assert.deepEqual(await known.without(3), ["binh", "minh", "hoa"], "no longer a member of it");
});

Deno.test("they are gathered at most once a minute, and from thirty projects", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [String(at + 1), ["lan", `user${at + 1}`]]),
  );
  const { known, asked, state } = people(many);
  const [first, second] = await Promise.all([known.without(null), known.without(null)]);
  assert.deepEqual(first, second);
  assert.equal(first.length, 30);
  assert.equal(first[0], "user40");
  assert.equal(asked.length, 31);
  state.now = 59_999;
  await known.without(null);
  assert.equal(asked.length, 31);
  state.now = 60_000;
  await known.without(null);
  assert.equal(asked.length, 62);
  known.forget();
  await known.without(null);
  assert.equal(asked.length, 93);
});

Deno.test("a failure to gather them is not kept", async () => {
  const { known, state } = people({ 1: ["lan", "minh"] });
  state.fails = true;
  await assert.rejects(known.without(null), { code: "unavailable" });
  state.fails = false;
  assert.deepEqual(await known.without(null), ["minh"]);
});
