import assert from "node:assert/strict";
import fc from "fast-check";
import { messageParts } from "../../../../client/components/room/message_parts.ts";

const CASES: [string, string[]][] = [
  ["no address", []],
  ["https://a.example", ["https://a.example"]],
  ["see http://a.example/x?y=1&z=2#w.", ["http://a.example/x?y=1&z=2#w"]],
  ["(https://a.example/b), then", ["https://a.example/b"]],
  ["https://a.example/w_(x)", ["https://a.example/w_(x)"]],
  ["(see https://a.example/w_(x)).", ["https://a.example/w_(x)"]],
  ["“https://a.example/đường”", ["https://a.example/đường"]],
  ["https://a.example\nhttps://b.example!", ["https://a.example", "https://b.example"]],
  ["HTTPS://A.example/", ["HTTPS://A.example/"]],
  ["<https://a.example>", ["https://a.example"]],
  ["javascript:alert(1) data:text/html,x ftp://a.example", []],
  ["xhttps://a.example", []],
  ["https:// http://...", []],
  ["javascript:https://a.example", ["https://a.example"]],
];

Deno.test("messageParts finds web addresses and nothing else", () => {
  for (const [message, expected] of CASES) {
    const found = messageParts(message).filter((part) => part.href !== undefined);
    assert.deepEqual(found.map((part) => part.text), expected, message);
  }
});

Deno.test("messageParts joined is the message again, and every address is http or https", () => {
  const word = fc.constantFrom("https://", "http://a.b", ")", "(", ".", " ", "\n", "javascript:");
  fc.assert(fc.property(
    fc.array(fc.oneof(word, fc.string({ unit: "binary" })), { maxLength: 12 }),
    (words) => {
      const message = words.join("");
      const parts = messageParts(message);
      assert.equal(parts.map((part) => part.text).join(""), message);
      for (const { text, href } of parts) {
        assert.notEqual(text, "");
        if (href !== undefined) assert.match(href, /^https?:\/\//);
      }
    },
  ));
});

Deno.test("messageParts takes thousands of brackets off the end of an address", () => {
  const message = `https://a.example/${")".repeat(15_900)}`;
  assert.equal(messageParts(message)[0].text, "https://a.example/");
});
