import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { DatabasePlace, identifyFiles } from "../../../lib/store/sqlite/database_place.ts";
import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";
import { addMessage, addProject, addUser, refusal, WHOLE } from "../each_store.ts";
import { clockOf } from "../../clock_of.ts";
import { withFolder } from "../../folder.ts";

/** A data folder in use, `data`, beside another server's, `other`. */
interface Folders {
  data: string;
  other: string;
  away: string;
}

interface Change {
  title: string;
  make(folders: Folders): Promise<void>;
  /** Puts things back; null when they are gone. */
  undo: ((folders: Folders) => Promise<void>) | null;
}

const changes: Change[] = [
  {
    title: "the folder is deleted",
    make: ({ data }) => Deno.remove(data, { recursive: true }),
    undo: null,
  },
  {
    title: "the folder is moved away",
    make: ({ data, away }) => Deno.rename(data, away),
    undo: ({ data, away }) => Deno.rename(away, data),
  },
  {
    title: "another database's folder is in its place",
    async make({ data, other, away }) {
      await Deno.rename(data, away);
      await Deno.rename(other, data);
    },
    async undo({ data, other, away }) {
      await Deno.rename(data, other);
      await Deno.rename(away, data);
    },
  },
  {
    title: "another database is copied over it",
    async make({ data, other, away }) {
      await Deno.rename(`${data}/chung.db`, away);
      await Deno.copyFile(`${other}/chung.db`, `${data}/chung.db`);
    },
    undo: ({ data, away }) => Deno.rename(away, `${data}/chung.db`),
  },
  {
    title: "its WAL is deleted",
    make: ({ data }) => Deno.remove(`${data}/chung.db-wal`),
    undo: null,
  },
];

function texts(path: string): string[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare("SELECT message FROM chats ORDER BY id").all();
  database.close();
  return rows.map(({ message }) => String(message));
}

async function makeOther(folder: string): Promise<void> {
  const store = await openSqliteStore({ path: folder, inline: true });
  await addProject(store, await addUser(store, "mallory"));
  await addMessage(store, 1, 1, "of another server");
  await store.close();
}

async function withFolders(test: (folders: Folders) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const folders = { data: `${folder}/data`, other: `${folder}/other`, away: `${folder}/away` };
    await makeOther(folders.other);
    await test(folders);
  });
}

for (const { title, make, undo } of changes) {
  // Guard (storage): nothing is acknowledged that goes to files which are no longer in the data folder
  Deno.test(`a store refuses to write when ${title}, and tells once`, {
    ignore: Deno.build.os === "windows",
  }, () =>
    withFolders(async (folders) => {
      const reports: string[] = [];
      let time = 0;
      const store = await openSqliteStore({
        path: folders.data,
        inline: true,
        clock: clockOf(() => time),
        report: (line) => reports.push(line),
      });
      await addProject(store, await addUser(store, "alice"));
      await addMessage(store, 1, 1, "before");
      await make(folders);
      time += 100;
      for (let i = 0; i < 3; i++) {
        await assert.rejects(addMessage(store, 1, 1, "refused"), refusal("unavailable"));
        time += 1;
      }
      assert.equal(reports.length, 1);
      assert.match(reports[0], /chung\.db/);
      // What was stored can still be read.
      const { messages } = await store.messagesAfter(1, 0, WHOLE);
      assert.deepEqual(messages.map(({ message }) => message), ["before"]);
      if (undo !== null) {
        await undo(folders);
        await addMessage(store, 1, 1, "after");
        assert.deepEqual(reports.slice(1), ["the database can be written again"]);
      }
      await store.close();
      if (undo !== null) assert.deepEqual(texts(`${folders.data}/chung.db`), ["before", "after"]);
    }));
}

Deno.test("a store that is closed while another server's folder is in its place leaves it alone", {
  ignore: Deno.build.os === "windows",
}, () =>
  withFolders(async ({ data, other, away }) => {
    const store = await openSqliteStore({ path: data, inline: true });
    await addProject(store, await addUser(store, "alice"));
    await addMessage(store, 1, 1, "before");
    await Deno.rename(data, away);
    await Deno.rename(other, data);
    const theirs = await openSqliteStore({ path: data, inline: true });
    await addMessage(theirs, 1, 1, "meanwhile");
    await store.close();
    await addMessage(theirs, 1, 1, "afterwards");
    const names = [...Deno.readDirSync(data)].map(({ name }) => name);
    for (const name of ["chung.db-wal", "chung.running"]) assert(names.includes(name), name);
    await theirs.close();
    assert.deepEqual(texts(`${data}/chung.db`), ["of another server", "meanwhile", "afterwards"]);
    assert.deepEqual(texts(`${away}/chung.db`), ["before"]);
  }));

Deno.test("DatabasePlace looks after a pause and once a second, and no more often", {
  ignore: Deno.build.os === "windows",
}, () =>
  withFolder(async (folder) => {
    const path = `${folder}/chung.db`;
    const make = () => Deno.writeTextFile(path, "");
    await make();
    await Deno.writeTextFile(`${path}-wal`, "");
    let time = 0;
    const place = new DatabasePlace(path, identifyFiles(path), clockOf(() => time));
    place.assertKept();
    await Deno.rename(path, `${folder}/away`);
    for (time = 99; time < 1_000; time += 99) place.assertKept();
    time = 1_000;
    assert.throws(() => place.assertKept(), refusal("unavailable"));
    await make();
    assert.throws(() => place.assertKept(), refusal("unavailable"), "a new file is another one");
    await Deno.rename(`${folder}/away`, path);
    place.assertKept();
    await Deno.remove(path);
    time += 99;
    place.assertKept();
    time += 100;
    assert.throws(() => place.assertKept(), refusal("unavailable"));
  }));
