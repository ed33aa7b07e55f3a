import assert from "node:assert/strict";
import { encodePage } from "../../lib/actions/encode_page.ts";
import type { Message, Notice } from "../../lib/model/message.ts";
import { encodedAhead } from "../../lib/protocol/encode_ahead.ts";
import { room, testInWorld } from "./harness.ts";

testInWorld(
  "a page is encoded ahead for all of its text, that of its lines of activity too",
  async (world) => {
    const { token } = await room(world);
    const session = await world.services.authenticator.authenticate(token);
    const line = { project_id: 1, user: "alice", timestamp: "2026-11-23T08:15:30.123Z" };
    const page = (count: number, message: string, notice?: Notice): Message[] =>
      Array.from({ length: count }, (_, id) => ({ id, ...line, message, ...notice && { notice } }));
    const users = Array.from({ length: 500 }, (_, n) => `user-${n}`.padEnd(32, "x"));
    const cases: [Message[], ahead: boolean][] = [
      [page(5, "x".repeat(15_000)), true],
      [page(4, "x".repeat(15_000)), false],
      [page(5, "", { change: "added", users }), true],
      [page(4, "", { change: "added", users }), false],
      [page(300, "", { change: "renamed", name: "ế".repeat(255) }), true],
      [page(300, "", { change: "archived" }), false],
    ];
    for (const [at, [messages, ahead]] of cases.entries()) {
      await encodePage(messages, session, world.services);
      assert.equal(encodedAhead(messages) !== undefined, ahead, String(at));
    }
  },
);
