import assert from "node:assert/strict";
import { chatTime, untilMidnight } from "../../../client/components/chat_time.ts";

Deno.test("chatTime shows the day when it isn't today, and the year when it is another", () => {
  const now = new Date(2026, 10, 23, 15, 0);
  const cases: [Date, string][] = [
    [new Date(2026, 10, 23, 14, 5), "14:05"],
    [new Date(2026, 10, 23, 0, 0), "00:00"],
    [new Date(2026, 10, 22, 23, 59), "22/11 23:59"],
    [new Date(2026, 0, 2, 3, 4), "02/01 03:04"],
    [new Date(2025, 10, 23, 14, 5), "23/11/2025 14:05"],
    [new Date(2027, 0, 1, 0, 0), "01/01/2027 00:00"],
  ];
  for (const [at, expected] of cases) assert.equal(chatTime(at.toISOString(), now), expected);
});

Deno.test("chatTime gives back what is no time", () => {
  assert.equal(chatTime("soon", new Date()), "soon");
});

Deno.test("untilMidnight ends where the next day begins", () => {
  for (const now of [new Date(2026, 11, 31, 23, 59, 59, 999), new Date(2026, 1, 28, 0, 0)]) {
    const then = new Date(now.getTime() + untilMidnight(now));
    assert.equal(then.getHours() + then.getMinutes() + then.getSeconds(), 0);
    assert.notEqual(then.toDateString(), now.toDateString());
  }
});
