import assert from "node:assert/strict";
import fc from "fast-check";
import {
  clearedSessionCookie,
  readSessionCookie,
  sessionCookie,
} from "../../../client/session/session_cookie.ts";

const SERVER = "chung.example:7070";
const URL_7080 = new URL("http://127.0.0.1:7080/login");

function requestWith(cookie: string): Request {
  return new Request(URL_7080, { headers: { cookie } });
}

Deno.test("sessionCookie keeps the token from script and other sites until it expires", () => {
  assert.equal(
    sessionCookie(URL_7080, SERVER, "aa.bb.c-c_", "2026-11-30T08:15:30.123Z"),
    "chung_session_7080=chung.example:7070~aa.bb.c-c_; Path=/; HttpOnly; SameSite=Strict; " +
      "Expires=Mon, 30 Nov 2026 08:15:30 GMT",
  );
  assert.equal(
    sessionCookie(new URL("https://chung.example/"), "[::1]:7070", "t", "never"),
    "chung_session_443=[::1]:7070~t; Path=/; HttpOnly; SameSite=Strict; Secure",
  );
  assert.equal(
    clearedSessionCookie(new URL("http://localhost/")),
    "chung_session_80=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0",
  );
});

Deno.test("sessionCookie refuses a token when it could write another cookie or header", () => {
  for (const token of ["", "a b", "a;b", "a\r\nset-cookie: x=1", "ế", "a,b", "x".repeat(4_097)]) {
    assert.throws(() => sessionCookie(URL_7080, SERVER, token, "2026-11-30"), TypeError);
  }
  for (const server of ["", "a b:1", "a;b:1", "a~b:1", "a\r\nb:1"]) {
    assert.throws(() => sessionCookie(URL_7080, server, "a.b.c", "2026-11-30"), TypeError);
  }
});

Deno.test("readSessionCookie gives the token of this port and server, and null for anything else", () => {
  const cases: [string, string | null][] = [
    ["chung_session_7080=chung.example:7070~aa.bb.cc", "aa.bb.cc"],
    ["language=vi; chung_session_7080=chung.example:7070~aa.bb.cc; x=y", "aa.bb.cc"],
    ["chung_session_7080=other.example:7070~aa.bb.cc", null],
    ["chung_session_7080=chung.example:7071~aa.bb.cc", null],
    ["chung_session_7080=chung.example:70701~aa.bb.cc", null],
    ["chung_session_7080=x.chung.example:7070~aa.bb.cc", null],
    ["chung_session_7080=aa.bb.cc", null],
    ["chung_session_7080=~aa.bb.cc", null],
    ["chung_session_7081=chung.example:7070~aa.bb.cc", null],
    ["chung_session_7080=chung.example:7070~", null],
    ["chung_session_7080=", null],
    ["chung_session_7080", null],
    ["chung_session_7080=chung.example:7070~a b", null],
    ['chung_session_7080="chung.example:7070~aa"', null],
    [
      "chung_session_7080=other.example:1~bad; chung_session_7080=chung.example:7070~good",
      "good",
    ],
    [`chung_session_7080=chung.example:7070~${"x".repeat(5_000)}`, null],
    [";;;==;=", null],
  ];
  for (const [cookie, token] of cases) {
    assert.equal(readSessionCookie(requestWith(cookie), SERVER), token, cookie.slice(0, 60));
  }
  assert.equal(readSessionCookie(new Request(URL_7080), SERVER), null);
});

Deno.test("readSessionCookie gives only what can stand in a request line, whatever is sent", () => {
  const value = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  });
  fc.assert(fc.property(value, (text) => {
    const token = readSessionCookie(
      requestWith(`chung_session_7080=${SERVER}~${text}`),
      SERVER,
    );
    assert(token === null || /^[\w.~-]+$/.test(token));
  }));
});
