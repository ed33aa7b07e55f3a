import assert from "node:assert/strict";
import { withFolder } from "../../folder.ts";
import { Program, SERVER_READY } from "../../program.ts";

/** A program of this project, with what Deno calls unstable. */
function start(program: string, args: string[], environment: Record<string, string> = {}): Program {
  const path = new URL(`../../../${program}`, import.meta.url).pathname;
  return new Program({
    command: Deno.execPath(),
    args: ["run", "-A", "--unstable-net", path, ...args],
    environment: { ...Deno.env.toObject(), ...environment },
  });
}

Deno.test("systemd is told that the server is ready, alive and stopping", {
  ignore: Deno.build.os === "windows",
}, async () => {
  await withFolder(async (folder) => {
    const systemd = start("tests/systemd_receiver.ts", [`${folder}/notify`]);
    await systemd.line(/^ready$/);
    const folders = ["--data", `${folder}/data`, "--log", `${folder}/log`];
    const server = start("server.ts", ["--port", "0", ...folders], {
      NOTIFY_SOCKET: `${folder}/notify`,
      WATCHDOG_USEC: "200000",
    });
    await server.line(SERVER_READY);
    await systemd.line(/^READY=1$/);
    await systemd.line(/^WATCHDOG=1$/);
    server.kill("SIGTERM");
    assert.deepEqual(await server.end(), { code: 0, errors: "" });
    await systemd.line(/^STOPPING=1$/);
    systemd.kill("SIGTERM");
    await systemd.end();
    const told = systemd.lines.filter((line) => line !== "WATCHDOG=1");
    assert.deepEqual(told, ["ready", "READY=1", "STOPPING=1"]);
  });
});
