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

Deno.test("withNames knows members, authors, and whom a line of activity tells of", () => {
  const first = withNames(new Set(), [member("Alice"), member("bob")], [by("Carol")]);
  assert.deepEqual([...first].sort(), ["alice", "bob", "carol"]);
  const same = withNames(first, [member("Alice")], [by("alice")]);
  assert.equal(same, first, "so that no line is rendered again");
  assert.ok(withNames(same, [member("dan")], []).has("bob"), "who has left since");
  const lines: Message[] = [
    { ...by("erin"), message: "", notice: { change: "removed", users: ["Fred"] } },
    { ...by("gina"), message: "", notice: { change: "left", users: ["gina"] } },
    { ...by("hugo"), message: "", notice: { change: "renamed", name: "not_a_name" } },
  ];
  assert.deepEqual([...withNames(new Set(), [], lines)].sort(), ["erin", "fred", "gina", "hugo"]);
});
