import assert from "node:assert/strict";
import { room, testInWorld } from "./harness.ts";

testInWorld("read counts what is left, and never goes back", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  for (const text of ["one", "two @bob", "three"]) await alice.ok(`chat ${token} 1 ${text}`);
  await bob.ok(`chat ${bobToken} 1 four`);
  await alice.ok(`chat ${token} 1 five @BOB.`);
  const counts = async () => {
    const [{ unread, mentions, last_read_id }] = (await bob.ok(`projects ${bobToken}`)).projects;
    return { unread, mentions, last_read_id };
  };
  assert.deepEqual(await counts(), { unread: 4, mentions: 2, last_read_id: 1 });
  const cases: [number, number, number, number][] = [
    [0, 4, 2, 1],
    [2, 3, 2, 2],
    [4, 1, 1, 4],
    [3, 1, 1, 4],
    [5, 1, 1, 5],
    [6, 0, 0, 6],
    [1, 0, 0, 6],
    [99, 0, 0, 6],
  ];
  for (const [id, unread, mentions, last_read_id] of cases) {
    assert.deepEqual(await bob.ok(`read ${bobToken} 1 ${id}`), { unread, mentions }, `read ${id}`);
    assert.deepEqual(await counts(), { unread, mentions, last_read_id }, `read ${id}`);
  }
  // A mark beyond the newest message doesn't cover later messages.
  await alice.ok(`chat ${token} 1 six`);
  assert.equal((await counts()).unread, 1);
  assert.deepEqual(await alice.ok(`read ${token} 1 0`), { unread: 1, mentions: 0 });
});

testInWorld("read refuses who doesn't belong", async (world) => {
  const { alice, token } = await room(world);
  const stranger = await alice.join("carol");
  const cases: [string, string][] = [
    [`read ${stranger} 1 0`, "not_a_member"],
    [`read ${token} 2 0`, "project_not_found"],
    [`read ${token} 1`, "bad_request"],
    [`read ${token} 1 x`, "bad_request"],
    [`read ${token} 1 -`, "bad_request"],
    [`read ${token} 1 1 1`, "bad_request"],
    ["read nonsense 1 1", "invalid_token"],
  ];
  for (const [line, code] of cases) assert.equal(await alice.err(line), code, line);
});
