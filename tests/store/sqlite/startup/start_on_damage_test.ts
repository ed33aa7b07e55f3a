import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { openSqliteStore } from "../../../../lib/store/sqlite/open_sqlite_store.ts";
import { migrate } from "../../../../lib/store/sqlite/startup/migrations.ts";
import { readWal } from "../../../../lib/store/sqlite/startup/wal_reader.ts";
import { addMessage, addUser } from "../../each_store.ts";
import { withFolder } from "../../../folder.ts";
import { withSqliteStore } from "../with_sqlite_store.ts";
import {
  FRAME,
  garble,
  type KilledFolder,
  textsAfterStart,
  withKilledFolder,
} from "./crash_copy.ts";

const size = (path: string) => Deno.statSync(path).size;
const frames = (wal: string) => (size(wal) - 32) / FRAME;

/** Damage that a crash may leave, and the number of messages that may be missing: those whose commit was cut short. */
const CRASHES: Record<string, [missing: number, (killed: KilledFolder) => void]> = {
  "a kill": [0, () => {}],
  "a kill within the next write": [0, ({ wal }) => {
    const bytes = Deno.readFileSync(wal);
    const torn = bytes.slice(-FRAME, -1_000);
    Deno.writeFileSync(wal, torn, { append: true });
  }],
  "a power cut that tore the last write": [1, ({ wal, shm }) => {
    Deno.removeSync(shm);
    Deno.truncateSync(wal, size(wal) - 1_000);
  }],
  "a power cut that lost the beginning of the last write": [1, ({ wal, shm }) => {
    Deno.removeSync(shm);
    garble(wal, 32 + (frames(wal) - lastCommit(wal)) * FRAME + 100);
  }],
  "a loss of the -shm file": [0, ({ shm }) => Deno.removeSync(shm)],
  "a damaged -shm file": [0, ({ shm }) => garble(shm, 0, 4_096)],
  "a kill of a server of the version before, without a mark": [
    0,
    ({ mark }) => Deno.removeSync(mark),
  ],
  "a WAL whose beginning was never synced": [12, ({ wal, shm }) => {
    Deno.removeSync(shm);
    Deno.writeFileSync(wal, new Uint8Array(size(wal)));
  }],
};

/** The number of frames in the last commit. */
function lastCommit(wal: string): number {
  const bytes = Deno.readFileSync(wal);
  const pages = (frame: number) => new DataView(bytes.buffer).getUint32(32 + frame * FRAME + 4);
  let length = 1;
  while (pages(frames(wal) - 1 - length) === 0) length++;
  return length;
}

for (const [name, [missing, crash]] of Object.entries(CRASHES)) {
  // Guard (storage): a store starts from whatever a crash leaves
  Deno.test(`a store starts after ${name}, with all that was acknowledged`, () =>
    withKilledFolder(async (killed) => {
      crash(killed);
      const expected = killed.acknowledged.slice(0, killed.acknowledged.length - missing);
      assert.deepEqual(await textsAfterStart(killed.folder).catch(alone(missing)), expected);
      // And once more, after a clean shutdown.
      assert.deepEqual(await textsAfterStart(killed.folder).catch(alone(missing)), expected);
    }));
}

/** When everything is missing, the project is too. */
function alone(missing: number) {
  return (error: unknown): string[] => {
    if (missing < 12) throw error;
    return [];
  };
}

