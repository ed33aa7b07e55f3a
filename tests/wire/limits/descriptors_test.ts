import assert from "node:assert/strict";
import { passwordThreads } from "../../../lib/auth/password_threads.ts";
import { withFolder } from "../../folder.ts";
import { LineClient } from "../../line_client.ts";
import { Program, SERVER_READY } from "../../program.ts";
import { connectRaw } from "../raw_connections.ts";

const LOWERED = /^--max-connections is lowered to (\d+): /m;
/** Enough for the threads, which are more on a machine with more cores, and for a hundred connections. */
const FILES = 240 + 10 * passwordThreads();
const SERVER = new URL("../../../server.ts", import.meta.url).href;

/** A server in a process that may have so many files open. */
function serverWith(files: number, permissions: string[], folder: string): Program {
  const args = ["--port", "0", "--data", `${folder}/data`, "--log", `${folder}/log`];
  return new Program({
    command: "sh",
    args: [
      "-c",
      `ulimit -n ${files} && exec "$@"`,
      "sh",
      Deno.execPath(),
      ...["run", ...permissions, SERVER, ...args],
    ],
    environment: Deno.env.toObject(),
  });
}

const permissions: [title: string, permissions: string[], known: boolean][] = [
  ["the limit is known", ["-A"], Deno.build.os === "linux"],
  [
    "the limit has to be found out",
    ["--allow-net", "--allow-read", "--allow-write", "--allow-env", "--allow-sys"],
    false,
  ],
];

for (const [title, allowed, known] of permissions) {
  // Guard (connections): connections leave the descriptors that threads, database and logs need
  Deno.test(`at the brim of its descriptors a server searches, stores and logs, when ${title}`, {
    ignore: Deno.build.os === "windows",
  }, async () => {
    await withFolder(async (folder) => {
      const server = serverWith(FILES, allowed, folder);
      const port = Number(await server.line(SERVER_READY));
      const member = await LineClient.connect(port);
      // The threads that store and check passwords have been started; that of the search has not.
      const token = await member.join("alice");
      await member.ok(`new_project ${token} Website`);
      const crowd = await Promise.all(Array.from({ length: 300 }, () => connectRaw(port)));
      // The log has to make its folder and files anew.
      await Deno.remove(`${folder}/log`, { recursive: true });
      // Several at once, for all threads that check passwords.
      const logins = Array.from(
        { length: 8 },
        (_, i) => member.send(`reg bob${i} matkhau-123\nlogin bob${i} matkhau-123\n`),
      );
      await Promise.all(logins);
      for (let i = 0; i < 8; i++) {
        assert.match(await member.response(), /^ok reg /);
        assert.match(await member.response(), /^ok login /);
      }
      const { id } = await member.chat(token, 1, "in spite of all");
      const found = await member.ok(`search ${token} 1 spite`);
      assert.deepEqual(found.messages.map((message: { id: number }) => message.id), [id]);
      for (const conn of crowd) conn.close();
      await member.close();
      server.kill("SIGTERM");
      const { code, errors } = await server.end();
      assert.equal(code, 0, errors);
      const [lowered, ...others] = errors.trim().split("\n");
      assert.match(lowered, LOWERED);
      for (const line of others) assert.match(line, /^connections refused or dropped: /);
      assert(Number(LOWERED.exec(lowered)![1]) >= 100, lowered);
      for (const day of Deno.readDirSync(`${folder}/log`)) {
        const log = Deno.readTextFileSync(
          `${folder}/log/${day.name}/search_log_${day.name}.log`,
        );
        assert.match(log, /MessageRequest: search \*\*\* 1 spite\n/);
      }
    });
  });

  Deno.test(`a server says at its start that it may have fewer connections, when ${title}`, {
    ignore: !known,
  }, async () => {
    await withFolder(async (folder) => {
      const server = serverWith(FILES, allowed, folder);
      await server.line(SERVER_READY);
      server.kill("SIGTERM");
      const { code, errors } = await server.end();
      assert.equal(code, 0, errors);
      assert.match(errors, LOWERED);
    });
  });
}

Deno.test("a server that could open next to nothing ends with one clear line and 1", {
  ignore: Deno.build.os === "windows",
}, async () => {
  await withFolder(async (folder) => {
    const server = serverWith(64, ["-A"], folder);
    const { code, errors } = await server.end();
    assert.equal(code, 1, errors);
    assert.match(
      errors,
      /^chung-server: the system lets this server open too few files: [^\n]+\n$/,
    );
  });
});
