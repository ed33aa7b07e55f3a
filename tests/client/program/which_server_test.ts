import assert from "node:assert/strict";
import { withFolder } from "../../folder.ts";
import { CLIENT_READY, Program } from "../../program.ts";
import { startTestServer } from "../../server_fixture.ts";

/** A client started as users start it, with its settings in this folder. */
class StartedClient {
  readonly program: Program;

  constructor(folder: string, args: string[] = [], environment: Record<string, string> = {}) {
    this.program = new Program("client/main.ts", ["--port", "0", "--no-open", ...args], {
      XDG_CONFIG_HOME: folder,
      CHUNG_SERVER: "",
      ...environment,
    });
  }

  async post(path: string, fields: Record<string, string>): Promise<number> {
    const origin = await this.program.line(CLIENT_READY);
    const response = await fetch(`${origin}${path}`, {
      method: "POST",
      headers: { origin },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
    await response.body?.cancel();
    return response.status;
  }

  /** The server's address as shown on the page that changes it. */
  async server(): Promise<string> {
    const page = await (await fetch(`${await this.program.line(CLIENT_READY)}/server`)).text();
    return /name="server"[^>]* value="([^"]*)"/.exec(page)![1];
  }

  async end(): Promise<string> {
    this.program.kill("SIGTERM");
    const { code, errors } = await this.program.end();
    assert.equal(code, 0, errors);
    return errors;
  }
}

const settingsIn = (folder: string) => `${folder}/chung/settings.json`;

Deno.test("chung finds the server that it last reached, unless another is named", async () => {
  const server = await startTestServer();
  const address = `127.0.0.1:${server.port}`;
  try {
    await withFolder(async (folder) => {
      const first = new StartedClient(folder);
      assert.equal(await first.server(), "127.0.0.1:7070");
      assert.equal(await first.end(), "");
      await assert.rejects(Deno.stat(settingsIn(folder)), Deno.errors.NotFound);

      const named = new StartedClient(folder, ["--server", address]);
      const account = { username: "alice", password: "matkhau-123" };
      assert.equal(await named.post("/register", account), 303);
      assert.equal(await named.end(), "");
      assert.equal(await Deno.readTextFile(settingsIn(folder)), `{"server":"${address}"}\n`);
      const everything = [...Deno.readDirSync(folder)].map(({ name }) => name);
      assert.deepEqual(everything, ["chung"], "nothing else is written");

      const cases: [string[], Record<string, string>, string][] = [
        [[], {}, address],
        [[], { CHUNG_SERVER: "localhost:1" }, "localhost:1"],
        [["--server", "localhost:2"], { CHUNG_SERVER: "localhost:1" }, "localhost:2"],
      ];
      for (const [args, environment, expected] of cases) {
        const later = new StartedClient(folder, args, environment);
        assert.equal(await later.server(), expected);
        assert.equal(await later.end(), "");
      }
      assert.match(await Deno.readTextFile(settingsIn(folder)), new RegExp(address));
    });
  } finally {
    await server.close();
  }
});

// Guard (tls): the client warns when passwords cross a network in the clear
Deno.test("chung remembers the address that a person chose on the page", async () => {
  await withFolder(async (folder) => {
    const client = new StartedClient(folder);
    assert.equal(await client.post("/server", { server: "chung.example.org:7171" }), 303);
    assert.equal(await client.server(), "chung.example.org:7171");
    const warning = /^chung: warning: [^\n]*in the clear to chung\.example\.org:7171[^\n]*\n$/;
    assert.match(await client.end(), warning);
    const later = new StartedClient(folder);
    assert.equal(await later.server(), "chung.example.org:7171");
    assert.equal(await later.post("/server", { server: "tls://chung.example.org:7171" }), 303);
    assert.match(await later.end(), warning, "once, at the start");
  });
});

Deno.test("chung starts with one line about settings that it can't read", async () => {
  await withFolder(async (folder) => {
    await Deno.mkdir(`${folder}/chung`);
    await Deno.writeTextFile(settingsIn(folder), "{broken");
    const client = new StartedClient(folder);
    assert.equal(await client.server(), "127.0.0.1:7070");
    assert.match(await client.end(), /^chung: [^\n]*settings\.json is ignored: [^\n]*\n$/);
    assert.equal(await Deno.readTextFile(settingsIn(folder)), "{broken");
  });
});

Deno.test("chung starts with one line about settings whose folder can't be looked at", async () => {
  await withFolder(async (folder) => {
    await Deno.symlink(`${folder}/loop`, `${folder}/loop`);
    const client = new StartedClient(`${folder}/loop`);
    assert.equal(await client.server(), "127.0.0.1:7070");
    assert.match(await client.end(), /^chung: [^\n]*settings\.json is ignored: [^\n]*\n$/);
  });
});
