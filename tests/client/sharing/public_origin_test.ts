import assert from "node:assert/strict";
import { isForOrigin, parsePublicOrigin } from "../../../client/sharing/public_origin.ts";

Deno.test("parsePublicOrigin takes a scheme, a name and perhaps a port, and nothing else", () => {
  const cases: [string, string | null][] = [
    ["https://chat.example", "https://chat.example"],
    ["https://chat.example/", "https://chat.example"],
    ["HTTPS://Chat.Example:443", "https://chat.example"],
    ["https://chat.example:8443", "https://chat.example:8443"],
    ["http://chat.example:443", "http://chat.example:443"],
    ["http://192.168.1.5:7080", "http://192.168.1.5:7080"],
    ["https://[fd00::1]", "https://[fd00::1]"],
    ["https://trò-chuyện.example", "https://xn--tr-chuyn-81a0371c.example"],
    ["chat.example", null],
    ["//chat.example", null],
    ["ftp://chat.example", null],
    ["https://", null],
    ["https://chat.example.", null],
    ["https://chat.example/chung", null],
    ["https://chat.example?x", null],
    ["https://chat.example#x", null],
    ["https://me@chat.example", null],
    ["https://chat.example:70000", null],
    ["https://chat example", null],
    ["https://a.example,https://b.example", null],
    ["https://chat.example\\@evil.example", null],
    ["", null],
  ];
  for (const [text, origin] of cases) {
    // The spelling of names in other scripts is the URL standard's.
    const expected = text.includes("ò") ? new URL(text).origin : origin;
    assert.equal(parsePublicOrigin(text), expected, text);
  }
});

// Guard (web): pages for a team answer to their public address alone, exact to the port
Deno.test("isForOrigin takes one name with one port, in Host and in the URL", () => {
  const cases: [string, string, string | null, boolean][] = [
    // Behind a proxy that ends TLS.
    ["https://chat.example", "http://chat.example/x", "chat.example", true],
    ["https://chat.example", "http://chat.example:443/x", "chat.example:443", true],
    ["https://chat.example", "http://chat.example/x", "CHAT.example", true],
    ["https://chat.example", "http://chat.example/x", "chat.example:80", false],
    ["https://chat.example", "http://chat.example:7080/x", "chat.example:7080", false],
    ["https://chat.example", "http://127.0.0.1:7080/x", "127.0.0.1:7080", false],
    ["https://chat.example", "http://localhost/x", "localhost", false],
    ["https://chat.example", "http://chung.localhost:7080/x", "chung.localhost:7080", false],
    ["https://chat.example", "http://evil.example/x", "evil.example", false],
    ["https://chat.example", "http://chat.example.evil.example/x", null, false],
    ["https://chat.example", "http://chat.example./x", "chat.example.", false],
    ["https://chat.example", "http://chat.example/x", "chat.example@evil.example", false],
    ["https://chat.example", "http://chat.example/x", "evil.example@chat.example", false],
    ["https://chat.example", "http://chat.example/x", "chat.example, evil.example", false],
    ["https://chat.example", "http://chat.example/x", "chat.example/evil", false],
    ["https://chat.example", "http://chat.example/x", "", false],
    // The first line of the request names another.
    ["https://chat.example", "http://evil.example/x", "chat.example", false],
    // HTTP/2 has no Host.
    ["https://chat.example", "https://chat.example/x", null, true],
    ["https://chat.example", "https://chat.example:8443/x", null, false],
    ["https://chat.example:8443", "https://chat.example:8443/x", null, true],
    ["https://chat.example:8443", "http://chat.example:8443/x", "chat.example:8443", true],
    ["https://chat.example:8443", "http://chat.example/x", "chat.example", false],
    ["http://192.168.1.5:7080", "http://192.168.1.5:7080/x", "192.168.1.5:7080", true],
    ["http://192.168.1.5:7080", "http://192.168.1.6:7080/x", "192.168.1.6:7080", false],
    ["http://chat.example", "http://chat.example/x", "chat.example:80", true],
  ];
  for (const [origin, url, host, expected] of cases) {
    const headers: HeadersInit = host === null ? {} : { host };
    const found = isForOrigin(new Request(url, { headers }), origin);
    assert.equal(found, expected, `${url} with Host ${host} at ${origin}`);
  }
});
