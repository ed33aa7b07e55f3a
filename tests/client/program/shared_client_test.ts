import assert from "node:assert/strict";
import { connect } from "node:tls";
import { withFolder } from "../../folder.ts";
import { CLIENT_READY, Program } from "../../program.ts";
import { startTestServer, type TestServer } from "../../server_fixture.ts";
import { authority, certificateOptions } from "../../tls/certificates.ts";
import { frontProxy } from "./front_proxy.ts";

const PASSWORD = "matkhau-123";
const ORIGIN = "https://chat.example";

/** A client that a team shares, started as operators start it. */
class SharedClient {
  readonly program: Program;

  constructor(folder: string, server: { port: number }, ...args: string[]) {
    const all = ["--port", "0", "--server", `127.0.0.1:${server.port}`, ...args];
    this.program = new Program("client/main.ts", all, { XDG_CONFIG_HOME: folder });
  }

  async port(): Promise<number> {
    return Number(new URL(await this.program.line(CLIENT_READY)).port);
  }

  async end(): Promise<string> {
    this.program.kill("SIGTERM");
    const { code, errors } = await this.program.end();
    assert.equal(code, 0, errors);
    return errors;
  }
}

async function withSetup(
  run: (setup: { folder: string; server: TestServer }) => Promise<void>,
): Promise<void> {
  const server = await startTestServer();
  try {
    await withFolder((folder) => run({ folder, server }));
  } finally {
    await server.close();
  }
}

/** A browser of someone at an address, behind the proxy. */
function browserAt(proxyPort: number, address: string) {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async ask(path: string, fields?: Record<string, string>) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(`http://127.0.0.1:${proxyPort}${path}`, {
        method: fields === undefined ? "GET" : "POST",
        headers: {
          "x-test-address": address,
          ...cookie === "" ? {} : { cookie },
          ...fields === undefined ? {} : { origin: ORIGIN },
        },
        body: fields === undefined ? null : new URLSearchParams(fields),
        redirect: "manual",
      });
      const lines = response.headers.getSetCookie();
      for (const line of lines) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
        cookies.set(name, value);
      }
      return { status: response.status, lines, text: await response.text(), response };
    },
  };
}

// Guard (web): behind a proxy cookies are for https and this host alone, and two browsers share nothing
Deno.test("behind a proxy that ends TLS two people chat, each with a login of their own", async () => {
  await withSetup(async ({ folder, server }) => {
    const args = ["--public-origin", ORIGIN, "--trusted-proxy", "127.0.0.1"];
    const client = new SharedClient(folder, server, ...args);
    await using proxy = frontProxy(await client.port(), "chat.example");
    assert.match(await client.program.line(/^chung listening.*/), / for https:\/\/chat\.example$/);
    const lan = browserAt(proxy.port, "203.0.113.1");
    const registered = await lan.ask("/register", { username: "lan", password: PASSWORD });
    assert.equal(registered.status, 303, registered.text);
    const [line] = registered.lines;
    assert.match(
      line,
      /^__Host-chung_session_443=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure; Expires=/,
    );
    const language = await lan.ask("/language", { language: "vi" });
    assert.match(
      language.lines[0],
      /^__Host-language=vi; Path=\/; HttpOnly; SameSite=Lax; Secure;/,
    );
    assert.match((await lan.ask("/")).text, /<html lang="vi"/);
    const made = await lan.ask("/", { name: "Trang web", members: "" });
    const path = made.response.headers.get("location")!.split("?")[0];

    const minh = browserAt(proxy.port, "203.0.113.2");
    assert.equal((await minh.ask("/")).status, 303);
    assert.equal(
      (await minh.ask("/register", { username: "minh", password: PASSWORD })).status,
      303,
    );
    assert.notEqual(minh.cookies.get("__Host-chung_session_443"), undefined);
    assert.doesNotMatch((await minh.ask("/")).text, /Trang web/);
    assert.equal((await minh.ask(path)).status, 403);
    assert.equal((await lan.ask(`${path}/members`, { members: "minh" })).status, 303);
    assert.equal((await minh.ask(path)).status, 200);

    // Live events pass as they come.
    const cookie = `__Host-chung_session_443=${minh.cookies.get("__Host-chung_session_443")}`;
    const events = await fetch(`http://127.0.0.1:${proxy.port}${path}/events`, {
      headers: { cookie, accept: "text/event-stream" },
    });
    const stream = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = "";
    const until = async (pattern: RegExp) => {
      while (!pattern.test(heard)) {
        const { value, done } = await stream.read();
        assert(!done, heard);
        heard += value;
      }
    };
    await until(/event: /);
    assert.equal((await lan.ask(path, { message: "chào Minh" })).status, 303);
    await until(/chào Minh/);

    // A graceful end closes the stream, and the login is good after it.
    assert.equal(await client.end(), "");
    while (!(await stream.read()).done);
  });
});

