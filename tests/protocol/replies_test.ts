import assert from "node:assert/strict";
import { parseReply } from "../../lib/protocol/replies.ts";

const MESSAGE = { id: 1, project_id: 2, user: "an", message: "hi", timestamp: "2026-11-23T08:00" };

Deno.test("parseReply takes what an action answers, with keys that are new, and nothing else", () => {
  const cases: [Parameters<typeof parseReply>[0], unknown, boolean][] = [
    ["chat", { message: MESSAGE, duplicate: true }, true],
    ["chat", { message: { ...MESSAGE, user: null } }, false],
    ["chat", {}, false],
    ["logout", {}, true],
    ["logout", null, false],
    ["read", { unread: 0, mentions: 0, more: 1 }, true],
    ["read", { unread: 0 }, false],
    ["history", { messages: [MESSAGE], more: false, last_change: 0 }, true],
    ["history", { messages: {}, more: false }, false],
    ["search", { messages: [MESSAGE] }, true],
    ["search", { messages: [], partial: true }, true],
    ["search", { messages: [], partial: "yes" }, false],
    ["whoami", { user: { id: 1, username: "an", role: "user" }, expires_at: "x" }, true],
    ["whoami", { user: "an", expires_at: "x" }, false],
  ];
  for (const [action, body, known] of cases) {
    assert.deepEqual(parseReply(action, body), known ? body : null, JSON.stringify(body));
  }
});
