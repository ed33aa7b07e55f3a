import assert from "node:assert/strict";
import { parseAddress } from "../lib/loopback.ts";

Deno.test("an address is a host with a port, or a port of this machine", () => {
  const cases: [text: string, hostname: string | null, port?: number][] = [
    ["9464", "127.0.0.1", 9464],
    ["0", "127.0.0.1", 0],
    ["localhost:9464", "localhost", 9464],
    ["0.0.0.0:65535", "0.0.0.0", 65_535],
    ["[::1]:9464", "::1", 9464],
    ["[::ffff:127.0.0.1]:1", "127.0.0.1", 1],
    ["Monitor.Example:80", "monitor.example", 80],
    ["", null],
    ["localhost", null],
    ["127.0.0.1", null],
    ["65536", null],
    ["127.0.0.1:65536", null],
    ["::1:9464", null],
    ["[::1]", null],
    [":9464", null],
    ["http://localhost:9464", null],
    ["a b:1", null],
  ];
  for (const [text, hostname, port] of cases) {
    assert.deepEqual(parseAddress(text), hostname === null ? null : { hostname, port }, text);
  }
});
