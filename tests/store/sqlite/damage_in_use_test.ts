import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";
import type { Store } from "../../../lib/store/store.ts";
import {
  addMessage,
  addProject,
  addUser,
  findMessages,
  refusal,
  START,
  WHOLE,
} from "../each_store.ts";
import { withFolder } from "../../folder.ts";
import { withSqliteStore } from "./with_sqlite_store.ts";
import { garble } from "./startup/crash_copy.ts";

const MESSAGES = 100;
const DAMAGE = refusal("unavailable", /^the database is damaged: its operator has to put a backup/);

/** Runs a test with a store in which one of the messages is on a damaged page, the 50th. */
async function withDamage(
  inline: boolean,
  test: (store: Store, reports: string[], path: string) => Promise<void>,
): Promise<void> {
  await withFolder(async (path) => {
    await withSqliteStore({ path, inline: true }, async (store) => {
      await addProject(store, await addUser(store, "alice"));
      for (let i = 0; i < MESSAGES; i++) await addMessage(store, 1, 1, `${i} `.padEnd(990, "x"));
      await findMessages(store, 1, "anything", WHOLE);
    });
    const file = `${path}/chung.db`;
    const database = new DatabaseSync(file, { readOnly: true });
    const pages = database.prepare(
      "SELECT pageno FROM dbstat WHERE name = 'chats' AND pagetype = 'leaf' ORDER BY path",
    ).all().map(({ pageno }) => pageno as number);
    database.close();
    garble(file, (pages[Math.floor(pages.length / 2)] - 1) * 4_096, 64);
    const reports: string[] = [];
    const store = await openSqliteStore({ path, inline, report: (line) => reports.push(line) });
    try {
      await test(store, reports, path);
    } finally {
      await store.close();
    }
  });
}

function told(reports: string[], path: string): void {
  assert.deepEqual(reports, [
    `the database ${path}/chung.db is damaged (database disk image is malformed): nothing is written to it any more; ` +
    "stop the server and put a backup in its place",
  ]);
}

for (const inline of [true, false]) {
  const way = inline ? "inline" : "with a writer thread";
  // Guard (storage): damage found in use is reported once and ends writing
  Deno.test(`a store that reads a damaged page answers unavailable, tells once, and takes no more writes, ${way}`, () =>
    withDamage(inline, async (store, reports, path) => {
      await addMessage(store, 1, 1, "before it is known");
      for (let i = 0; i < 3; i++) await assert.rejects(store.messagesAfter(1, 0, WHOLE), DAMAGE);
      await assert.rejects(addMessage(store, 1, 1), DAMAGE);
      await assert.rejects(addUser(store, "bob"), DAMAGE);
      // Undamaged pages can be read.
      assert.equal((await store.findAccount("alice"))?.id, 1);
      const newest = await store.messagesBefore(1, null, { limit: 1, bytes: 1_000 });
      assert.equal(newest.messages[0].message, "before it is known");
      told(reports, path);
    }));

  Deno.test(`a store whose write meets a damaged page answers unavailable, tells once, and takes no more, ${way}`, () =>
    withDamage(inline, async (store, reports, path) => {
      const edit = () =>
        store.write("editMessage", { messageId: MESSAGES / 2, userId: 1, text: "new", at: START })
          .promise();
      // In one batch: none of it is stored.
      const batch = [addMessage(store, 1, 1, "one"), edit(), addMessage(store, 1, 1, "two")];
      const outcomes = await Promise.allSettled(batch);
      assert.deepEqual(outcomes.map(({ status }) => status), Array(3).fill("rejected"));
      await assert.rejects(edit(), DAMAGE);
      await assert.rejects(addMessage(store, 1, 1), DAMAGE);
      const last = await store.messagesBefore(1, null, { limit: 1, bytes: 1_000 });
      assert.match(last.messages[0].message, /^99 /);
      told(reports, path);
    }));
}
