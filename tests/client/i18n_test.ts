import assert from "node:assert/strict";
import { ChungError, ERROR_CODES } from "../../lib/errors.ts";
import { DEFAULT_LIMITS } from "../../lib/model/limits.ts";
import { messageText } from "../../lib/model/message.ts";
import { assertProjectName } from "../../lib/model/project.ts";
import { assertPassword, assertUsername } from "../../lib/model/user.ts";
import { en } from "../../client/i18n/en.ts";
import { errorText, isProblemCode, listedNames } from "../../client/i18n/error_text.ts";
import type { Language } from "../../client/i18n/language.ts";
import { fill, type Text } from "../../client/i18n/message.ts";
import { roomTexts } from "../../client/i18n/room_texts.ts";
import { t } from "../../client/i18n/translate.ts";
import { type MessageKey, vi } from "../../client/i18n/vi.ts";

const LANGUAGES: Language[] = ["vi", "en"];
const KEYS = Object.keys(vi) as MessageKey[];

function forms(text: Text): string[] {
  return typeof text === "string" ? [text] : Object.values(text);
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort().join();
}

function refusal(check: () => unknown): ChungError {
  try {
    check();
  } catch (error) {
    if (error instanceof ChungError) return error;
  }
  throw new Error("nothing was refused");
}

Deno.test("vi and en have the same keys, each with text and the same placeholders", () => {
  assert.deepEqual(Object.keys(en).sort(), [...KEYS].sort());
  for (const key of KEYS) {
    const expected = placeholders(forms(vi[key])[0]);
    for (const text of [...forms(vi[key]), ...forms(en[key])]) {
      assert.ok(text.trim() !== "", key);
      assert.equal(placeholders(text), expected, key);
    }
  }
});

Deno.test("errorText has a whole sentence for every code in both languages", () => {
  for (const language of LANGUAGES) {
    const seen = new Set<string>();
    for (const code of [...ERROR_CODES, "unreachable"] as const) {
      const text = errorText(language, code);
      assert.match(text, /^\p{Lu}.{15,}[.!]$/u, `${language} ${code}`);
      assert.doesNotMatch(text, /[{}]|undefined|NaN/, `${language} ${code}`);
      assert.equal(isProblemCode(code), true);
      seen.add(text);
    }
    assert.equal(seen.size, ERROR_CODES.length + 1, "no two codes read alike");
  }
});

Deno.test("errorText tells the limits of the server that refused", () => {
  const limits = {
    ...DEFAULT_LIMITS,
    maxUsername: 7,
    minPassword: 11,
    maxPassword: 33,
    maxProjectName: 44,
    maxMessage: 55,
  };
  const cases: [() => unknown, string[]][] = [
    [() => assertUsername("?", limits), ["1", "7"]],
    [() => assertPassword("", limits), ["11", "33"]],
    [() => assertProjectName("", limits), ["1", "44"]],
    [() => messageText("x".repeat(56), limits), ["55"]],
  ];
  for (const [check, numbers] of cases) {
    const { code, message } = refusal(check);
    for (const language of LANGUAGES) {
      const found = errorText(language, code, message).match(/\d+/g)!;
      assert.deepEqual(found.slice(0, numbers.length), numbers, code);
    }
  }
});

Deno.test("errorText tells how long to wait when the server does", () => {
  const cases: [string, Language, RegExp][] = [
    ["too many failed logins: try again in 30 s", "vi", /đợi 30 giây/],
    ["too many failed logins: try again in 30 s", "en", /30 seconds/],
    ["too many failed logins: try again in 1 s", "en", /1 second,/],
    ["", "vi", /đợi một lát/],
    ["", "en", /a moment/],
  ];
  for (const [text, language, expected] of cases) {
    assert.match(errorText(language, "rate_limited", text), expected);
  }
});

Deno.test("errorText names the unknown users as they were typed", () => {
  const server = "no such user: nobody, Void; nobody was added";
  const typed = "bob; Nobody, void no such";
  assert.deepEqual(listedNames(typed, server), ["Nobody", "void"]);
  assert.match(errorText("en", "user_not_found", server, typed), /Nobody, void\./);
  assert.match(errorText("vi", "user_not_found", server, typed), /Nobody, void\./);
  assert.equal(errorText("en", "user_not_found"), en.error_user_not_found);
});

Deno.test("isProblemCode refuses what is not in the closed list", () => {
  for (const code of ["", "toString", "INTERNAL", "<b>"]) assert.equal(isProblemCode(code), false);
});

Deno.test("t chooses the plural form of its language", () => {
  assert.equal(t("en", "members_count", { count: 1 }), "1 member");
  assert.equal(t("en", "members_count", { count: 0 }), "0 members");
  assert.equal(t("vi", "members_count", { count: 1 }), "1 thành viên");
});

Deno.test("t writes numbers as its language does", () => {
  assert.match(t("vi", "error_message_too_long", { max: 16_000 }), /16\.000/);
  assert.match(t("en", "error_message_too_long", { max: 16_000 }), /16,000/);
});

Deno.test("fill leaves alone what has no value, and never reads a value as a pattern", () => {
  assert.equal(fill("{a} {b} {toString}", { a: "{b} $& $1" }), "{b} $& $1 {b} {toString}");
});

Deno.test("roomTexts gives plain texts that are not filled in yet", () => {
  for (const language of LANGUAGES) {
    const texts = roomTexts(language);
    for (const text of Object.values(texts)) assert.equal(typeof text, "string");
    assert.match(texts.one_typing, /\{names\}/);
  }
});
