import assert from "node:assert/strict";
import { isLong } from "../../../../client/components/log/long_message.ts";

Deno.test("isLong counts characters and lines", () => {
  const cases: [string, boolean][] = [
    ["", false],
    ["x".repeat(2_500), false],
    ["x".repeat(2_501), true],
    ["x" + "\n".repeat(23), false],
    ["x" + "\n".repeat(24), true],
  ];
  for (const [text, expected] of cases) assert.equal(isLong(text), expected, `${text.length}`);
});
