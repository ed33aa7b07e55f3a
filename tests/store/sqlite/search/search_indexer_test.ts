import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { openSqliteStore } from "../../../../lib/store/sqlite/open_sqlite_store.ts";
import { openWriterConnection } from "../../../../lib/store/sqlite/connections.ts";
import { InlineRunner } from "../../../../lib/store/sqlite/writer_thread/inline_runner.ts";
import { migrate } from "../../../../lib/store/sqlite/startup/migrations.ts";
import { SearchIndexer } from "../../../../lib/store/sqlite/search/search_indexer.ts";
import { Writer } from "../../../../lib/store/sqlite/writes/writer.ts";
import { WriteQueue, type WriteResult } from "../../../../lib/store/write_queue.ts";
import type {
  SqliteWriteRequest,
  SqliteWrites,
} from "../../../../lib/store/sqlite/writes/sqlite_writes.ts";
import { addMessage, addProject, addUser, findMessages, START, WHOLE } from "../../each_store.ts";
import { withFolder } from "../../../folder.ts";
import { withSqliteStore } from "../with_sqlite_store.ts";

/** Counts the indexing steps and signals when nothing is left. */
class WatchedRunner extends InlineRunner {
  pieces = 0;
  readonly finished = Promise.withResolvers<void>();

  override run(batch: SqliteWriteRequest[], done: (results: WriteResult[]) => void): void {
    super.run(batch, (results) => {
      done(results);
      for (const [i, { name }] of batch.entries()) {
        const result = results[i];
        if (name !== "indexMessages" || !result.ok) continue;
        this.pieces++;
        if (result.value === false) this.finished.resolve();
      }
    });
  }
}

/** Creates a room with this many messages, none of them indexed. */
function prepared(messages: number, text = (i: number) => `lời ${i}`) {
  const database = new DatabaseSync(":memory:");
  migrate(database, "test");
  const writer = new Writer(database);
  const add = (text: string): SqliteWriteRequest => ({
    name: "addMessage",
    input: { projectId: 1, userId: 1, text, at: START, tag: null },
  });
  writer.apply([
    { name: "createUser", input: { username: "alice", passwordHash: "", at: START } },
    { name: "createProject", input: { name: "Website", ownerId: 1, at: START, tag: null } },
    ...Array.from({ length: messages }, (_, i) => add(text(i))),
  ]);
  const runner = new WatchedRunner(writer);
  const queue = new WriteQueue<SqliteWrites>(runner, () => {});
  const indexed = () =>
    database.prepare("SELECT indexed_id FROM search_progress").get()!.indexed_id;
  return { database, writer, add, runner, queue, indexed };
}

Deno.test("SearchIndexer goes on with what was left behind, in pieces, without being asked", async () => {
  const { writer, database, runner, queue, indexed } = prepared(1_234);
  const indexer = new SearchIndexer(queue, database);
  await runner.finished.promise;
  assert.equal(indexed(), 1_234);
  assert.equal(runner.pieces, 13);
  indexer.close();
  writer.close();
});

Deno.test("SearchIndexer takes new messages in some time after they were added", async () => {
  const { writer, database, add, runner, queue, indexed } = prepared(0);
  const indexer = new SearchIndexer(queue, database);
  writer.apply([add("một"), add("hai")]);
  indexer.messageAdded();
  indexer.messageAdded();
  await runner.finished.promise;
  assert.equal(indexed(), 2);
  assert.equal(runner.pieces, 1);
  indexer.close();
  writer.close();
});

Deno.test("SearchIndexer takes in a message that is stored when a piece has just ended", async () => {
  const { writer, database, add, runner, queue, indexed } = prepared(1);
  const indexer = new SearchIndexer(queue, database);
  const second = Promise.withResolvers<void>();
  const run = runner.run.bind(runner);
  runner.run = (batch, done) =>
    run(batch, (results) => {
      done(results);
      if (runner.pieces > 0) return queueMicrotask(second.resolve);
      writer.apply([add("hai")]);
      indexer.messageAdded();
    });
  await second.promise;
  assert.equal(indexed(), 2);
  indexer.close();
  writer.close();
});

