import assert from "node:assert/strict";
import fc from "fast-check";
import { parseServerLine } from "../../../client/upstream/server_line.ts";
import { ERROR_CODES } from "../../../lib/errors.ts";
import { eventLine } from "../../../lib/protocol/events.ts";
import { errLine, okLine } from "../../../lib/protocol/response.ts";

Deno.test("parseServerLine gives null when the line is none of the protocol's", () => {
  const lines = [
    "",
    "ok",
    "ok ping",
    "ok ping {",
    "ok ping [1]",
    "ok ping null",
    "ok ping 1",
    "OK ping {}",
    " ok ping {}",
    "@ ok ping {}",
    "@a  ok ping {}",
    "err",
    "err ping",
    "event",
    "event chat",
    "event chat 1",
    "HTTP/1.1 400 Bad Request",
    "ok  {}",
  ];
  for (const line of lines) assert.equal(parseServerLine(line), null, line);
});

Deno.test("parseServerLine reads responses and events when they are well formed", () => {
  const cases: [string, unknown][] = [
    ["ok ping {}", { kind: "ok", tag: null, action: "ping", body: {} }],
    ['@a.1 ok chat {"x":1}', { kind: "ok", tag: "a.1", action: "chat", body: { x: 1 } }],
    ["err - bad_encoding not UTF-8", {
      kind: "err",
      tag: null,
      action: "-",
      code: "bad_encoding",
      text: "not UTF-8",
    }],
    ["err chat not_a_member", {
      kind: "err",
      tag: null,
      action: "chat",
      code: "not_a_member",
      text: "",
    }],
    ["@t err chat of_tomorrow a new one", {
      kind: "err",
      tag: "t",
      action: "chat",
      code: "internal",
      text: "a new one",
    }],
    ['event closing {"reason":"shutdown"}', {
      kind: "event",
      type: "closing",
      data: { reason: "shutdown" },
    }],
  ];
  for (const [line, expected] of cases) assert.deepEqual(parseServerLine(line), expected, line);
});

const tag = fc.option(fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/));
const action = fc.stringMatching(/^[a-z_]{1,20}$/);
const body = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 })
  .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>);

Deno.test("parseServerLine reads back what the server's encoders write", () => {
  fc.assert(fc.property(tag, action, body, (tag, action, body) => {
    assert.deepEqual(parseServerLine(okLine(tag, action, body)), { kind: "ok", tag, action, body });
    const event = { kind: "event", type: action, data: body };
    assert.deepEqual(parseServerLine(eventLine({ type: action, data: body } as never)), event);
  }));
  const code = fc.constantFrom(...ERROR_CODES);
  const text = fc.string().map((text) => text.replace(/\p{Cc}/gu, ""));
  fc.assert(fc.property(tag, action, code, text, (tag, action, code, text) => {
    const err = { kind: "err", tag, action, code, text };
    assert.deepEqual(parseServerLine(errLine(tag, action, code, text)), err);
  }));
});

Deno.test("parseServerLine never throws when the line is random", () => {
  const noise = fc.oneof(fc.string(), fc.string().map((rest) => `ok ping ${rest}`));
  fc.assert(fc.property(noise, (line) => {
    const parsed = parseServerLine(line);
    assert(parsed === null || ["ok", "err", "event"].includes(parsed.kind));
  }));
});