// Guard (web): nobody makes a shared client connect to an address of their choice
Deno.test("/server of a shared client changes nothing and connects nowhere", async () => {
  await withSetup(async ({ folder, server }) => {
    using inner = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    let reached = false;
    const reaching = inner.accept().then((conn) => {
      reached = true;
      conn.close();
    }, () => {});
    // What somebody chose before, when the client was theirs alone, doesn't count either.
    await Deno.mkdir(`${folder}/chung`);
    const remembered = `{"server":"127.0.0.1:${inner.addr.port}"}\n`;
    await Deno.writeTextFile(`${folder}/chung/settings.json`, remembered);
    const args = ["--public-origin", ORIGIN, "--trusted-proxy", "127.0.0.1"];
    const client = new SharedClient(folder, server, ...args);
    await using proxy = frontProxy(await client.port(), "chat.example");
    const stranger = browserAt(proxy.port, "203.0.113.9");
    const shown = await stranger.ask("/server");
    assert.match(shown.text, /shared by a team/);
    assert.doesNotMatch(shown.text, /<form[^>]* action="\/server"/);
    for (const tls of ["", "1"]) {
      const fields = { server: `127.0.0.1:${inner.addr.port}`, tls };
      assert.equal((await stranger.ask("/server", fields)).status, 403);
    }
    await stranger.ask(`/login?server=127.0.0.1%3A${inner.addr.port}`);
    await stranger.ask(`/login?server=127.0.0.1%3A${inner.addr.port}`, {
      ...{ username: "lan", password: PASSWORD, server: `127.0.0.1:${inner.addr.port}` },
    });
    assert.match((await stranger.ask("/login")).text, new RegExp(`127\\.0\\.0\\.1:${server.port}`));
    assert(!reached);
    assert.equal(await client.end(), "");
    assert.equal(await Deno.readTextFile(`${folder}/chung/settings.json`), remembered);
    inner.close();
    await reaching;
  });
});

// Guard (passwords): the address that failed logins count by is the one that a trusted proxy says, and nobody else's word
Deno.test("one visitor's wrong passwords stop that visitor alone, whatever they forward", async () => {
  await withSetup(async ({ folder, server }) => {
    const origin = "http://127.0.0.1:7099";
    const cases: [string[], boolean][] = [
      [["--public-origin", origin, "--trusted-proxy", "127.0.0.1"], true],
      [["--public-origin", origin], false],
    ];
    for (const [args, believed] of cases) {
      const client = new SharedClient(folder, server, ...args);
      await using proxy = frontProxy(await client.port(), "127.0.0.1:7099");
      const login = async (address: string) => {
        const fields = new URLSearchParams({ username: `an${believed}`, password: "wrong-one" });
        const response = await fetch(`http://127.0.0.1:${proxy.port}/login`, {
          method: "POST",
          headers: { origin, "x-test-address": address },
          body: fields,
        });
        await response.body?.cancel();
        return response.status;
      };
      for (let i = 0; i < 5; i++) assert.equal(await login("203.0.113.9"), 422);
      assert.equal(await login("203.0.113.9"), 429);
      assert.equal(await login("203.0.113.1"), believed ? 422 : 429);
      assert.equal(await client.end(), "");
    }
  });
});

/** The serial number of the certificate that a server shows. */
function serialAt(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { port, host: "127.0.0.1", servername: "localhost", ca: authority() };
    const socket = connect(options, () => {
      resolve(socket.getPeerCertificate().serialNumber);
      socket.destroy();
    });
    socket.on("error", reject);
  });
}

/** A port that is free: the public origin has to name it. */
function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

/** `fetch` as by someone who trusts the tests' authority. */
function trustingFetch() {
  const client = Deno.createHttpClient({ caCerts: [authority()] });
  return {
    ask: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...{ client, redirect: "manual" as const }, ...init }),
    [Symbol.dispose]: () => client.close(),
  };
}

