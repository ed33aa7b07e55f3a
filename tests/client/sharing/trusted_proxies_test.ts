import assert from "node:assert/strict";
import fc from "fast-check";
import { TrustedProxies } from "../../../client/sharing/trusted_proxies.ts";

Deno.test("TrustedProxies knows the addresses and networks that it was given, in any spelling", () => {
  const proxies = new TrustedProxies("127.0.0.1, 10.0.0.0/8,fd00::/8,[2001:db8::7]");
  const cases: [string, boolean][] = [
    ["127.0.0.1", true],
    ["127.0.0.2", false],
    ["::ffff:127.0.0.1", true],
    ["10.255.0.1", true],
    ["11.0.0.1", false],
    ["fd12:3456::1", true],
    ["fe80::1", false],
    ["2001:db8::7", true],
    ["2001:db8:0:0:0:0:0:7", true],
    ["2001:db8::8", false],
    ["localhost", false],
    ["", false],
  ];
  for (const [address, trusted] of cases) assert.equal(proxies.has(address), trusted, address);
  assert(!new TrustedProxies("").has("127.0.0.1"));
});

Deno.test("TrustedProxies refuses what is neither address nor network", () => {
  const wrong = [
    "proxy.example",
    "10.0.0.0/33",
    "fd00::/129",
    "10.0.0.0/",
    "10.0.0/8x",
    "1.2.3.4/a",
  ];
  for (const list of [...wrong, "fe80::1%eth0", "127.0.0.1 10.0.0.1"]) {
    assert.throws(() => new TrustedProxies(`10.0.0.1,${list}`), TypeError, list);
  }
});

// Guard (web): who a visitor is, only a trusted proxy says
Deno.test("TrustedProxies.visitor believes trusted proxies only, from the right", () => {
  const proxies = new TrustedProxies("127.0.0.1,10.0.0.0/8");
  const cases: [string, string | null, string][] = [
    ["127.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["127.0.0.1", "2001:db8::1", "2001:db8::1"],
    ["127.0.0.1", "[2001:db8::1]:4711", "2001:db8::1"],
    ["127.0.0.1", "203.0.113.9:4711", "203.0.113.9"],
    // Anybody else may write the header too.
    ["203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["203.0.113.9", "127.0.0.1", "203.0.113.9"],
    // What stands before the first address that is not trusted, that address wrote.
    ["127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9"],
    ["127.0.0.1", "198.51.100.1, 203.0.113.9, 10.1.2.3", "203.0.113.9"],
    ["127.0.0.1", "10.9.9.9, 203.0.113.9", "203.0.113.9"],
    ["127.0.0.1", null, "127.0.0.1"],
    ["127.0.0.1", "", "127.0.0.1"],
    ["127.0.0.1", "unknown", "127.0.0.1"],
    ["127.0.0.1", "203.0.113.9, nonsense", "127.0.0.1"],
    ["127.0.0.1", "203.0.113.9, nonsense, 10.1.2.3", "10.1.2.3"],
    ["::ffff:127.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", null, "203.0.113.9"],
  ];
  for (const [peer, forwarded, visitor] of cases) {
    assert.equal(proxies.visitor(peer, forwarded), visitor, `${peer}: ${forwarded}`);
  }
});

Deno.test("TrustedProxies.visitor is the peer, whatever it says, unless it is trusted", () => {
  const proxies = new TrustedProxies("127.0.0.1");
  fc.assert(fc.property(fc.string(), fc.ipV4(), (header, peer) => {
    fc.pre(!proxies.has(peer));
    assert.equal(proxies.visitor(peer, header), peer);
  }));
});
