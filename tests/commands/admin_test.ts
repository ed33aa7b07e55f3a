import assert from "node:assert/strict";
import { LineClient } from "../line_client.ts";
import { withFolder } from "../folder.ts";
import { Program, SERVER_READY } from "../program.ts";

/** Runs `chung-server admin` to its end. */
async function admin(folder: string, args: string[], environment: Record<string, string> = {}) {
  const places = ["--data", `${folder}/data`, "--log", `${folder}/log`];
  const program = new Program("server.ts", ["admin", ...args, ...places], {
    LC_ALL: "en_US.UTF-8",
    ...environment,
  });
  const { code, errors } = await program.end();
  return { code, errors, output: program.lines.join("\n") };
}

Deno.test("chung-server admin runs accounts beside the running server and without it", () =>
  withFolder(async (folder) => {
    const missing = await admin(folder, ["users"]);
    assert.deepEqual([missing.code, missing.output], [1, ""]);
    assert.match(missing.errors, /^chung-server admin: there is no server's data in .*--data/);

    const places = ["--data", `${folder}/data`, "--log", `${folder}/log`];
    const options = ["--port", "0", "--registration", "closed", ...places];
    const server = new Program("server.ts", options);
    const port = Number(await server.line(SERVER_READY));
    const lan = await LineClient.connect(port);
    try {
      const invited = await admin(folder, ["invite", "--uses", "2"]);
      assert.match(invited.output, /^[a-z2-9]{26}$/, invited.errors);
      await lan.ok(`join ${invited.output} lan matkhau-123`);
      await lan.ok(`join ${invited.output} binh matkhau-123`);
      const { token } = await lan.ok("login lan matkhau-123");
      assert.equal(await lan.err(`users ${token}`), "forbidden");
      const [granted, disabled] = await Promise.all([
        admin(folder, ["grant", "LAN"]),
        admin(folder, ["disable", "binh"]),
      ]);
      assert.equal(granted.output, "lan: admin", granted.errors);
      assert.equal(disabled.output, "binh: done", disabled.errors);
      // On the token that is in use.
      const { users } = await lan.ok(`users ${token}`);
      assert.deepEqual(users.map((user: { disabled: boolean }) => user.disabled), [false, true]);
      await lan.ok(`watch ${token}`);
      const reset = await admin(folder, ["reset-password", "lan"]);
      assert.match(reset.output, /^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/, reset.errors);
      assert.deepEqual(await lan.event(), ["token_ended", { user: "lan" }]);
      assert.equal(await lan.err(`whoami ${token}`), "invalid_token");
      await lan.ok(`login lan ${reset.output}`);
    } finally {
      await lan.close();
      server.kill("SIGTERM");
    }
    assert.equal((await server.end()).code, 0);

    const cases: [string[], number, RegExp][] = [
      [
        ["users"],
        0,
        /^id +username +name +role +state +last seen\n1 +lan +admin +20\S+Z\n2 +binh +user +disabled +never$/,
      ],
      [["enable", "binh"], 0, /^binh: done$/],
      [["revoke", "lan"], 1, /^chung-server admin: lan is the last admin/],
      [["grant", "nobody"], 1, /^chung-server admin: there is no user nobody/],
      [
        ["invitations", "--json"],
        0,
        /^\{"invitations":\[\{"id":1,"uses":2,"used":2,.*"by":null\}\]\}$/,
      ],
      [["revoke-invitation", "1"], 0, /^done$/],
      [[], 2, /it needs one of users, grant/],
      [["grant"], 2, /grant needs one username/],
      [["grant", "lan", "binh"], 2, /grant needs one username/],
      [["grant", "lan\nset_role - binh admin"], 2, /grant needs one username/],
      [["destroy", "lan"], 2, /it needs one of/],
      [["users", "--port", "1"], 2, /--port/],
      [["invite", "--uses", "0"], 2, /--uses must be .* from 1 to 1000/],
      [["--help"], 0, /^chung-server admin: [^]*reset-password NAME[^]*--uses N[^]*Exit codes/],
    ];
    // One after another: without a server, each has the folder for itself.
    for (const [args, code, expected] of cases) {
      const ended = await admin(folder, args);
      assert.equal(ended.code, code, ended.errors);
      assert.match(code === 0 ? ended.output : ended.errors.trimEnd(), expected);
      assert.equal(code === 0 ? ended.errors : ended.output, "");
    }
    const vietnamese = await admin(folder, ["--help"], { LC_ALL: "vi_VN.UTF-8" });
    assert.match(vietnamese.output, /^chung-server admin: tài khoản/);
    const [day] = [...Deno.readDirSync(`${folder}/log`)];
    const log = Deno.readTextFileSync(
      `${folder}/log/${day.name}/set_role_log_${day.name}.log`,
    );
    assert.match(log, /User: chung-server admin\nMessageRequest: set_role \*\*\* LAN admin\n/);
  }));