/** Damage that no crash leaves, and the message of the refusal. */
const DAMAGES: Record<string, [(killed: KilledFolder) => void, RegExp]> = {
  "a frame in the midst of the WAL is damaged": [({ wal, shm }) => {
    Deno.removeSync(shm);
    garble(wal, 32 + 5 * FRAME + 100);
  }, /chung\.db-wal is damaged, and at least \d+ commits behind frame \d+ are lost: put a backup/],
  "the head of a frame in the midst of the WAL is damaged": [({ wal, shm }) => {
    Deno.removeSync(shm);
    garble(wal, 32 + 5 * FRAME, 16);
  }, /chung\.db-wal is damaged, and at least \d+ commits/],
  "the last frame of the WAL is damaged, and the -shm file knows it": [
    ({ wal }) => garble(wal, size(wal) - 100),
    /chung\.db-wal is damaged, \d+ of \d+ frames can be read/,
  ],
  "the WAL is cut short, and the -shm file knows it": [
    ({ wal }) => Deno.truncateSync(wal, 32 + 3 * FRAME),
    /chung\.db-wal is damaged, \d of \d+ frames can be read/,
  ],
  "the head of the WAL is damaged": [
    ({ wal }) => garble(wal, 8),
    /chung\.db-wal is damaged, it has no header/,
  ],
  "the WAL is missing": [
    ({ wal }) => Deno.removeSync(wal),
    /chung\.db-wal, which holds what was stored last, is missing: put it back.* remove .*chung\.running$/,
  ],
  "WAL and -shm file are missing": [({ wal, shm }) => {
    Deno.removeSync(wal);
    Deno.removeSync(shm);
  }, /chung\.db-wal, which holds what was stored last, is missing/],
  "the database file is cut short, and the WAL has the rest of it not": [
    ({ file }) => Deno.truncateSync(file, 8_192),
    /chung\.db.* (is damaged|malformed)/,
  ],
  "the first page of the database is damaged": [
    ({ file, wal, mark }) => {
      Deno.removeSync(wal);
      Deno.removeSync(mark);
      garble(file, 0, 100);
    },
    /chung\.db can't be used: file is not a database/,
  ],
  "a table's first page is damaged": [
    ({ file }) => garble(file, (REQUEST_TAGS_PAGE - 1) * 4_096, 64),
    /chung\.db can't be used: database disk image is malformed/,
  ],
  "it is of a newer version": [
    ({ file }) => garble(file, 63, 1),
    /chung\.db has schema version \d{3}/,
  ],
};

/** No message of these tests has a tag, so the WAL doesn't contain this page. */
const REQUEST_TAGS_PAGE = rootOf("request_tags");

/** A digest, because a diff of large files takes minutes; null when there is no such file. */
function content(file: string): string | null {
  try {
    return createHash("sha256").update(Deno.readFileSync(file)).digest("hex");
  } catch {
    return null;
  }
}

function rootOf(table: string): number {
  const database = new DatabaseSync(":memory:");
  migrate(database, "test");
  const { rootpage } = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?")
    .get(table)!;
  database.close();
  return rootpage as number;
}

for (const [name, [damage, expected]] of Object.entries(DAMAGES)) {
  // Guard (storage): what no crash leaves is refused, and not touched
  Deno.test(`a store refuses to start and changes nothing when ${name}`, () =>
    withKilledFolder(async ({ folder, file, wal, shm, mark }) => {
      const kept = [file, wal, mark];
      damage({ folder, file, wal, shm, mark, acknowledged: [] });
      const before = kept.map(content);
      // Also the second time: nothing was silently repaired.
      for (let i = 0; i < 2; i++) {
        await assert.rejects(openSqliteStore({ path: folder }), (error: Error) => {
          assert.match(error.message, expected);
          assert(!error.message.includes("\n"), error.message);
          return true;
        });
        assert.deepEqual(kept.map(content), before);
      }
    }));
}

Deno.test("a store takes what an earlier run of the log left behind for no damage", () =>
  withKilledFolder(
    async ({ folder, wal, acknowledged }) => {
      const { frames: current, commitsBehind } = readWal(wal);
      assert(current < frames(wal), "the log has begun anew");
      assert.equal(commitsBehind, 0);
      assert.deepEqual(await textsAfterStart(folder), acknowledged);
    },
    400,
    (i) => `${i} `.padEnd(12_000, "x"),
  ));

Deno.test("a store refuses a database file that was cut by half, and keeps the WAL that belongs to it", () =>
  withKilledFolder(
    async ({ folder, file, wal }) => {
      Deno.truncateSync(file, size(file) / 2);
      const before = [content(file), content(wal)];
      for (let i = 0; i < 2; i++) {
        await assert.rejects(
          openSqliteStore({ path: folder }),
          /chung\.db can't be used: .*malformed/,
        );
        assert.deepEqual([content(file), content(wal)], before);
      }
    },
    400,
    (i) => `${i} `.padEnd(12_000, "x"),
  ));

