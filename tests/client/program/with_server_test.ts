import assert from "node:assert/strict";
import { ChildProgram } from "../../../client/program/child_program.ts";
import { withFolder } from "../../folder.ts";
import { LineClient } from "../../line_client.ts";
import { CLIENT_READY, Program, SERVER_READY } from "../../program.ts";
import { startTestServer } from "../../server_fixture.ts";

/** Starts `chung --with-server` with all its data in this folder. */
function startBoth(folder: string, args: string[], environment: Record<string, string> = {}) {
  return new Program("client/main.ts", [
    ...["--with-server", "--port", "0", "--no-open", ...args],
    ...["--data", `${folder}/data`, "--log", `${folder}/log`],
  ], { XDG_CONFIG_HOME: `${folder}/config`, CHUNG_SERVER: "", ...environment });
}

Deno.test("--with-server runs a workplace, and ends the server with the client", async () => {
  await withFolder(async (folder) => {
    const both = startBoth(folder, ["--server-port", "0"], { CHUNG_MAX_MESSAGE: "5" });
    const port = Number(await both.line(SERVER_READY));
    const origin = await both.line(CLIENT_READY);
    const response = await fetch(`${origin}/register`, {
      method: "POST",
      headers: { origin },
      body: new URLSearchParams({ username: "alice", password: "matkhau-123" }),
      redirect: "manual",
    });
    assert.equal(response.status, 303);
    await response.body?.cancel();
    const client = await LineClient.connect(port);
    assert.equal((await client.ok("help")).limits.max_message, 5, "the environment goes along");
    assert.match(
      await (await fetch(`${origin}/server`)).text(),
      /\(--with-server or CHUNG_WITH_SERVER\)/,
    );
    both.kill("SIGTERM");
    assert.deepEqual(await both.end(), { code: 0, errors: "" });
    await client.ended();
    assert.equal(client.transcript.at(-1), 'event closing {"reason":"shutdown"}');
    await client.close();
    const made = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
    assert.deepEqual(made, ["data", "log"], "an address that holds for this run is not remembered");
  });
});

Deno.test("the server ends in good order when its client is killed", async () => {
  await withFolder(async (folder) => {
    const both = startBoth(folder, ["--server-port", "0"]);
    const client = await LineClient.connect(Number(await both.line(SERVER_READY)));
    await client.ok("ping");
    await both.line(CLIENT_READY);
    both.kill("SIGKILL");
    await client.ended();
    assert.equal(client.transcript.at(-1), 'event closing {"reason":"shutdown"}');
    await client.close();
    await both.end();
  });
});

Deno.test("the client ends when its server has ended", async () => {
  await withFolder(async (folder) => {
    const both = startBoth(folder, ["--server-port", "0"]);
    await both.line(CLIENT_READY);
    const { stdout } = await new Deno.Command("ps", { args: ["-eo", "pid,args"] }).output();
    const line = new TextDecoder().decode(stdout).split("\n")
      .find((line) => line.includes("--end-with-input") && line.includes(folder));
    Deno.kill(Number(line!.trim().split(" ")[0]), "SIGKILL");
    assert.notEqual((await both.end()).code, 0);
  });
});

Deno.test("--with-server says who has the port when another Chung server runs there", async () => {
  const server = await startTestServer();
  try {
    await withFolder(async (folder) => {
      const both = startBoth(folder, ["--server-port", String(server.port)]);
      const { code, errors } = await both.end();
      assert.equal(code, 1);
      assert.match(errors, /^chung-server: port \d+ .*in use.*\nchung: [^\n]*\n$/);
      assert.match(
        errors,
        /a Chung server is already running at 127\.0\.0\.1:\d+: .*--server-port/,
      );
    });
  } finally {
    await server.close();
  }
});

Deno.test("--with-server ends with one line when something else can't be had", async () => {
  using busy = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const port = String(busy.addr.port);
  await withFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/file`, "");
    const cases: [string[], number, RegExp][] = [
      [["--server-port", port], 1, /^chung-server: port \d+ [^\n]*in use[^\n]*\n$/],
      [["--server-port", "0", "--port", port], 1, /^chung: port \d+ [^\n]*in use[^\n]*\n$/],
      [["--server", "localhost:1"], 2, /^chung: --with-server [^\n]*\n$/],
    ];
    for (const [args, expected, line] of cases) {
      const { code, errors } = await startBoth(folder, args).end();
      assert.equal(code, expected, errors);
      assert.match(errors, line);
    }
    const blocked = startBoth(`${folder}/file`, ["--server-port", "0"]);
    const { code, errors } = await blocked.end();
    assert.equal(code, 1);
    assert.match(errors, /^chung-server: [^\n]*\n$/);
  });
});

Deno.test("ChildProgram throws NotFound when there is no such program", async () => {
  await withFolder((folder) => {
    assert.throws(() => new ChildProgram(`${folder}/chung-server`, []), Deno.errors.NotFound);
    return Promise.resolve();
  });
});
