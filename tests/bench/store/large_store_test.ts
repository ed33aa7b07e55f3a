import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";
import type { Store } from "../../../lib/store/store.ts";
import { withFolder } from "../../folder.ts";
import { findMessages } from "../../store/each_store.ts";
import { LARGE_STORE, makeLargeStore } from "./large_store.ts";
import { RARE_WORD } from "./large_store_texts.ts";
import { projectsOf } from "../../store/each_store.ts";

const SIZE = { limit: 1_000, bytes: 1024 * 1024 };

async function withLargeStore(
  messages: number,
  test: (store: Store, database: DatabaseSync) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    await makeLargeStore(folder, messages);
    const store = await openSqliteStore({ path: folder, inline: true });
    const database = new DatabaseSync(`${folder}/chung.db`, { readOnly: true });
    try {
      await test(store, database);
    } finally {
      database.close();
      await store.close();
    }
  });
}

Deno.test("a large store is sound, and its members have read what their rooms say", () =>
  withLargeStore(20_000, async (store, database) => {
    assert.equal(database.prepare("PRAGMA integrity_check").get()!.integrity_check, "ok");
    assert.equal(database.prepare("PRAGMA foreign_key_check").get(), undefined);
    const { room, last, ordinal } = database.prepare(
      "SELECT room_id AS room, max(id) AS last, ordinal FROM chats WHERE room_id = 7",
    ).get()!;
    assert.deepEqual([room, last, ordinal], [7, 19_997, 2_000]);
    const counted = database.prepare(
      `SELECT count(*) AS unread FROM chats JOIN members ON project_id = room_id
       WHERE user_id = ? AND room_id = 7 AND chats.id > last_read_id AND chats.user <> user_id`,
    );
    for (let userId = 61; userId <= 70; userId++) {
      const [project, ...others] = await projectsOf(store, userId);
      assert.deepEqual(others, []);
      assert.equal(project.unread, counted.get(userId)!.unread);
    }
    assert.equal((await projectsOf(store, 1)).length, LARGE_STORE.rooms);
  }));

Deno.test("a large store is searched and goes on like any other", () =>
  withLargeStore(20_000, async (store, database) => {
    const rare = database.prepare(
      "SELECT id FROM chats WHERE room_id = 2 AND message LIKE ? ORDER BY id DESC",
    ).all(`%${RARE_WORD}%`).map(({ id }) => id);
    assert.ok(rare.length > 0);
    const found = await findMessages(store, 2, RARE_WORD, SIZE);
    assert.deepEqual(found.map(({ id }) => id), rare);
    const said = { projectId: 2, userId: 11, text: `${RARE_WORD}!`, at: Date.now(), tag: null };
    const { message, ordinal } = await store.write("addMessage", said).promise();
    assert.deepEqual([message.id, ordinal], [20_001, 2_001]);
    const again = await findMessages(store, 2, RARE_WORD, SIZE);
    assert.deepEqual(again.map(({ id }) => id), [20_001, ...rare]);
  }));

Deno.test("a large store of no messages is an empty one", () =>
  withLargeStore(0, async (store) => {
    assert.deepEqual((await store.messagesBefore(1, null, SIZE)).messages, []);
    const { message } = await store.write("addMessage", {
      projectId: 1,
      userId: 1,
      text: "a",
      at: Date.now(),
      tag: null,
    }).promise();
    assert.equal(message.id, 1);
  }));
