import assert from "node:assert/strict";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { restoreBackup } from "../../../lib/backup/restore_backup.ts";
import { BackupFlags } from "../../../lib/backup/schedule/backup_flags.ts";
import { BackupThread } from "../../../lib/backup/schedule/backup_thread.ts";
import { prepareBackup } from "../../../lib/backup/prepare_backup.ts";
import { withFolder } from "../../folder.ts";
import { addMessage, START } from "../../store/each_store.ts";
import { withSqliteStore } from "../../store/sqlite/with_sqlite_store.ts";
import { filesIn, makeData } from "../backup_of.ts";

Deno.test("a server's thread makes backups beside its store, of which nobody waits", async () => {
  await withFolder(async (folder) => {
    const data = await makeData(folder);
    const identity = await generateX25519Identity();
    const recipients = [null, await identityToRecipient(identity)];
    await withSqliteStore({ path: data }, async (store) => {
      for (const [index, recipient] of recipients.entries()) {
        const thread = new BackupThread(data, recipient);
        const scratch = await Deno.makeTempDir({ dir: folder });
        const target = join(folder, `backup ${index}`);
        let turns = 0;
        const timer = setInterval(() => turns++, 1);
        await thread.make({ scratch, target, madeAt: START }).finally(() => clearInterval(timer));
        assert(turns > 0);
        const { id } = await addMessage(store, 1, 1, "goes on");
        const written = (await Deno.open(target)).readable;
        const restored = join(folder, `restored ${index}`);
        const manifest = await restoreBackup({ written, identities: identity, data: restored });
        assert.equal(manifest.tables.chats.last_id, id - 1);
      }
      const missing = new BackupThread(join(folder, "none"), null);
      const scratch = await Deno.makeTempDir({ dir: folder });
      await assert.rejects(
        missing.make({ scratch, target: join(folder, "x"), madeAt: START }),
        /none\/chung.db can't be copied/,
      );
    });
  });
});

Deno.test("a backup that is stopped fails, and leaves the database to its server", async () => {
  await withFolder(async (folder) => {
    const data = await makeData(folder);
    const thread = new BackupThread(data, null);
    const scratch = await Deno.makeTempDir({ dir: folder });
    const made = thread.make({ scratch, target: join(folder, "target"), madeAt: START });
    thread.stop();
    await assert.rejects(made, /stopped|terminated/);
    assert(!filesIn(folder).includes("target"));
    // At every stage, by its own thread.
    const stages = new Set<string>();
    for (let stopAt = 1; stages.size < 3; stopAt++) {
      let calls = 0;
      const request = { data, recipient: null, madeAt: START };
      const prepared = prepareBackup(
        { ...request, scratch: await Deno.makeTempDir({ dir: folder }) },
        (stage) => {
          if (++calls < stopAt) return;
          stages.add(stage);
          throw new Error("it was stopped");
        },
      );
      await assert.rejects(prepared, /it was stopped/);
    }
    await withSqliteStore({ path: data, inline: true }, async (store) => {
      await addMessage(store, 1, 1);
    });
    assert.deepEqual(filesIn(data).filter((name) => /-wal$|running/.test(name)), []);
  });
});

Deno.test("flags are seen through the memory that two threads share", () => {
  const flags = new BackupFlags();
  const other = new BackupFlags(flags.shared);
  assert.deepEqual([other.stopped, other.reading], [false, false]);
  flags.stop();
  other.reading = true;
  assert.deepEqual([other.stopped, flags.reading], [true, true]);
});
