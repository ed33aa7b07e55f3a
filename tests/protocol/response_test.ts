import assert from "node:assert/strict";
import { eventLine } from "../../lib/protocol/events.ts";
import { errLine, okLine } from "../../lib/protocol/response.ts";

Deno.test("okLine, errLine and eventLine are one line each when their values hold line breaks", () => {
  const cases: [string, string][] = [
    [okLine(null, "ping", { time: "…" }), 'ok ping {"time":"…"}'],
    [okLine("t1", "chat", { message: "a\nb" }), '@t1 ok chat {"message":"a\\nb"}'],
    [errLine(null, "-", "unknown_action", "send help"), "err - unknown_action send help"],
    [
      errLine("t1", "add_group", "user_not_found", "no user a\r\nok chat {}"),
      "@t1 err add_group user_not_found no user a ok chat {}",
    ],
    [
      eventLine({ type: "leave", data: { project_id: 1, user: "bob" } }),
      'event leave {"project_id":1,"user":"bob"}',
    ],
  ];
  for (const [line, expected] of cases) assert.equal(line, expected);
});
