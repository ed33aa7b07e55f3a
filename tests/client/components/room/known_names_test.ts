import assert from "node:assert/strict";
import { withNames } from "../../../../client/components/room/known_names.ts";
import type { Message } from "../../../../lib/model/message.ts";
import type { Member } from "../../../../lib/model/project.ts";

const member = (username: string): Member => ({ username, role: "member", online: false });
const by = (user: string): Message => ({
  id: 1,
  project_id: 1,
  user,
  message: "hi",
  timestamp: "",
});

Deno.test("withNames knows members and authors, and who has left since", () => {
  const first = withNames(new Set(), [member("Alice"), member("bob")], [by("Carol")]);
  assert.deepEqual([...first].sort(), ["alice", "bob", "carol"]);
  const same = withNames(first, [member("Alice")], [by("alice")]);
  assert.equal(same, first, "so that no line is rendered again");
  assert.ok(withNames(same, [member("dan")], []).has("bob"));
});
