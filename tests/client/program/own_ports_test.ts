import assert from "node:assert/strict";
import { withFolder } from "../../folder.ts";
import { CLIENT_READY, Program } from "../../program.ts";
import { startTestServer } from "../../server_fixture.ts";

function startClient(folder: string, ...args: string[]): Program {
  return new Program("client/main.ts", ["--no-open", ...args], {
    XDG_CONFIG_HOME: folder,
    CHUNG_SERVER: "",
  });
}

async function end(program: Program): Promise<string> {
  program.kill("SIGTERM");
  const { code, errors } = await program.end();
  assert.equal(code, 0, errors);
  return errors;
}

/** A port that is free at the loopback address of IPv4. */
function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

const hasIpv6 = (() => {
  try {
    Deno.listen({ hostname: "::1", port: 0 }).close();
    return true;
  } catch {
    return false;
  }
})();

// Guard (web): where a name may lead beside 127.0.0.1 the client listens too, or else says that another program does
Deno.test({
  name: "no other program gets what a browser sends to a name of this machine",
  ignore: !hasIpv6,
  async fn() {
    await withFolder(async (folder) => {
      const client = startClient(folder, "--port", "0");
      const { port } = new URL(await client.line(CLIENT_READY));
      assert.throws(() => Deno.listen({ hostname: "::1", port: +port }), Deno.errors.AddrInUse);
      const page = await fetch(`http://[::1]:${port}/server`);
      assert.match(await page.text(), /name="server"/);
      assert.equal(await end(client), "");

      using other = Deno.listen({ hostname: "::1", port: 0 });
      const beside = startClient(folder, "--port", `${other.addr.port}`);
      const url = `http://127.0.0.1:${other.addr.port}`;
      assert.equal(await beside.line(CLIENT_READY), url);
      const warning = /^chung: warning: another program has port \d+ on ::1, [^\n]+\n$/;
      const errors = await end(beside);
      assert.match(errors, warning);
      assert(errors.includes(url));
    });
  },
});

Deno.test("a login stays over a restart of the client, at its own port", async () => {
  const server = await startTestServer();
  try {
    await withFolder(async (folder) => {
      const address = ["--server", `127.0.0.1:${server.port}`];
      const ports = [freePort(), freePort()];
      const start = (port: number) => startClient(folder, ...address, "--port", `${port}`);
      const names = () => [...Deno.readDirSync(`${folder}/chung`)].map(({ name }) => name).sort();
      const first = start(ports[0]);
      const { port } = new URL(await first.line(CLIENT_READY));
      // By its address: a name may be unknown to this system.
      const registered = await fetch(`http://127.0.0.1:${port}/register`, {
        method: "POST",
        headers: { origin: `http://127.0.0.1:${port}` },
        body: new URLSearchParams({ username: "alice", password: "matkhau-123" }),
        redirect: "manual",
      });
      await registered.body?.cancel();
      const cookie = registered.headers.getSetCookie()[0].split(";")[0];
      // Even a kill loses no login that a browser has.
      first.kill("SIGKILL");
      await first.end();
      const key = cookie.split("=")[1];
      const shown = async (port: number) => {
        const headers = { cookie: `chung_session_${port}=${key}` };
        const page = await fetch(`http://127.0.0.1:${port}/`, { headers, redirect: "manual" });
        await page.body?.cancel();
        return page.status;
      };
      const kept = [`logins-127.0.0.1-${port}`, "logins-key", "settings.json"];
      assert.deepEqual(names(), kept);
      for (const [at, status] of [[0, 200], [1, 303]]) {
        const later = start(ports[at]);
        await later.line(CLIENT_READY);
        assert.equal(await shown(ports[at]), status);
        assert.equal(await end(later), "");
      }
      assert.deepEqual(names(), kept);
      await Deno.remove(`${folder}/chung/logins-key`);
      const lost = start(ports[0]);
      await lost.line(CLIENT_READY);
      assert.equal(await shown(ports[0]), 303);
      assert.match(await end(lost), /^chung: \S+ is ignored, so people log in again: [^\n]+\n$/);
    });
  } finally {
    await server.close();
  }
});
