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
    https: null,
    sharing: null,
    open: true,
  };
  assert.deepEqual(parse(), defaults);
  environment.set("CHUNG_SERVER", "[::1]:1").set("CHUNG_CLIENT_HOST", "127.0.0.2")
    .set("CHUNG_CLIENT_PORT", "0").set("CHUNG_NO_OPEN", "1");
  const inherited = {
    ...defaults,
    server: { hostname: "::1", port: 1 },
    withServer: null,
    host: "127.0.0.2",
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

Deno.test("parseClientOptions reads how pages are shared, from the command line and the environment", () => {
  const environment = new Map<string, string>();
  const parse = (...args: string[]) => {
    const options = parseClientOptions(args, (name) => environment.get(name));
    assert(typeof options !== "string");
    return options;
  };
  const proxied = ["--public-origin", "https://Chat.example/", "--trusted-proxy", "127.0.0.1"];
  const { sharing, open, https } = parse(...proxied, "--trusted-proxy", "10.0.0.0/8");
  assert.deepEqual([sharing?.origin, open, https], ["https://chat.example", false, null]);
  assert.deepEqual([sharing?.ownTls, sharing?.hsts], [false, 0]);
  for (const address of ["127.0.0.1", "10.1.2.3"]) assert(sharing!.proxies.has(address), address);

  environment.set("CHUNG_PUBLIC_ORIGIN", "https://chat.example").set("CHUNG_HTTPS_CERT", "c.pem")
    .set("CHUNG_HTTPS_KEY", "k.pem").set("CHUNG_CLIENT_HOST", "::").set("CHUNG_HSTS", "600")
    .set("CHUNG_TRUSTED_PROXY", "10.0.0.1,fd00::/8");
  const inherited = parse();
  assert.deepEqual(inherited.https, { cert: "c.pem", key: "k.pem" });
  assert.deepEqual([inherited.sharing?.ownTls, inherited.sharing?.hsts], [true, 600]);
  assert(inherited.sharing!.proxies.has("fd00::1") && !inherited.sharing!.proxies.has("10.0.0.2"));
});

// Guard (web): pages open to other machines demand the address that they answer to, and encryption that was said to be there
Deno.test("parseClientOptions refuses pages open to others that would trust any name, or go in the clear unasked", () => {
  const origin = ["--public-origin", "https://chat.example"];
  const http = ["--public-origin", "http://chat.example"];
  const cert = ["--https-cert", "c.pem", "--https-key", "k.pem"];
  const proxy = ["--trusted-proxy", "127.0.0.1"];
  const cases: [string[], RegExp | null][] = [
    [["--host", "0.0.0.0"], /other machines can reach 0\.0\.0\.0: .*--public-origin/],
    [["--host", "::"], /other machines can reach ::: .*--public-origin/],
    [["--host", "192.0.2.1", ...cert], /--public-origin/],
    [["--host", "chat.lan"], /--public-origin/],
    [proxy, /give --public-origin too/],
    [["--hsts", "600", ...cert], /give --public-origin too/],
    [origin, /nothing serves https:\/\/chat\.example by HTTPS: .*--trusted-proxy/],
    [["--host", "0.0.0.0", ...origin], /nothing serves/],
    [[...http, ...cert], /give --public-origin https:\/\/chat\.example$/],
    [[...http, "--hsts", "600"], /--hsts/],
    [[...origin, "--https-cert", "c.pem"], /belong together/],
    [["--https-key", "k.pem"], /belong together/],
    [["--public-origin", "chat.example", ...proxy], /--public-origin .* must be/],
    [["--public-origin", "https://chat.example/chung", ...proxy], /--public-origin .* must be/],
    [[...origin, "--trusted-proxy", "proxy.example"], /--trusted-proxy .*"proxy\.example"$/],
    [[...origin, ...cert, "--hsts", "-1"], /hsts/],
    // What is said outright is done.
    [[...origin, ...cert, "--host", "0.0.0.0"], null],
    [[...origin, ...proxy], null],
    [[...origin, ...proxy, "--host", "10.0.0.2"], null],
    [[...origin, ...proxy, ...cert], null],
    [[...http, "--host", "0.0.0.0"], null],
    [cert, null],
    [["--host", "127.0.0.2"], null],
  ];
  for (const [args, problem] of cases) {
    const parse = () => parseClientOptions(args, () => undefined);
    if (problem === null) parse();
    else {
      assert.throws(parse, (error) => {
        assert(error instanceof OptionError && !error.message.includes("\n"), args.join(" "));
        assert.match(error.message, problem, args.join(" "));
        return true;
      });
    }
  }
});
