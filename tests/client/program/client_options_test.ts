import assert from "node:assert/strict";
import { isPlaintext } from "../../../lib/loopback.ts";
import { parseClientOptions } from "../../../client/program/client_options.ts";
import {
  addressText,
  parseServerAddress,
  type ServerAddress,
} from "../../../client/shared/server_address.ts";
import { OptionError } from "../../../lib/cli/options.ts";

Deno.test("parseServerAddress reads HOST:PORT, and nothing else", () => {
  const cases: [string, ServerAddress | null][] = [
    ["127.0.0.1:7070", { hostname: "127.0.0.1", port: 7070 }],
    ["999.1.1.1:7070", null],
    ["[1]:7070", null],
    ["chung.example.org:1", { hostname: "chung.example.org", port: 1 }],
    ["[::1]:7070", { hostname: "::1", port: 7070 }],
    ["[fe80::1.2.3.4]:65535", { hostname: "fe80::1.2.3.4", port: 65_535 }],
    ["tls://chung.example.org:7070", { hostname: "chung.example.org", port: 7070, tls: true }],
    ["tls://[::1]:7070", { hostname: "::1", port: 7070, tls: true }],
    ["tls://chung.example.org", null],
    ["tls://tls://chung.example.org:7070", null],
    ["tls:chung.example.org:7070", null],
    ["::1:7070", null],
    ["localhost", null],
    ["localhost:", null],
    [":7070", null],
    ["localhost:0", null],
    ["localhost:65536", null],
    ["localhost:7070/", null],
    ["http://localhost:7070", null],
    ["a b:1", null],
    ["", null],
  ];
  for (const [text, address] of cases) {
    assert.deepEqual(parseServerAddress(text), address, text);
    if (address !== null) assert.equal(addressText(address), text);
  }
});

Deno.test("isPlaintext tells what leaves this machine without TLS", () => {
  const cases: [string, boolean][] = [
    ["localhost:1", false],
    ["127.0.0.1:1", false],
    ["127.8.9.10:1", false],
    ["127.1:1", false],
    ["[::1]:1", false],
    ["[0:0:0:0:0:0:0:1]:1", false],
    ["[::ffff:127.0.0.1]:1", false],
    ["LOCALHOST:1", false],
    ["localhost.:1", false],
    ["localhost.example.org:1", true],
    ["127.example.org:1", true],
    ["192.168.1.10:1", true],
    ["0.0.0.0:1", true],
    ["[fe80::1]:1", true],
    ["chung.example.org:1", true],
    ["tls://chung.example.org:1", false],
  ];
  for (const [text, clear] of cases) {
    assert.equal(isPlaintext(parseServerAddress(text)!), clear, text);
  }
});

Deno.test("parseClientOptions takes the command line, then the environment, then the default", () => {
  const environment = new Map<string, string>();
  const parse = (...args: string[]) => parseClientOptions(args, (name) => environment.get(name));
  const defaults = {
    server: null,
    tls: false,
    ca: null,
    withServer: null,
    host: "127.0.0.1",
    port: 7080,
    open: true,
  };
  assert.deepEqual(parse(), defaults);
  environment.set("CHUNG_SERVER", "[::1]:1").set("CHUNG_CLIENT_HOST", "::")
    .set("CHUNG_CLIENT_PORT", "0").set("CHUNG_NO_OPEN", "1");
  const inherited = {
    ...defaults,
    server: { hostname: "::1", port: 1 },
    withServer: null,
    host: "::",
    port: 0,
    open: false,
  };
  assert.deepEqual(parse(), inherited);
  assert.deepEqual(parse("--server", "a:2", "--port", "3"), {
    ...inherited,
    server: { hostname: "a", port: 2 },
    port: 3,
  });
  const tls = { hostname: "a", port: 2, tls: true };
  assert.deepEqual(parse("--server", "tls://a:2"), { ...inherited, server: tls });
  assert.deepEqual(parse("--server", "a:2", "--tls", "--ca", "ca.pem"), {
    ...inherited,
    server: tls,
    tls: true,
    ca: "ca.pem",
  });
  environment.delete("CHUNG_SERVER");
  environment.set("CHUNG_TLS", "1").set("CHUNG_CA", "ca.pem");
  assert.deepEqual(parse(), { ...inherited, server: null, tls: true, ca: "ca.pem" });
  environment.delete("CHUNG_TLS");
  environment.delete("CHUNG_CA");
  environment.set("CHUNG_DATA", "/srv/data").set("CHUNG_PORT", "1");
  assert.deepEqual(parse("--with-server", "--server-port", "2"), {
    ...inherited,
    server: null,
    withServer: { port: 2, data: "/srv/data", log: "./log" },
  });
  environment.set("CHUNG_TLS_CERT", "cert.pem");
  assert.throws(() => parse("--with-server"), /CHUNG_TLS_CERT/);
  environment.delete("CHUNG_TLS_CERT");
  for (const host of ["[::1]", "::1", "0:0:0:0:0:0:0:1"]) {
    assert.deepEqual(parse("--host", host), { ...inherited, server: null, host: "::1" });
  }
  environment.set("CHUNG_CLIENT_HOST", "[::ffff:127.0.0.1]");
  assert.deepEqual(parse(), { ...inherited, server: null, host: "127.0.0.1" });
  assert.equal(parse("--help"), "help");
  assert.equal(parse("--version"), "version");
});

Deno.test("parseClientOptions tells in one line when an option is wrong", () => {
  const wrong = [
    ["--server", "nowhere"],
    ["--port", "65536"],
    ["--port", "x"],
    ["--nonsense"],
    ["--with-server", "--server", "127.0.0.1:7070"],
    ["--with-server", "--tls"],
    ["--server", "tls://nowhere"],
    ["--ca", ""],
    ["--server-port", "65536"],
    ["extra"],
    ["--host", "[::1"],
    ["--host", "127.0.0.1:7080"],
    ["--host", "http://localhost"],
  ];
  for (const args of wrong) {
    assert.throws(
      () => parseClientOptions(args, () => undefined),
      (error) => error instanceof OptionError && !error.message.includes("\n"),
      args.join(" "),
    );
  }
});
