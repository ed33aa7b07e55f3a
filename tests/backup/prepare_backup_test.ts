import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { restoreBackup } from "../../lib/backup/restore_backup.ts";
import { openDataFolder } from "../../lib/store/sqlite/startup/data_folder.ts";
import { assertSource } from "../../lib/store/sqlite/backup/copy_database.ts";
import { withFolder } from "../folder.ts";
import { addMessage, addUser, view } from "../store/each_store.ts";
import { withSqliteStore } from "../store/sqlite/with_sqlite_store.ts";
import { backUp, filesIn, makeData } from "./backup_of.ts";

async function restore(path: string, data: string) {
  return await restoreBackup({ written: (await Deno.open(path)).readable, identities: null, data });
}

// Guard (tokens): no backup holds the secret that signs tokens
Deno.test("a backup has all that is stored, not the secret of tokens, and leaves the folder as it was", async () => {
  await withFolder(async (folder) => {
    const data = await makeData(folder);
    const before = filesIn(data);
    const { path, manifest } = await backUp(folder, data);
    assert.deepEqual(filesIn(data).filter((name) => !/-(wal|shm)$/.test(name)), before);
    assert.deepEqual(manifest.tables.chats, { rows: 20, last_id: 20 });
    assert.equal(Deno.statSync(path).mode! & 0o777, 0o600);
    const restored = join(folder, "restored");
    assert.deepEqual(await restore(path, restored), manifest);
    const left = before.filter((name) => !["token_secret", "files/upload.partial"].includes(name));
    assert.deepEqual(filesIn(restored), left);
    for (const name of ["chung.db", left.find((name) => /files\/ab/.test(name))!]) {
      assert.equal(Deno.statSync(join(restored, name)).mode! & 0o777, 0o600, name);
    }
    await withSqliteStore({ path: restored, inline: true }, async (store) => {
      assert.equal((await view(store, 1, 1)).page.messages.at(-1)!.message, "lời 19");
    });
  });
});

Deno.test("a backup shows one moment of a store that is being written, WAL included", async () => {
  await withFolder(async (folder) => {
    const data = await makeData(folder);
    await withSqliteStore({ path: data }, async (store) => {
      await addMessage(store, 1, 1, "in the WAL");
      let done = false;
      const writing = (async () => {
        for (let i = 0; !done; i++) await addMessage(store, 1, 1, `meanwhile ${i}`);
      })();
      const { path, manifest } = await backUp(folder, data).finally(() => done = true);
      await writing;
      await restore(path, join(folder, "restored"));
      assert(manifest.tables.chats.rows >= 21);
      const { page } = await view(store, 1, 1);
      assert(page.messages.length > manifest.tables.chats.rows);
      await withSqliteStore({ path: join(folder, "restored"), inline: true }, async (copy) => {
        const { page: copied } = await view(copy, 1, 1);
        assert.deepEqual(copied.messages, page.messages.slice(0, manifest.tables.chats.rows));
      });
    });
  });
});

Deno.test("what is broken in the source makes no backup, and says so", async () => {
  const cases: [string, RegExp][] = [
    ["PRAGMA foreign_keys = OFF; DELETE FROM users", /refers to a row of users that is missing/],
    ["PRAGMA ignore_check_constraints = ON; UPDATE users SET role = 'king'", /damaged: CHECK/],
    ["PRAGMA user_version = 99", /schema version 99.*use a newer server/],
    ["PRAGMA application_id = 1", /not a database of Chung/],
  ];
  for (const [statements, expected] of cases) {
    await withFolder(async (folder) => {
      const data = await makeData(folder);
      const database = new DatabaseSync(join(data, "chung.db"));
      database.exec(statements);
      database.close();
      await assert.rejects(backUp(folder, data), { message: expected }, statements);
    });
  }
});

Deno.test("a source that lost what its server had stored is refused before it is copied", async () => {
  await withFolder(async (folder) => {
    const data = await makeData(folder);
    const path = join(data, "chung.db");
    assertSource(path);
    assert.throws(() => assertSource(join(folder, "chung.db")), /there is no database/);
    await Deno.writeTextFile(join(data, "chung.running"), "");
    await Deno.remove(`${path}-wal`).catch(() => {});
    assert.throws(() => assertSource(path), /is missing/);
    await Deno.writeTextFile(`${path}-wal`, "no header".repeat(99));
    assert.throws(() => assertSource(path), /wal is damaged/);
  });
});

// Guard (storage): restore refuses a folder that is in use or not empty, and leaves it as it was
Deno.test("a folder that is in use, not empty, or can't be filled is left as it was", async () => {
  await withFolder(async (folder) => {
    const { path } = await backUp(folder, await makeData(folder));
    const empty = join(folder, "empty");
    Deno.mkdirSync(empty);
    const { lock } = openDataFolder(join(folder, "used"));
    Deno.removeSync(join(folder, "used/chung.db"));
    await assert.rejects(restore(path, join(folder, "used")), /another server is using/);
    lock.release();
    const full = join(folder, "full");
    Deno.mkdirSync(full);
    Deno.writeTextFileSync(join(full, "notes.txt"), "mine");
    await assert.rejects(restore(path, full), /full is not empty/);
    assert.deepEqual(filesIn(full), ["notes.txt"]);
    await assert.rejects(restore(path, join(folder, "data")), /data is not empty/);
    Deno.truncateSync(path, Deno.statSync(path).size - 9);
    await assert.rejects(restore(path, empty));
    assert.deepEqual(filesIn(empty), ["chung.lock"]);
    await assert.rejects(restore(path, join(folder, "new/data")));
    assert.deepEqual(filesIn(join(folder, "new")), []);
  });
});

Deno.test("a restore that a crash cut off can be repeated, and no server starts on what it left", async () => {
  await withFolder(async (folder) => {
    const { path } = await backUp(folder, await makeData(folder));
    const left = join(folder, "left");
    Deno.mkdirSync(join(left, "chung.unfinished"), { recursive: true });
    Deno.mkdirSync(join(left, "files"));
    Deno.writeTextFileSync(join(left, "chung.unfinished/chung.db"), "half");
    assert.throws(() => openDataFolder(left), /was not filled to the end/);
    await restore(path, left);
    await withSqliteStore({ path: left, inline: true }, async (store) => {
      assert.equal(await addUser(store, "binh"), 2);
    });
  });
});
