import assert from "node:assert/strict";
import fc from "fast-check";
import {
  clearedSessionCookie,
  hasSessionCookie,
  readSessionCookie,
  sessionCookie,
} from "../../../client/session/session_cookie.ts";

const URL_7080 = new URL("http://127.0.0.1:7080/login");
const KEY = "Ab-_".repeat(10) + "xyz";
const OTHER = "k".repeat(43);

function requestWith(cookie: string): Request {
  return new Request(URL_7080, { headers: { cookie } });
}

Deno.test("sessionCookie keeps the key from script and other sites until it expires", () => {
  assert.equal(
    sessionCookie(URL_7080, KEY, "2026-11-30T08:15:30.123Z"),
    `chung_session_7080=${KEY}; Path=/; HttpOnly; SameSite=Strict; ` +
      "Expires=Mon, 30 Nov 2026 08:15:30 GMT",
  );
  assert.equal(
    sessionCookie(new URL("https://chung.example/"), KEY, "never"),
    `__Host-chung_session_443=${KEY}; Path=/; HttpOnly; SameSite=Strict; Secure`,
  );
  assert.equal(
    clearedSessionCookie(new URL("https://chung.example:8443/")),
    "__Host-chung_session_8443=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0",
  );
  assert.equal(
    clearedSessionCookie(new URL("http://localhost/")),
    "chung_session_80=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0",
  );
});

Deno.test("sessionCookie writes nothing but a key", () => {
  const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
  for (const value of ["", "a b", `${KEY};`, `${KEY}\r\nset-cookie: x=1`, `${KEY}x`, token]) {
    assert.throws(() => sessionCookie(URL_7080, value, "2026-11-30"), TypeError, value);
  }
});

Deno.test("readSessionCookie gives the keys of this port, and nothing else", () => {
  const cases: [string, string[], boolean][] = [
    [`chung_session_7080=${KEY}`, [KEY], true],
    [`language=vi; chung_session_7080=${KEY}; x=y`, [KEY], true],
    [`chung_session_7080=${KEY}; chung_session_7080=${OTHER}`, [KEY, OTHER], true],
    [`chung_session_7080=bad; chung_session_7080=${OTHER}`, [OTHER], true],
    [`chung_session_7081=${KEY}`, [], false],
    [`chung_session_7080=${KEY}x`, [], true],
    [`chung_session_7080=${KEY.slice(1)}`, [], true],
    [`chung_session_7080="${KEY.slice(2)}"`, [], true],
    // What earlier versions wrote.
    [`chung_session_7080=127.0.0.1:7070~aa.bb.cc`, [], true],
    ["chung_session_7080=", [], true],
    ["chung_session_7080", [], false],
    [`chung_session_7080=${"x".repeat(5_000)}`, [], true],
    [";;;==;=", [], false],
  ];
  for (const [cookie, keys, has] of cases) {
    const request = requestWith(cookie);
    assert.deepEqual(readSessionCookie(request), keys, cookie.slice(0, 70));
    assert.equal(hasSessionCookie(request), has, cookie.slice(0, 70));
  }
  assert.deepEqual(readSessionCookie(new Request(URL_7080)), []);
});

// Guard (web): by HTTPS only a cookie that no other name of the domain can set is a key
Deno.test("readSessionCookie takes by https only what this very host has set", () => {
  const read = (url: string, cookie: string) =>
    readSessionCookie(new Request(url, { headers: { cookie } }));
  const cases: [string, string, string[]][] = [
    ["https://chung.example/", `__Host-chung_session_443=${KEY}`, [KEY]],
    ["https://chung.example/", `chung_session_443=${OTHER}`, []],
    ["https://chung.example/", `chung_session_443=${OTHER}; __Host-chung_session_443=${KEY}`, [
      KEY,
    ]],
    ["http://chung.example/", `__Host-chung_session_80=${KEY}`, []],
  ];
  for (const [url, cookie, keys] of cases) assert.deepEqual(read(url, cookie), keys, url + cookie);
});

Deno.test("readSessionCookie gives only what has the form of a key, whatever is sent", () => {
  const value = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 38,
    maxLength: 48,
  });
  fc.assert(fc.property(value, (text) => {
    const keys = readSessionCookie(requestWith(`chung_session_7080=${text}`));
    assert(keys.every((key) => /^[\w-]{43}$/.test(key)));
  }));
});
