import assert from "node:assert/strict";
import fc from "fast-check";
import { type AuditEntry, formatEntry } from "../../lib/audit/audit_entry.ts";
import { parseLog } from "./log_reader.ts";

const REGISTERED: AuditEntry = {
  file: "reg",
  name: "đăng ký",
  type: "register",
  user: null,
  request: "reg alice ***",
  response: 'ok reg {"user":{"id":1,"username":"alice","role":"user"}}',
  at: Date.UTC(2024, 9, 30, 1, 15, 30, 123),
};

const TIMESTAMP = "2024-10-30 08:15:30.123 +07:00";

Deno.test("formatEntry writes the protocol's entry to the byte", () => {
  assert.equal(
    formatEntry(REGISTERED, TIMESTAMP),
    `-------------------------------------------------------
ActionName: đăng ký
ActionType: register
User: anonymous user
MessageRequest: reg alice ***
MessageResponse: ok reg {"user":{"id":1,"username":"alice","role":"user"}}
Timestamp: 2024-10-30 08:15:30.123 +07:00
-------------------------------------------------------
`,
  );
});

/** Formats a request as the log does. */
function written(request: string): string {
  const [entry, ...others] = parseLog(formatEntry({ ...REGISTERED, request }, TIMESTAMP));
  assert.deepEqual(others, []);
  return entry.request;
}

Deno.test("formatEntry writes the username when there is one", () => {
  const [entry] = parseLog(formatEntry({ ...REGISTERED, user: "bob" }, TIMESTAMP));
  assert.equal(entry.user, "bob");
});

const cuts: [title: string, text: string, expected: string][] = [
  ["is empty", "", ""],
  ["has 2,000 letters", "a".repeat(2_000), "a".repeat(2_000)],
  ["has 2,001 letters", "a".repeat(2_001), `${"a".repeat(2_000)}… (cut 1 character)`],
  ["has 16,000 letters", "a".repeat(16_000), `${"a".repeat(2_000)}… (cut 14,000 characters)`],
  ["has 1,234,567 more", "a".repeat(1_236_567), `${"a".repeat(2_000)}… (cut 1,234,567 characters)`],
  ["has 2,000 emoji", "😀".repeat(2_000), "😀".repeat(2_000)],
  ["has 2,002 emoji", "😀".repeat(2_002), `${"😀".repeat(2_000)}… (cut 2 characters)`],
  [
    "has an emoji over the edge of UTF-16 units",
    `${"a".repeat(1_999)}😀😀`,
    `${"a".repeat(1_999)}😀… (cut 1 character)`,
  ],
  [
    "has line breaks past 2,000, which count once",
    "\n".repeat(2_003),
    `${"\\n".repeat(2_000)}… (cut 3 characters)`,
  ],
  [
    "has lone surrogates",
    `${"\ud800".repeat(2_000)}\udc00x`,
    `${"\ud800".repeat(1_999)}\ud800\udc00… (cut 1 character)`,
  ],
];

for (const [title, text, expected] of cuts) {
  Deno.test(`formatEntry keeps 2,000 characters when a field ${title}`, () => {
    assert.equal(written(text), expected);
  });
}

const escapes: [text: string, expected: string][] = [
  ["a\nb", "a\\nb"],
  ["a\r\nb", "a\\r\\nb"],
  ["a\tb", "a\\tb"],
  ["\0\x1b[2J\x7f", "\\u0000\\u001b[2J\\u007f"],
  ["\x85\x9b", "\\u0085\\u009b"],
  ["\u2028\u2029", "\\u2028\\u2029"],
  ["\u202eabc\u2066\u200f\u061c", "\\u202eabc\\u2066\\u200f\\u061c"],
  ["tiếng Việt 😀 \\n \\", "tiếng Việt 😀 \\n \\"],
];

for (const [text, expected] of escapes) {
  Deno.test(`formatEntry writes ${JSON.stringify(text)} as ${JSON.stringify(expected)}`, () => {
    assert.equal(written(text), expected);
  });
}

Deno.test("formatEntry leaves JSON the same JSON when it holds what must be escaped", () => {
  fc.assert(fc.property(hostileText(), (text) => {
    const json = JSON.stringify({ text });
    assert.deepEqual(JSON.parse(written(json)), { text });
  }));
});

/** Generates text that imitates the end of one entry and the start of another. */
function hostileText(): fc.Arbitrary<string> {
  const pieces = fc.constantFrom(
    "\n",
    "\r",
    "\r\n",
    "\x85",
    "\u2028",
    "\u2029",
    "\v",
    "\f",
    "\x1c",
    "-".repeat(55),
    "ActionName: ",
    "User: admin",
    "Timestamp: 2024-10-30 08:15:30.123 +07:00",
    "\\n",
    "😀",
  );
  return fc.array(fc.oneof(pieces, fc.string({ unit: "binary" })), { maxLength: 12 })
    .map((parts) => parts.join(""));
}

Deno.test("formatEntry lets nobody forge an entry, whatever the fields hold", () => {
  const entry = fc.record({
    file: fc.constant("chat"),
    name: hostileText(),
    type: hostileText(),
    user: fc.option(hostileText()),
    request: hostileText(),
    response: hostileText(),
    at: fc.constant(0),
  });
  fc.assert(fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
    const text = entries.map((one) => formatEntry(one, TIMESTAMP)).join("");
    assert.deepEqual(
      parseLog(text),
      entries.map(({ name, type, user, request, response }) => ({
        name: written(name),
        type: written(type),
        user: written(user ?? "anonymous user"),
        request: written(request),
        response: written(response),
        timestamp: TIMESTAMP,
      })),
    );
  }));
});
