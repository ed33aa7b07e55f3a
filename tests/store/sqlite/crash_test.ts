import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { openSqliteStore } from "../../../lib/store/mod.ts";
import { withFolder } from "../each_store.ts";

const PROGRAM = fileURLToPath(new URL("../fixture/acknowledge.ts", import.meta.url));

Deno.test("a store killed while it writes has everything that was acknowledged", async () => {
  await withFolder(async (folder) => {
    let total = 0;
    for (let round = 0; round < 5; round++) {
      const acknowledged = await writeUntilKilled(folder, 1 + Math.floor(Math.random() * 400));
      total += acknowledged.length;
      // Opened by the next server, which must not find the folder taken.
      const store = await openSqliteStore({ path: folder });
      await store.close();
      const database = new DatabaseSync(`${folder}/chung.db`, { readOnly: true });
      assert.equal(database.prepare("PRAGMA integrity_check").get()!.integrity_check, "ok");
      assert.deepEqual(database.prepare("PRAGMA foreign_key_check").all(), []);
      const stored = new Set(
        database.prepare("SELECT id FROM chats").all().map((row) => row.id as number),
      );
      const tagged = database.prepare("SELECT count(*) AS n FROM request_tags").get()!.n;
      assert.equal(tagged, stored.size);
      database.close();
      assert.deepEqual(acknowledged.filter((id) => !stored.has(id)), []);
      assert.ok(stored.size >= total);
    }
  });
});

/** The ids a child process printed until it was killed, some time after the given number of them. */
async function writeUntilKilled(folder: string, after: number): Promise<number[]> {
  await using child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", PROGRAM, folder],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  let text = "";
  let killed = false;
  for await (const chunk of child.stdout.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (!killed && text.split("\n").length > after) {
      child.kill("SIGKILL");
      killed = true;
    }
  }
  const { signal } = await child.status;
  assert.equal(signal, "SIGKILL");
  // The last line may be cut.
  return text.slice(0, text.lastIndexOf("\n") + 1).split("\n").slice(0, -1).map(Number);
}
