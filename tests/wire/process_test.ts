import assert from "node:assert/strict";
import { LineClient } from "../line_client.ts";
import { withFolder } from "../folder.ts";
import { Program, SERVER_READY } from "../program.ts";

/** Runs the server to its end. */
async function runServer(args: string[], environment: Record<string, string> = {}) {
  const program = new Program("server.ts", args, environment);
  const { code, errors } = await program.end();
  return { code, errors, output: program.lines.join("\n") };
}

/** Starts the server and connects to it. */
async function startServer(args: string[], environment: Record<string, string> = {}) {
  const server = new Program("server.ts", ["--port", "0", ...args], environment);
  const port = Number(await server.line(SERVER_READY));
  return { server, port };
}

const folders = (folder: string) => ["--data", `${folder}/data`, "--log", `${folder}/log`];

Deno.test("the server explains itself when it is asked for help or its version", async () => {
  const help = await runServer(["--help"]);
  assert.equal(help.code, 0);
  for (
    const option of ["--host", "--port", "--data", "--log", "--max-line", "CHUNG_PORT", "7070"]
  ) {
    assert(help.output.includes(option), option);
  }
  const version = await runServer(["--version"]);
  assert.equal(version.code, 0);
  assert.match(version.output, /^chung-server \d+\.\d+\.\d+$/);
});

Deno.test("the server ends with one clear line and 2 when an option is wrong", async () => {
  const cases: [string[], Record<string, string>, RegExp][] = [
    [["--prot", "7070"], {}, /--prot/],
    [["--port", "seventy"], {}, /--port.*seventy/],
    [["--port", "70000"], {}, /--port.*70000/],
    [["--max-connections", "99"], {}, /--max-connections.*100/],
    [["--max-password", "73"], {}, /--max-password.*72/],
    [["--registration", "maybe"], {}, /--registration.*maybe/],
    [["--data"], {}, /--data/],
    [["extra"], {}, /extra/],
    [[], { CHUNG_PORT: "x" }, /CHUNG_PORT.*x/],
    [["--host", "[::1"], {}, /--host.*\[::1/],
    [["--host", "127.0.0.1:7070"], {}, /--host.*without a port.*127\.0\.0\.1:7070/],
    [[], { CHUNG_HOST: "http://localhost" }, /CHUNG_HOST.*http/],
    [["--metrics", "localhost"], {}, /--metrics.*a port.*localhost/],
  ];
  await withFolder(async (folder) => {
    await Promise.all(cases.map(async ([args, env, expected]) => {
      const { code, output, errors } = await runServer([...folders(folder), ...args], env);
      assert.equal(code, 2, errors);
      assert.equal(output, "");
      assert.match(errors, /^chung-server: [^\n]+\n$/);
      assert.match(errors, expected);
    }));
  });
});

Deno.test("the server ends with one clear line and 1 when it can't have what it needs", async () => {
  await withFolder(async (folder) => {
    const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    await Deno.writeTextFile(`${folder}/file`, "");
    const cases: [string[], RegExp][] = [
      [["--port", String(listener.addr.port)], new RegExp(`port ${listener.addr.port}.*in use`)],
      [["--port", "0", "--data", `${folder}/file/data`], /file\/data/],
      [["--port", "0", "--log", `${folder}/file/log`], /file\/log/],
      [["--port", "0", "--host", "192.0.2.1"], /192\.0\.2\.1/],
    ];
    for (const [args, expected] of cases) {
      const { code, output, errors } = await runServer([...folders(folder), ...args]);
      assert.equal(code, 1, errors);
      assert.equal(output, "");
      assert.match(errors, /^chung-server: [^\n]+\n$/);
      assert.match(errors, expected);
    }
    listener.close();
  });
});

Deno.test("the environment gives options when the command line doesn't", async () => {
  await withFolder(async (folder) => {
    const { server, port } = await startServer([], {
      CHUNG_PORT: "1",
      CHUNG_DATA: `${folder}/data`,
      CHUNG_LOG: `${folder}/log`,
      CHUNG_MAX_MESSAGE: "5",
    });
    const client = await LineClient.connect(port);
    assert.equal((await client.ok("help")).limits.max_message, 5);
    await client.close();
    server.kill("SIGTERM");
    assert.deepEqual(await server.end(), { code: 0, errors: "" });
  });
});

const hasIPv6 = (() => {
  try {
    Deno.listen({ hostname: "::1", port: 0 }).close();
    return true;
  } catch {
    return false;
  }
})();

Deno.test("the programs listen on this machine only, without a warning, in every spelling of it", {
  ignore: !hasIPv6,
}, async () => {
  const cases: [string, RegExp][] = [
    ["[::1]", /^\[::1\]:\d+$/],
    ["::1", /^\[::1\]:\d+$/],
    ["0:0:0:0:0:0:0:1", /^\[::1\]:\d+$/],
    ["[::ffff:127.0.0.1]", /^127\.0\.0\.1:\d+$/],
    ["LOCALHOST", /^(127\.0\.0\.1|\[::1\]):\d+$/],
    ["localhost.", /^(127\.0\.0\.1|\[::1\]):\d+$/],
  ];
  await withFolder(async (folder) => {
    for (const [host, expected] of cases) {
      const server = new Program("server.ts", ["--port", "0", "--host", host, ...folders(folder)]);
      const address = await server.line(/^chung-server listening on (.*)$/);
      assert.match(address, expected, host);
      server.kill("SIGTERM");
      assert.deepEqual(await server.end(), { code: 0, errors: "" }, host);
    }
    const client = new Program("client/start.ts", [
      ...["--server-port", "0", "--client-port", "0", "--no-open"],
      ...["--data", `${folder}/other`, "--log", `${folder}/other-log`],
    ], { CHUNG_HOST: "[::1]", CHUNG_CLIENT_HOST: "[::1]" });
    const url = await client.line(/^chung listening on (.*)$/);
    assert.match(url, /^http:\/\/\[::1\]:\d+$/);
    const page = await fetch(`${url}/login`);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /value="\[::1\]:\d+"/);
    const form = await (await fetch(`${url}/server`)).text();
    assert.match(form, /deno task start/);
    client.kill("SIGINT");
    assert.deepEqual(await client.end(), { code: 0, errors: "" });
  });
});

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  Deno.test(`the server tells everyone, writes its logs and ends with 0 when it gets ${signal}`, async () => {
    await withFolder(async (folder) => {
      const { server, port } = await startServer(folders(folder));
      const client = await LineClient.connect(port);
      const silent = await LineClient.connect(port);
      const token = await client.join("alice");
      await client.ok(`new_project ${token} Website`);
      await silent.ok("ping");
      await client.send(`chat ${token} 1 the last words\n`.repeat(20));
      await client.response();
      server.kill(signal);
      assert.deepEqual(await server.end(), { code: 0, errors: "" });
      for (const each of [client, silent]) {
        await each.ended();
        assert.equal(each.transcript.at(-1), 'event closing {"reason":"shutdown"}');
        await each.close();
      }
      const answered = client.transcript.filter((line) => line.startsWith("ok chat ")).length;
      const [day] = [...Deno.readDirSync(`${folder}/log`)];
      const log = await Deno.readTextFile(`${folder}/log/${day.name}/chat_log_${day.name}.log`);
      assert.equal(log.split("MessageResponse: ok chat ").length - 1, answered);
      assert.match(log, /MessageRequest: chat \*\*\* 1 the last words\n/);
    });
  });
}

