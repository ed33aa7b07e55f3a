import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { withServer } from "../with_server.ts";

const PROGRAM = fileURLToPath(
  new URL("../../store/sqlite/fixture/hold_database.ts", import.meta.url),
);

// Guard (storage): a database that another program holds makes writes unavailable, and no more
Deno.test("while another program has the database reads are answered and writes are unavailable, and all goes on when it is done", async () => {
  await withServer(async ({ server, connect }) => {
    const writer = await connect();
    const reader = await connect();
    const token = await writer.join("alice");
    await writer.ok(`new_project ${token} Website`);
    await writer.chat(token, 1, "before");
    await using other = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", PROGRAM, `${server.directory}/data/chung.db`],
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    const output = other.stdout.getReader();
    await output.read();
    // The store waits for it for some time; requests that arrive meanwhile don't wait as long again.
    let answered = 0;
    await writer.send(`@t chat ${token} 1 refused\n`.repeat(300));
    const refusals = Promise.all(Array.from({ length: 300 }, async () => {
      const line = await writer.response();
      answered++;
      return line;
    }));
    for (let i = 0; i < 50; i++) {
      const { messages } = await reader.ok(`history ${token} 1`);
      assert.deepEqual(messages.map(({ message }: { message: string }) => message), ["before"]);
    }
    assert.equal(answered, 0, "reads don't wait with the writes");
    for (const line of await refusals) assert.match(line, /^@t err chat unavailable .*is locked/);
    await other.stdin.close();
    while (!(await output.read()).done);
    await other.status;
    await writer.chat(token, 1, "after");
    assert.deepEqual(server.reports, [
      "the database can't be used now: database is locked; try again later",
      "the database can be written again",
    ]);
  });
});
