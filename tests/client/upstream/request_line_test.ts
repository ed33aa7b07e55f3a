import assert from "node:assert/strict";
import fc from "fast-check";
import {
  idArgument,
  namesArgument,
  passwordArgument,
  requestLine,
  requestTag,
  textArgument,
  tokenArgument,
  usernameArgument,
} from "../../../client/upstream/request_line.ts";
import { ChungError } from "../../../lib/errors.ts";
import { trimMessage } from "../../../lib/model/message.ts";
import { LineBuffer } from "../../../lib/protocol/line_buffer.ts";
import { Arguments, parseRequest, unescapeText } from "../../../lib/protocol/request.ts";

/** Parses a line like the server. */
function received(line: string) {
  const lines = new LineBuffer(65_536).push(new TextEncoder().encode(`${line}\n`));
  assert.equal(lines.length, 1, `one line of ${JSON.stringify(line)}`);
  assert("text" in lines[0], `readable: ${JSON.stringify(line)}`);
  return parseRequest(lines[0].text)!;
}

const anything = fc.string({ unit: "binary", maxLength: 200 });

Deno.test("textArgument reaches the server as typed when it holds any characters", () => {
  fc.assert(fc.property(anything, (text) => {
    let line;
    try {
      line = requestLine("chat", [tokenArgument("t"), textArgument(text, "empty_message")], "a");
    } catch (error) {
      assert(error instanceof ChungError && error.code === "empty_message");
      assert.equal(text.trim(), "");
      return;
    }
    const request = received(line);
    assert.deepEqual([request.tag, request.action], ["a", "chat"]);
    const args = new Arguments(request.rest);
    assert.equal(args.word(), "t");
    const expected = trimMessage(text.replace(/\r\n?|[\u2028\u2029]/g, "\n"))
      .replace(/[^\P{Cc}\n\t]/gu, "\u{fffd}").toWellFormed();
    assert.equal(trimMessage(unescapeText(args.remainder().trim())), expected);
  }));
});

Deno.test("textArgument escapes when a person types what looks escaped", () => {
  const cases: [string, string][] = [
    ["a\nb", "a\\nb"],
    ["a\r\nb\rc", "a\\nb\\nc"],
    ["a\\nb", "a\\\\nb"],
    ["\ttab\tin", "tab\\tin"],
    ["C:\\temp\\", "C:\\\\temp\\\\"],
    ["a\u0000b\u0085c", "a\u{fffd}b\u{fffd}c"],
    ["  xin chào 👋  ", "xin chào 👋"],
    ["\n \n  if x:\n    y\n ", "\\n  if x:\\n    y"],
    ["\u3000a\nb", "\\n\u3000a\\nb"],
    ["\tif x:\n\t\ty", "\\tif x:\\n\\t\\ty"],
  ];
  for (const [typed, wire] of cases) {
    assert.deepEqual(textArgument(typed, "empty_message"), { wire }, JSON.stringify(typed));
  }
});

Deno.test("usernameArgument and passwordArgument never make another argument or line", () => {
  fc.assert(fc.property(anything, anything, (username, password) => {
    let line;
    try {
      line = requestLine("reg", [
        usernameArgument(username, "invalid_username"),
        passwordArgument(password, "invalid_password"),
      ]);
    } catch (error) {
      assert(error instanceof ChungError);
      assert(["invalid_username", "invalid_password"].includes(error.code));
      return;
    }
    const request = received(line);
    const args = new Arguments(request.rest);
    assert.deepEqual([request.tag, request.action], [null, "reg"]);
    assert.equal(args.word(), username.toWellFormed());
    assert.equal(args.remainder(), password.toWellFormed().replace(/^[ \t]+|[ \t]+$/g, ""));
  }));
});

Deno.test("arguments are refused with a code when they can't be on the wire", () => {
  const cases: [() => unknown, string][] = [
    [() => usernameArgument("", "invalid_username"), "invalid_username"],
    [() => usernameArgument("a b", "invalid_username"), "invalid_username"],
    [() => usernameArgument("a\u00a0b", "bad_credentials"), "bad_credentials"],
    [() => usernameArgument("a\nlogout", "invalid_username"), "invalid_username"],
    [() => passwordArgument("   ", "invalid_password"), "invalid_password"],
    [() => passwordArgument("abc\ndef", "invalid_password"), "invalid_password"],
    [() => passwordArgument("abc\u007f", "invalid_password"), "invalid_password"],
    [() => tokenArgument("a b"), "invalid_token"],
    [() => tokenArgument(""), "invalid_token"],
    [() => idArgument(1.5, "project_not_found"), "project_not_found"],
    [() => idArgument(-1, "project_not_found"), "project_not_found"],
    [() => idArgument(NaN, "project_not_found"), "project_not_found"],
    [() => namesArgument(" , ;; []"), "bad_request"],
    [() => namesArgument("bob\u0007"), "user_not_found"],
    [
      () => requestLine("chat", [{ wire: "a".repeat(65_536) }], null, "message_too_long"),
      "message_too_long",
    ],
    [() => requestLine("chat", [{ wire: "ế".repeat(22_000) }]), "line_too_long"],
  ];
  for (const [make, code] of cases) {
    assert.throws(make, (error) => error instanceof ChungError && error.code === code, code);
  }
});

Deno.test("namesArgument lists each name once when they are typed in any way", () => {
  const cases: [string, string][] = [
    ["bob", "[bob]"],
    ["bob, carol", "[bob, carol]"],
    ["bob;carol dave\nbob", "[bob, carol, dave]"],
    ["[bob, carol]", "[bob, carol]"],
  ];
  for (const [typed, wire] of cases) assert.deepEqual(namesArgument(typed), { wire });
});

Deno.test("requestTag makes a new tag when the given one would break the line", () => {
  assert.equal(requestTag("a.B_1-2"), "a.B_1-2");
  for (const bad of [undefined, "", "a b", "a\nb", "x".repeat(65)]) {
    const tag = requestTag(bad);
    assert.match(tag, /^[A-Za-z0-9._-]{1,64}$/);
    assert.notEqual(tag, requestTag(bad));
  }
});