// Guard (storage): a second server on a data folder is refused
Deno.test("a second server on a data folder ends with one clear line and 1, and the first is undisturbed", async () => {
  await withFolder(async (folder) => {
    const { server, port } = await startServer(folders(folder));
    const client = await LineClient.connect(port);
    const token = await client.join("alice");
    const { code, errors, output } = await runServer(["--port", "0", ...folders(folder)]);
    assert.equal(code, 1);
    assert.equal(output, "");
    assert.equal(errors, `chung-server: another server is using the data folder ${folder}/data\n`);
    await client.ok(`new_project ${token} Website`);
    await client.close();
    // A killed server leaves no lock.
    server.kill("SIGKILL");
    await server.end();
    const next = await startServer(folders(folder));
    next.server.kill("SIGTERM");
    assert.deepEqual(await next.server.end(), { code: 0, errors: "" });
  });
});

Deno.test("of servers that start at the same moment on one data folder exactly one has it", async () => {
  await withFolder(async (folder) => {
    // The folder is empty the first time and has a database the second.
    for (let round = 0; round < 2; round++) {
      const servers = Array.from(
        { length: 4 },
        () => new Program("server.ts", ["--port", "0", ...folders(folder)]),
      );
      const ready = await Promise.all(
        servers.map((server) => server.line(SERVER_READY).then(() => true, () => false)),
      );
      assert.equal(ready.filter(Boolean).length, 1);
      for (const [i, server] of servers.entries()) {
        server.kill("SIGTERM");
        const { code, errors } = await server.end();
        assert.equal(code, ready[i] ? 0 : 1, errors);
        if (!ready[i]) assert.match(errors, /^chung-server: another server is using [^\n]+\n$/);
      }
    }
  });
});

// Guard (tokens): a secret that other accounts can read is refused
Deno.test("the server ends with one clear line and 1 when others can read the token secret", {
  ignore: Deno.build.os === "windows",
}, async () => {
  await withFolder(async (folder) => {
    const { server } = await startServer(folders(folder));
    server.kill("SIGTERM");
    await server.end();
    const secret = `${folder}/data/token_secret`;
    await Deno.chmod(secret, 0o644);
    const { code, errors, output } = await runServer(["--port", "0", ...folders(folder)]);
    assert.equal(code, 1);
    assert.equal(output, "");
    assert.equal(
      errors,
      `chung-server: others can get at the token secret ${secret}: run chmod 600 ${secret}\n`,
    );
    await Deno.chmod(secret, 0o600);
    const again = await startServer(folders(folder));
    again.server.kill("SIGTERM");
    assert.deepEqual(await again.server.end(), { code: 0, errors: "" });
  });
});

Deno.test("messages have the form, level and priorities that options and systemd ask for", async () => {
  const journal = "export JOURNAL_STREAM=$(stat --dereference --format %d:%i /proc/self/fd/2)";
  const cases: [string[], Record<string, string>, RegExp][] = [
    [["--log-level", "info"], {}, /^<6>figures on [^\n]+\n<4>warning: [^\n]+\n$/],
    [
      ["--log-format", "json"],
      { CHUNG_LOG_LEVEL: "warning" },
      /^<4>\{[^\n]*"level":"WARN",[^\n]*\}\n$/,
    ],
    [["--log-level", "error"], {}, /^$/],
  ];
  await withFolder(async (folder) => {
    await Promise.all(cases.map(async ([args, environment, expected], index) => {
      const server = new Program({
        command: "sh",
        args: [
          ...["-c", `${journal}; exec "$@"`, "sh", Deno.execPath(), "run", "-A", "server.ts"],
          ...["--port", "0", "--metrics", "0.0.0.0:0", ...folders(`${folder}/${index}`), ...args],
        ],
        environment: { ...Deno.env.toObject(), ...environment },
      });
      await server.line(SERVER_READY);
      server.kill("SIGTERM");
      const { code, errors } = await server.end();
      assert.equal(code, 0, errors);
      assert.match(errors, expected);
    }));
  });
});