Deno.test("a store starts without a WAL when its operator has removed the mark", () =>
  withKilledFolder(async ({ folder, wal, mark }) => {
    Deno.removeSync(wal);
    await assert.rejects(openSqliteStore({ path: folder }), /remove/);
    Deno.removeSync(mark);
    const store = await openSqliteStore({ path: folder });
    await addUser(store, "bob");
    await store.close();
  }));

for (const left of ["token_secret", "chung.running", "chung.db-wal"]) {
  // Guard (storage): no new database is made where one was
  Deno.test(`a store refuses to begin anew where ${left} says that there was a database, until it is removed`, () =>
    withFolder(async (folder) => {
      Deno.writeTextFileSync(`${folder}/${left}`, "");
      for (let i = 0; i < 2; i++) {
        await assert.rejects(openSqliteStore({ path: folder }), (error: Error) => {
          assert(
            error.message.includes(`chung.db is missing, and ${folder}/${left}`),
            error.message,
          );
          assert.match(error.message, /to begin anew.*remove what is left$/);
          return true;
        });
      }
      Deno.removeSync(`${folder}/${left}`);
      await withSqliteStore({ path: folder }, async (store) => void await addUser(store, "alice"));
    }));
}

Deno.test("the mark of a running server is there only while the WAL is, so that a kill never leaves it alone", async () => {
  await withFolder(async (folder) => {
    const wal = `${folder}/chung.db-wal`;
    const seen: string[] = [];
    const { writeFileSync, removeSync } = Deno;
    const note = (step: string, path: string | URL) => {
      if (`${path}`.endsWith("chung.running")) {
        seen.push(`${step}, WAL ${size(wal) === 0 ? "empty" : "full"}`);
      }
    };
    try {
      Deno.writeFileSync = (path, ...rest) => {
        note("made", path);
        writeFileSync(path, ...rest);
      };
      Deno.removeSync = (path, ...rest) => {
        note("removed", path);
        removeSync(path, ...rest);
      };
      for (let i = 0; i < 2; i++) {
        await withSqliteStore({ path: folder, inline: true }, async (store) => {
          if (i === 0) await addUser(store, "alice");
          if (i === 0) {
            await store.write("createProject", { name: "p", ownerId: 1, at: 0, tag: null })
              .promise();
          }
          await addMessage(store, 1, 1);
        });
      }
      // The state that a kill would leave.
      Deno.writeTextFileSync(wal, "");
      writeFileSync(`${folder}/chung.running`, new Uint8Array());
      await withSqliteStore({ path: folder, inline: true }, () => Promise.resolve());
    } finally {
      Object.assign(Deno, { writeFileSync, removeSync });
    }
    const run = ["made, WAL empty", "removed, WAL empty"];
    assert.deepEqual(seen, [...run, ...run, "removed, WAL empty", ...run]);
  });
});

Deno.test("a store starts on a backup in another journal mode, also when it was killed while it changed that", async () => {
  await withFolder(async (root) => {
    const [made, killed] = [`${root}/made`, `${root}/killed`];
    await withSqliteStore({ path: made }, async (store) => {
      const userId = await addUser(store, "alice");
      await store.write("createProject", { name: "p", ownerId: userId, at: 0, tag: null })
        .promise();
      await addMessage(store, 1, 1, "here");
    });
    const database = new DatabaseSync(`${made}/chung.db`);
    database.exec("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN");
    // Part of it is written before the commit, which never happens in the copy.
    for (let i = 0; i < 200; i++) {
      database.prepare("INSERT INTO users (username, password, created_at) VALUES (?, ?, 0)")
        .run(`user-${i}`, "x".repeat(1_000));
    }
    Deno.mkdirSync(killed);
    for (const name of ["chung.db", "chung.db-journal"]) {
      Deno.copyFileSync(`${made}/${name}`, `${killed}/${name}`);
    }
    database.exec("ROLLBACK");
    database.close();
    for (const folder of [made, killed]) {
      assert.deepEqual(await textsAfterStart(folder), ["here"]);
      await withSqliteStore({ path: folder, inline: true }, async (store) => {
        assert.equal(await store.findAccount("user-1"), null);
      });
    }
  });
});
