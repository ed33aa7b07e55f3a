import assert from "node:assert/strict";
import { join } from "node:path";
import { restoreBackup } from "../../lib/backup/restore_backup.ts";
import type { Message } from "../../lib/model/message.ts";
import { MIGRATIONS } from "../../lib/store/sqlite/startup/migrations.ts";
import { withFolder } from "../folder.ts";
import { addMessage, findMessages, projectsOf, WHOLE } from "../store/each_store.ts";
import { withSqliteStore } from "../store/sqlite/with_sqlite_store.ts";

const FIXTURES = join(import.meta.dirname!, "../fixtures");

const texts = (messages: Message[]) =>
  messages.map(({ id, user, message, edited_at, deleted }) => {
    const state = deleted ? " deleted" : edited_at ? " edited" : "";
    return `${id} ${user}: ${message}${state}`;
  });

const MESSAGES = ["1 lan: chào @binh", "2 binh: chào chị edited", "3 lan:  deleted"];

/** Backups are in the repository for every version but the newest, whose server makes them itself. */
const VERSIONS = Array.from(
  { length: Math.max(MIGRATIONS.length - 1, 6) },
  (_, version) => version + 1,
);

for (const version of VERSIONS) {
  Deno.test(`a backup of schema version ${version} is restored, and brought up to date`, async () => {
    await withFolder(async (folder) => {
      const data = join(folder, "data");
      const file = await Deno.open(join(FIXTURES, `schema_${version}.tar.gz`));
      const manifest = await restoreBackup({ written: file.readable, identities: null, data });
      assert.equal(manifest.schemaVersion, version);
      assert.deepEqual(manifest.tables.chats, {
        rows: version >= 4 ? 5 : 4,
        last_id: version >= 4 ? 10 : 9,
      });
      await withSqliteStore({ path: data, inline: true }, async (store) => {
        assert.equal((await store.findAccount("lan"))?.role, "admin");
        const page = await store.messagesBefore(1, null, WHOLE);
        const line = version >= 4 ? ["10 lan: "] : [];
        assert.deepEqual(texts(page.messages), [...MESSAGES, ...line]);
        assert.deepEqual(await store.listMembers(1), [
          { username: "lan", role: "owner", ...version >= 6 && { name: "Nguyễn Thị Lan" } },
          { username: "binh", role: "member" },
        ]);
        const kho = (await projectsOf(store, 2)).find(({ name }) => name === "Kho")!;
        assert.equal(kho.archived ?? false, version >= 3);
        const { tasks } = (await store.listTasks(1, { status: null, next: null, size: WHOLE }))!;
        assert.deepEqual(tasks.map(({ title }) => title), version >= 5 ? ["trả lời khách"] : []);
        // Ids go on after the last one that was ever given.
        assert.equal((await addMessage(store, 1, 1)).id, version >= 4 ? 11 : 10);
        const found = await findMessages(store, 1, "chao", WHOLE);
        assert.deepEqual(texts(found), MESSAGES.slice(0, 2).reverse());
      });
    });
  });
}