// Guard (tls): a renewed certificate of the pages is shown from SIGHUP on, drops no stream, and a bad file changes nothing
Deno.test("pages by HTTPS renew their certificate while streams go on", async () => {
  await withSetup(async ({ folder, server }) => {
    const files = { cert: `${folder}/chain.pem`, key: `${folder}/key.pem` };
    const put = async (name: "server" | "renewed") => {
      const { "tls-cert": cert, "tls-key": key } = certificateOptions(name);
      await Deno.copyFile(cert, files.cert);
      await Deno.copyFile(key, files.key);
    };
    await put("server");
    const port = freePort();
    const origin = `https://localhost:${port}`;
    const client = new SharedClient(
      folder,
      server,
      ...["--port", `${port}`, "--public-origin", origin, "--hsts", "600"],
      ...["--https-cert", files.cert, "--https-key", files.key],
    );
    assert.equal(await client.program.line(CLIENT_READY), `https://127.0.0.1:${port}`);
    using trusting = trustingFetch();
    const ask = (path: string, init?: RequestInit) => trusting.ask(origin + path, init);
    const registered = await ask("/register", {
      method: "POST",
      headers: { origin },
      body: new URLSearchParams({ username: "lan", password: PASSWORD }),
    });
    await registered.body?.cancel();
    assert.equal(registered.status, 303);
    assert.equal(registered.headers.get("strict-transport-security"), "max-age=600");
    const [set] = registered.headers.getSetCookie();
    assert(set.startsWith(`__Host-chung_session_${port}=`) && set.includes("; Secure"), set);
    const cookie = set.split(";")[0];
    const stream = await ask("/events", { headers: { cookie, accept: "text/event-stream" } });
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    assert.match((await reader.read()).value!, /retry: /);
    const first = await serialAt(port);

    await Deno.writeTextFile(files.key, "nonsense");
    client.program.kill("SIGHUP");
    await client.program.errorLine(/^chung: the certificate was not reloaded: .*key\.pem/);
    assert.equal(await serialAt(port), first);
    await put("renewed");
    client.program.kill("SIGHUP");
    await client.program.errorLine(/^chung: the certificate in .*chain\.pem was reloaded/);
    assert.notEqual(await serialAt(port), first);

    // The stream that was open before still brings what happens.
    const made = await ask("/", {
      method: "POST",
      headers: { origin, cookie },
      body: new URLSearchParams({ name: "Trang web", members: "" }),
    });
    await made.body?.cancel();
    assert.equal(made.status, 303);
    for (let heard = ""; !heard.includes("Trang web");) {
      const { value, done } = await reader.read();
      assert(!done, heard);
      heard += value;
    }
    client.program.kill("SIGTERM");
    const { code } = await client.program.end();
    assert.equal(code, 0);
    while (!(await reader.read().catch(() => ({ done: true }))).done);

    // Whoever was logged in still is.
    const next = new SharedClient(
      folder,
      server,
      ...["--port", `${port}`, "--public-origin", origin],
      ...["--https-cert", files.cert, "--https-key", files.key],
    );
    await next.port();
    const again = await ask("/", { headers: { cookie } });
    assert.match(await again.text(), /Trang web/);
    const elsewhere = await trusting.ask(`https://127.0.0.1:${port}/`);
    assert.equal(elsewhere.status, 421);
    await elsewhere.body?.cancel();
    assert.equal(await next.end(), "");
  });
});

Deno.test("pages of this machine alone can be served by HTTPS too", async () => {
  await withSetup(async ({ folder, server }) => {
    const { "tls-cert": cert, "tls-key": key } = certificateOptions("server");
    const args = ["--https-cert", cert, "--https-key", key, "--no-open"];
    const client = new SharedClient(folder, server, ...args);
    const port = await client.port();
    using trusting = trustingFetch();
    const page = await trusting.ask(`https://localhost:${port}/server`);
    assert.match(await page.text(), /action="\/server"/);
    assert.equal(await client.end(), "");
  });
});

Deno.test("a client that can't serve others as it was told ends with one clear line", async () => {
  await withFolder(async (folder) => {
    const { "tls-cert": cert, "tls-key": key } = certificateOptions("server");
    const { "tls-key": other } = certificateOptions("other_name");
    await Deno.writeTextFile(`${folder}/empty.pem`, "");
    const origin = ["--public-origin", "https://chat.example"];
    const cases: [string[], number, RegExp][] = [
      [["--host", "0.0.0.0"], 2, /--public-origin/],
      [["--host", "0.0.0.0", ...origin], 2, /nothing serves https:\/\/chat\.example by HTTPS/],
      [["--https-cert", cert], 2, /belong together/],
      [
        [...origin, "--https-cert", `${folder}/none.pem`, "--https-key", key],
        1,
        /none\.pem can't be read: check --https-cert/,
      ],
      [
        [...origin, "--https-cert", `${folder}/empty.pem`, "--https-key", key],
        1,
        /empty\.pem holds no certificate: --https-cert/,
      ],
      [
        [...origin, "--https-cert", cert, "--https-key", `${folder}/empty.pem`],
        1,
        /empty\.pem holds no private key: --https-key/,
      ],
      [
        [...origin, "--https-cert", cert, "--https-key", other],
        1,
        /is not the one of the first certificate/,
      ],
    ];
    for (const [args, expected, problem] of cases) {
      const program = new Program("client/main.ts", ["--port", "0", "--no-open", ...args], {
        XDG_CONFIG_HOME: folder,
      });
      const { code, errors } = await program.end();
      assert.equal(code, expected, errors);
      assert.match(errors, /^chung: [^\n]+\n$/);
      assert.match(errors, problem);
    }
  });
});

// Guard (tls): the client warns when passwords cross a network in the clear to its pages
Deno.test("a client whose public address is http warns, and serves it", async () => {
  await withSetup(async ({ folder, server }) => {
    const args = ["--host", "0.0.0.0", "--public-origin", "http://chat.example"];
    const client = new SharedClient(folder, server, ...args);
    await using proxy = frontProxy(await client.port(), "chat.example");
    const visitor = browserAt(proxy.port, "203.0.113.9");
    assert.equal((await visitor.ask("/login")).status, 200);
    const warning = /^chung: warning: [^\n]*in the clear[^\n]*http:\/\/chat\.example:[^\n]*\n$/;
    assert.match(await client.end(), warning);
  });
});
