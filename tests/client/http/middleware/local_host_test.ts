import assert from "node:assert/strict";
import { isLoopback, parseHost } from "../../../../lib/loopback.ts";
import { isLocalHost } from "../../../../client/http/middleware/local_host.ts";

// Guard (web): only local names are accepted in `Host`
Deno.test("isLocalHost takes only names that nobody else can own", () => {
  const cases: [string, string, boolean][] = [
    ["http://localhost:7080/", "127.0.0.1", true],
    ["http://LOCALHOST/", "127.0.0.1", true],
    ["http://127.0.0.1:9/", "127.0.0.1", true],
    ["http://[::1]:7080/", "127.0.0.1", true],
    ["http://0x7f.1/", "127.0.0.1", true],
    ["http://chung.localhost:7080/", "127.0.0.1", true],
    ["http://CHUNG.localhost/", "192.168.1.5", true],
    ["http://evil.localhost/", "127.0.0.1", false],
    ["http://x.chung.localhost/", "127.0.0.1", false],
    ["http://chung.localhost./", "127.0.0.1", false],
    ["http://chung.localhost.evil.example/", "127.0.0.1", false],
    ["http://evil.example/", "127.0.0.1", false],
    ["http://localhost.evil.example/", "127.0.0.1", false],
    ["http://127.0.0.1.evil.example/", "127.0.0.1", false],
    ["http://localhost./", "127.0.0.1", false],
    ["http://192.168.1.5:7080/", "127.0.0.1", false],
    ["http://192.168.1.5:7080/", "192.168.1.5", true],
    ["http://chung.lan/", "chung.lan", true],
    ["http://evil.example/", "chung.lan", false],
    ["http://[fd00::1]/", "fd00::1", true],
    ["http://127.0.0.2/", "127.0.0.2", true],
    ["http://127.0.0.2/", "127.0.0.1", false],
    ["http://192.168.1.5/", "0.0.0.0", false],
  ];
  for (const [url, host, local] of cases) {
    assert.equal(isLocalHost(new Request(url), host), local, `${url} on ${host}`);
  }
});

Deno.test("isLocalHost also looks at the Host header when there is one", () => {
  const cases: [string, boolean][] = [
    ["localhost:7080", true],
    ["[::1]:7080", true],
    ["127.0.0.1", true],
    ["chung.localhost:7080", true],
    ["chung.localhost@evil.example", false],
    ["evil.example:7080", false],
    ["evil.example@localhost", false],
    ["localhost/evil", false],
    ["local host", false],
  ];
  for (const [host, local] of cases) {
    const request = new Request("http://127.0.0.1:7080/", { headers: { host } });
    assert.equal(isLocalHost(request, "127.0.0.1"), local, host);
  }
});

Deno.test("isLoopback is what only this machine reaches", () => {
  const own = ["localhost", "LOCALHOST", "localhost.", "127.0.0.1", "127.0.0.2", "127.1"];
  const own6 = ["::1", "[::1]", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]", "::ffff:127.0.0.1"];
  for (const host of [...own, ...own6, "[::ffff:127.0.0.1]", "[::FFFF:7F00:1]"]) {
    assert(isLoopback(host), host);
  }
  const others = ["0.0.0.0", "::", "[::]", "192.168.1.5", "chung.example", "127.0.0.1.example"];
  const others6 = ["::ffff:192.168.1.5", "fd00:0:0:1::/64", "fe80::1%eth0", "", "[::1", "::1]"];
  for (const host of [...others, ...others6, "localhost.example", "127.0.0.1:7070"]) {
    assert(!isLoopback(host), host);
  }
});

Deno.test("parseHost knows one spelling of a host, and nothing else", () => {
  const cases: [string, string | null][] = [
    ["127.0.0.1", "127.0.0.1"],
    ["127.1", "127.0.0.1"],
    ["0.0.0.0", "0.0.0.0"],
    ["LOCALHOST", "localhost"],
    ["localhost.", "localhost"],
    ["chung.example.org", "chung.example.org"],
    ["::1", "::1"],
    ["[::1]", "::1"],
    ["0:0:0:0:0:0:0:1", "::1"],
    ["[::]", "::"],
    ["[FD00::1]", "fd00::1"],
    ["[::ffff:127.0.0.1]", "127.0.0.1"],
    ["::ffff:c0a8:105", "192.168.1.5"],
    ["fe80::1%eth0", "fe80::1%eth0"],
    ["[fe80::1%eth0]", "fe80::1%eth0"],
    ["", null],
    [".", null],
    ["[::1", null],
    ["::1]", null],
    ["[[::1]]", null],
    ["[::1]:7070", null],
    ["127.0.0.1:7070", null],
    ["[127.0.0.1]", null],
    ["[localhost]", null],
    ["999.1.1.1", null],
    ["1:2", null],
    ["::1::", null],
    ["a b", null],
    ["a%20b", null],
    ["http://localhost", null],
    ["localhost/", null],
    ["me@localhost", null],
  ];
  for (const [text, host] of cases) assert.equal(parseHost(text), host, text);
});
