import assert from "node:assert/strict";
import { isLoopback } from "../../../lib/loopback.ts";
import { networkAddress } from "../../../lib/net/admission/network_address.ts";

const cases: [address: string, network: string, loopback?: true][] = [
  ["192.0.2.7", "192.0.2.7"],
  ["127.0.0.1", "127.0.0.1", true],
  ["127.255.1.2", "127.255.1.2", true],
  ["::1", "::1", true],
  ["0:0:0:0:0:0:0:1", "::1", true],
  ["::ffff:127.0.0.1", "127.0.0.1", true],
  ["::FFFF:127.9.9.9", "127.9.9.9", true],
  ["::ffff:7f00:1", "127.0.0.1", true],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::ffff:c000:207", "192.0.2.7"],
  // Not an IPv4-mapped address, and not loopback.
  ["::127.0.0.1", "0:0:0:0::/64"],
  ["::2", "0:0:0:0::/64"],
  ["1::ffff:127.0.0.1", "1:0:0:0::/64"],
  ["128.0.0.1", "128.0.0.1"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:db8:0:0:1:2:3:4", "2001:db8:0:0::/64"],
  ["2001:0DB8::ffff:ffff:ffff:ffff", "2001:db8:0:0::/64"],
  ["2001:db8:0:1::1", "2001:db8:0:1::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::", "0:0:0:0::/64"],
  // An unreadable address counts on its own.
  ["1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8:9"],
  ["1::2::3", "1::2::3"],
  ["1:2:3:4:5:6:7", "1:2:3:4:5:6:7"],
  ["g::1", "g::1"],
];

for (const [address, network, loopback = false] of cases) {
  Deno.test(`${address} counts as ${network}${loopback ? ", which is loopback" : ""}`, () => {
    assert.equal(networkAddress(address), network);
    assert.equal(isLoopback(networkAddress(address)), loopback);
  });
}
