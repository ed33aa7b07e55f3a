import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { openSqliteStore } from "../../../../lib/store/sqlite/open_sqlite_store.ts";
import { MIGRATIONS } from "../../../../lib/store/sqlite/startup/migrations.ts";
import { addMessage, addProject, addUser, WHOLE } from "../../each_store.ts";
import { withFolder } from "../../../folder.ts";
import { withSqliteStore } from "../with_sqlite_store.ts";

Deno.test("openSqliteStore finds everything again when it is reopened, in either way", async () => {
  await withFolder(async (folder) => {
    const path = `${folder}/new/data`;
    for (const [round, inline] of [false, true, false].entries()) {
      await withSqliteStore({ path, inline }, async (store) => {
        if (round === 0) await addProject(store, await addUser(store, "alice"));
        await addMessage(store, 1, 1, `round ${round}`);
        const { messages } = await store.messagesAfter(1, 0, WHOLE);
        assert.equal(messages.length, round + 1);
      });
      // After closing the store, everything is in one file.
      assert.deepEqual(names(path), ["chung.db", "chung.lock"]);
    }
    if (Deno.build.os !== "windows") {
      assert.equal(Deno.statSync(`${path}/chung.db`).mode! & 0o777, 0o600);
    }
  });
});

Deno.test("openSqliteStore refuses a folder that another store has, until that is closed", async () => {
  await withFolder(async (path) => {
    for (const inline of [true, false]) {
      await withSqliteStore({ path, inline }, async (store) => {
        await assert.rejects(openSqliteStore({ path }), {
          message: `another server is using the data folder ${path}`,
        });
        // The first one continues.
        await addUser(store, `user-${inline}`);
      });
    }
    await withSqliteStore({ path }, () => Promise.resolve());
  });
});

Deno.test("openSqliteStore takes a folder while another is only looking whether it is taken", async () => {
  await withFolder(async (path) => {
    const other = new DatabaseSync(`${path}/chung.lock`);
    // A server starting at the same moment gets this far: if that sufficed, neither would get the folder.
    other.exec("BEGIN; SELECT * FROM sqlite_schema");
    await withSqliteStore({ path }, async (store) => void await addUser(store, "alice"));
    other.close();
  });
});

Deno.test("openSqliteStore refuses a database of a newer version and leaves it as it is", async () => {
  await withFolder(async (path) => {
    await withSqliteStore({ path }, () => Promise.resolve());
    change(path, `PRAGMA user_version = ${MIGRATIONS.length + 6}`);
    await refused(path, [
      `${path}/chung.db`,
      `${MIGRATIONS.length + 6}`,
      `${MIGRATIONS.length}: use a newer`,
    ]);
  });
});

Deno.test("openSqliteStore refuses another program's database", async () => {
  await withFolder(async (path) => {
    change(path, "CREATE TABLE users (name TEXT)");
    await refused(path, [`${path}/chung.db`, "not a database of Chung"]);
  });
});

Deno.test("openSqliteStore never puts a new database in a damaged one's place", async () => {
  const damages: Record<string, (file: string) => void> = {
    "overwritten": (file) => Deno.writeTextFileSync(file, "not SQLite ".repeat(1_000)),
    "cut": (file) => Deno.truncateSync(file, 3_000),
    "emptied": (file) => Deno.truncateSync(file, 0),
    "lost but for its WAL": (file) => {
      Deno.writeTextFileSync(`${file}-wal`, "what was committed last");
      Deno.removeSync(file);
    },
    "replaced by a folder": (file) => {
      Deno.removeSync(file);
      Deno.mkdirSync(file);
    },
  };
  for (const [name, damage] of Object.entries(damages)) {
    await withFolder(async (path) => {
      const file = `${path}/chung.db`;
      await withSqliteStore({ path }, async (store) => void await addUser(store, "alice"));
      damage(file);
      const left = content(file);
      // Also the second time: nothing was silently repaired.
      for (let i = 0; i < 2; i++) {
        await refused(path, [file]);
        assert.deepEqual(content(file), left, name);
      }
    });
  }
});

Deno.test("openSqliteStore names the folder when it can't be made or written", async () => {
  await withFolder(async (folder) => {
    const file = `${folder}/file`;
    Deno.writeTextFileSync(file, "");
    for (const path of [file, `${file}/data`, "/proc/chung-data"]) {
      await refused(path, [path]);
    }
  });
});

Deno.test("openSqliteStore starts afresh when an earlier first start was killed halfway", async () => {
  await withFolder(async (path) => {
    Deno.writeTextFileSync(`${path}/chung.db.new`, "half");
    Deno.writeTextFileSync(`${path}/chung.db.new-journal`, "half");
    await withSqliteStore(
      { path },
      async (store) => assert.equal(await addUser(store, "alice"), 1),
    );
    assert.deepEqual(names(path), ["chung.db", "chung.lock"]);
  });
});

Deno.test("SqliteStore refuses reads and writes with unavailable when it is closed", async () => {
  await withFolder(async (path) => {
    for (const inline of [true, false]) {
      const store = await openSqliteStore({ path, inline });
      const inHand = addUser(store, `user-${inline}`);
      await Promise.all([store.close(), store.close()]);
      assert.equal(typeof await inHand, "number");
      const refusal = { name: "ChungError", code: "unavailable" };
      await assert.rejects(addUser(store, "late"), refusal);
      await assert.rejects(store.findAccount("late"), refusal);
    }
  });
});

async function refused(path: string, parts: string[]): Promise<void> {
  await assert.rejects(openSqliteStore({ path }), (error: Error) => {
    for (const part of parts) assert.ok(error.message.includes(part), error.message);
    assert.ok(!error.message.includes("\n"), error.message);
    return true;
  });
}

function change(folder: string, sql: string): void {
  const database = new DatabaseSync(`${folder}/chung.db`);
  database.exec(sql);
  database.close();
}

/** Null when there is no such file. */
function content(file: string): Uint8Array | null {
  try {
    return Deno.readFileSync(file);
  } catch {
    return null;
  }
}

function names(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map((entry) => entry.name).sort();
}
