import assert from "node:assert/strict";
import { identifyFiles } from "../../../../lib/store/sqlite/database_place.ts";
import { WorkerRunner } from "../../../../lib/store/sqlite/writer_thread/worker_runner.ts";
import { WriteQueue } from "../../../../lib/store/write_queue.ts";
import type { SqliteWrites } from "../../../../lib/store/sqlite/writes/sqlite_writes.ts";
import { refusal, START } from "../../each_store.ts";
import { withFolder } from "../../../folder.ts";

const UNUSED = { database: "", wal: "" };

Deno.test("WorkerRunner fails every write with unavailable when its thread has died, and tells once", async () => {
  const reports: string[] = [];
  const report = (line: string) => reports.push(line);
  const program = new URL("../fixture/dying_worker.ts", import.meta.url);
  const queue = new WriteQueue<SqliteWrites>(
    new WorkerRunner("unused", UNUSED, report, program),
    report,
  );
  const add = (username: string) =>
    queue.add("createUser", { username, passwordHash: "hash", at: START }).promise();
  const inHand = [add("alice"), add("bob")];
  for (const write of inHand) await assert.rejects(write, refusal("unavailable"));
  await assert.rejects(add("carol"), refusal("unavailable"));
  assert.equal(reports.length, 1);
  assert.match(reports[0], /writer thread died: .*out of luck/);
  await queue.drain();
  await queue.close();
});

Deno.test("WorkerRunner fails every write with unavailable when its thread can't open the database", async () => {
  await withFolder(async (folder) => {
    const reports: string[] = [];
    const report = (line: string) => reports.push(line);
    const path = `${folder}/chung.db`;
    await Deno.writeTextFile(path, "no database".repeat(100));
    await Deno.writeTextFile(`${path}-wal`, "");
    const runner = new WorkerRunner(path, identifyFiles(path), report);
    const queue = new WriteQueue<SqliteWrites>(runner, report);
    for (const username of ["alice", "bob"]) {
      const write = queue.add("createUser", { username, passwordHash: "hash", at: START });
      await assert.rejects(write.promise(), refusal("unavailable"));
    }
    assert.equal(reports.length, 1);
    assert.match(reports[0], /file is not a database.*restarted/);
    await queue.drain();
    await queue.close();
  });
});
