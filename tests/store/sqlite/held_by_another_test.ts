import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import {
  openReaderConnection,
  openWriterConnection,
} from "../../../lib/store/sqlite/connections.ts";
import { migrate } from "../../../lib/store/sqlite/startup/migrations.ts";
import { Writer } from "../../../lib/store/sqlite/writes/writer.ts";
import { addMessage, addProject, addUser, WHOLE } from "../each_store.ts";
import { withFolder } from "../../folder.ts";
import { withSqliteStore } from "./with_sqlite_store.ts";

const timeout = (database: DatabaseSync) =>
  Object.values(database.prepare("PRAGMA busy_timeout").get()!)[0];

Deno.test("Writer.apply waits once for a program that has the database, and not again for each batch that came meanwhile", () =>
  withFolder((folder) => {
    const path = `${folder}/chung.db`;
    const database = openWriterConnection(path);
    assert.equal(timeout(database), 5_000);
    migrate(database, "test");
    const writer = new Writer(database);
    // The wait itself is not tested, because it takes its full time.
    database.exec("PRAGMA busy_timeout = 1");
    const apply = () =>
      writer.apply([
        { name: "createUser", input: { username: "alice", passwordHash: "", at: 0 } },
      ])[0];
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    for (let i = 0; i < 2; i++) {
      assert.equal(apply().ok, false);
      assert.equal(timeout(database), 0, "the next ones are refused at once");
    }
    other.exec("ROLLBACK");
    other.close();
    assert.equal(apply().ok, true);
    assert.equal(timeout(database), 5_000, "the next program is waited for again");
    writer.close();
    return Promise.resolve();
  }));

// Guard (storage): the server's own thread never waits for a held database
Deno.test("a store's reads go on while another program has the database, and its thread never waits for one", () =>
  withFolder(async (path) => {
    const waits = new Map<DatabaseSync, string>();
    const { exec } = DatabaseSync.prototype;
    DatabaseSync.prototype.exec = function (sql) {
      const [, time] = /.*busy_timeout = (\d+)/s.exec(sql) ?? [];
      if (time !== undefined) waits.set(this, time);
      exec.call(this, sql);
    };
    try {
      // With a writer thread, whose connection is not of this thread.
      await withSqliteStore({ path }, async (store) => {
        await addProject(store, await addUser(store, "alice"));
        await addMessage(store, 1, 1);
        const other = new DatabaseSync(`${path}/chung.db`);
        other.exec("BEGIN EXCLUSIVE");
        assert.equal((await store.messagesAfter(1, 0, WHOLE)).messages.length, 1);
        other.exec("ROLLBACK");
        other.close();
        const open = [...waits].filter(([database]) => database.isOpen).map(([, time]) => time);
        // The folder's lock, and the reader.
        assert.deepEqual(open, ["0", "0"]);
      });
    } finally {
      DatabaseSync.prototype.exec = exec;
    }
  }));

Deno.test("connections sort in memory, so that a full disk takes no read with it", () =>
  withFolder((folder) => {
    for (const open of [openWriterConnection, openReaderConnection]) {
      const database = open(`${folder}/chung.db`);
      assert.equal(database.prepare("PRAGMA temp_store").get()!.temp_store, 2);
      database.close();
    }
    return Promise.resolve();
  }));

Deno.test("a store's list for watchers is read while another program has the database", () =>
  withFolder((path) =>
    withSqliteStore({ path }, async (store) => {
      const alice = await addUser(store, "alice");
      const projectId = await addProject(store, alice);
      const other = new DatabaseSync(`${path}/chung.db`);
      other.exec("BEGIN EXCLUSIVE");
      const { projects: [{ id }] } = await store.watchProjects(alice, 1).promise();
      other.exec("ROLLBACK");
      other.close();
      assert.equal(id, projectId);
    })
  ));
