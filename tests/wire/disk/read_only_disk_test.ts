import assert from "node:assert/strict";
import { assertSound } from "../../kills/invariants.ts";
import { LineClient } from "../../line_client.ts";
import { Program, SERVER_READY } from "../../program.ts";
import { DatabaseSync } from "node:sqlite";
import { withBreakableDisk } from "../../breakable_disk.ts";

/** The system makes a faulty disk read-only even for open files; a remount would need them to be closed. */
// Guard (storage): a disk that turns read-only makes writes unavailable, and no more
Deno.test({
  name:
    "on a disk that can only be read any more writes are unavailable and reads go on, and a restart has it all",
  ignore: !withBreakableDisk.possible,
  fn: () =>
    withBreakableDisk(async (disk) => {
      const args = ["--port", "0", "--data", `${disk.folder}/data`, "--log", `${disk.folder}/log`];
      const server = new Program("server.ts", args);
      try {
        const client = await LineClient.connect(Number(await server.line(SERVER_READY)));
        const token = await client.join("alice");
        await client.ok(`@p new_project ${token} Website`);
        for (let i = 0; i < 20; i++) await client.ok(`@t${i} chat ${token} 1 message ${i}`);
        disk.fail();
        for (let i = 0; i < 20; i++) {
          assert.equal(await client.err(`@late${i} chat ${token} 1 late`), "unavailable");
        }
        assert.equal(await client.err("reg bob matkhau-123"), "unavailable");
        assert.equal((await client.ok(`history ${token} 1`)).messages.length, 20);
        assert.equal((await client.ok(`projects ${token}`)).projects.length, 1);
        await client.close();
        server.kill("SIGTERM");
        const { code, errors } = await server.end();
        assert.equal(code, 0, errors);
        const lines = errors.split("\n").filter((line) => line.startsWith("the database "));
        assert.equal(lines.length, 1, errors);
        assert.match(lines[0], /^the database can't be used now: /);
      } finally {
        server.kill("SIGKILL");
        await server.end();
      }
      const refused = await new Program("server.ts", args).end();
      assert.equal(refused.code, 1);
      assert.match(refused.errors, /^chung-server: [^\n]+\n$/);
      disk.mend();
      const again = new Program("server.ts", args);
      try {
        const client = await LineClient.connect(Number(await again.line(SERVER_READY)));
        const { token } = await client.ok("login alice matkhau-123");
        const { messages } = await client.ok(`history ${token} 1`);
        assert.equal(messages.length, 20);
        await client.ok(`@more chat ${token} 1 more`);
        await client.close();
        again.kill("SIGTERM");
        assert.deepEqual(await again.end(), { code: 0, errors: "" });
      } finally {
        again.kill("SIGKILL");
        await again.end();
      }
      const database = new DatabaseSync(`${disk.folder}/data/chung.db`, { readOnly: true });
      assertSound(database);
      database.close();
    }),
});