Deno.test("a piece of indexing ends at 16 Ki of text", () => {
  const { writer, indexed } = prepared(12, () => "dài ".repeat(4_000));
  const places = Array.from({ length: 7 }, () => {
    const [result] = writer.apply([{ name: "indexMessages", input: {} }]);
    return [indexed(), result.ok && result.value];
  });
  assert.deepEqual(places.slice(0, 6), [2, 4, 6, 8, 10, 12].map((id) => [id, true]));
  assert.deepEqual(places[6], [12, false]);
  writer.close();
});

for (const [behind, waits] of [[10_000, true], [10_001, false]] as const) {
  Deno.test(`SearchIndexer.catchUp ${waits ? "waits" : "doesn't wait"} for ${behind} messages`, async () => {
    const { writer, database, queue, indexed } = prepared(behind);
    const indexer = new SearchIndexer(queue, database);
    await indexer.catchUp();
    assert.equal(indexed(), waits ? behind : 0);
    indexer.close();
    writer.close();
  });
}

Deno.test("SearchIndexer.catchUp takes one piece at a time however many wait, and other writes go in between", async () => {
  const { writer, database, add, runner, queue, indexed } = prepared(1_234);
  const indexer = new SearchIndexer(queue, database);
  const batches: string[][] = [];
  const run = runner.run.bind(runner);
  runner.run = (batch, done) => {
    batches.push(batch.map(({ name }) => name));
    run(batch, done);
  };
  const searches = Array.from({ length: 50 }, () => indexer.catchUp());
  const { name, input } = add("một") as Extract<SqliteWriteRequest, { name: "addMessage" }>;
  const written = queue.add(name, input).promise().then(indexed);
  await Promise.all(searches);
  assert.equal(indexed(), 1_235);
  assert.equal(await written, 100);
  assert.deepEqual(batches, [
    ["indexMessages", "addMessage"],
    ...Array(12).fill(["indexMessages"]),
  ]);
  indexer.close();
  writer.close();
});

Deno.test("SearchIndexer.catchUp waits for a message that was stored behind the piece in hand", async () => {
  const { writer, database, add, queue, indexed } = prepared(1);
  const indexer = new SearchIndexer(queue, database);
  const first = indexer.catchUp();
  const { name, input } = add("hai") as Extract<SqliteWriteRequest, { name: "addMessage" }>;
  queue.add(name, input).settle(() => {}, () => {});
  let second: Promise<void> | undefined;
  // The step is done, but its waiters are not notified yet.
  queue.add(name, input).settle(() => second = indexer.catchUp(), () => {});
  await first;
  await second;
  assert.equal(indexed(), 3);
  indexer.close();
  writer.close();
});

Deno.test("SearchIndexer.catchUp asks nothing of the queue when nothing is behind", async () => {
  const { writer, database, add, runner, queue } = prepared(0);
  const indexer = new SearchIndexer(queue, database);
  writer.apply([add("một")]);
  for (let i = 0; i < 3; i++) await indexer.catchUp();
  assert.equal(runner.pieces, 1);
  indexer.close();
  writer.close();
});

Deno.test("a store finds what an earlier run stored and did not index", async () => {
  await withFolder(async (path) => {
    await withSqliteStore({ path }, async (store) => {
      const userId = await addUser(store, "alice");
      const projectId = await addProject(store, userId);
      await addMessage(store, projectId, userId, "hóa đơn một");
      assert.equal((await findMessages(store, projectId, "hoa don", WHOLE)).length, 1);
    });
    // The state that a killed run leaves.
    const writer = new Writer(openWriterConnection(`${path}/chung.db`));
    const input = { projectId: 1, userId: 1, text: "hóa đơn hai", at: START, tag: null };
    writer.apply([{ name: "addMessage", input }]);
    writer.close();
    for (const inline of [true, false]) {
      const store = await openSqliteStore({ path, inline });
      const found = await findMessages(store, 1, "hoa don", WHOLE);
      assert.deepEqual(found.map(({ message }) => message), ["hóa đơn hai", "hóa đơn một"]);
      await store.close();
    }
  });
});
