import assert from "node:assert/strict";
import { parseEvent } from "../../lib/protocol/events.ts";

const MESSAGE = { id: 1, project_id: 2, user: "an", message: "hi", timestamp: "2026-11-23T08:00" };

const CASES: [type: string, data: unknown, known: boolean][] = [
  ["chat", MESSAGE, true],
  ["chat", { ...MESSAGE, later: "key" }, true],
  ["chat", { ...MESSAGE, id: "1" }, false],
  ["chat", { ...MESSAGE, id: -1 }, false],
  ["chat", null, false],
  ["chat", [MESSAGE], false],
  ["typing", { project_id: 2, user: "an" }, true],
  ["typing", { project_id: 2 }, false],
  ["members", { project_id: 2, added: ["an"], removed: [], by: "b" }, true],
  ["members", { project_id: 2, added: "an", removed: [], by: "b" }, false],
  ["project", { change: "later kind", project: { id: 2, name: "x", owner: "an" } }, true],
  ["project", { change: "renamed", project: { id: 2, name: "x" } }, false],
  ["unread", { project_id: 2, unread: 3, message: MESSAGE }, true],
  ["unread", { project_id: 2, unread: 1.5, message: MESSAGE }, false],
  ["closing", { reason: "idle" }, true],
  ["unknown", MESSAGE, false],
  ["toString", MESSAGE, false],
];

Deno.test("parseEvent takes what a type says, with keys that are new, and nothing else", () => {
  for (const [type, data, known] of CASES) {
    assert.deepEqual(parseEvent(type, data), known ? { type, data } : null, JSON.stringify(data));
  }
});
