import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { mentionsIn } from "../../lib/model/mention.ts";
import { token, wordsIn } from "../../lib/store/sqlite/search/search_text.ts";

/** Queries for rows that must not exist: one half of what belongs to a transaction. */
const VIOLATIONS: Readonly<Record<string, string>> = {
  "a reference without its row": "PRAGMA foreign_key_check",
  "a gap in a room's ordinals": `SELECT * FROM (
    SELECT id, ordinal, count(*) FILTER (WHERE activity IS NULL)
      OVER (PARTITION BY room_id ORDER BY id) AS n FROM chats
  ) WHERE ordinal <> n`,
  "a last message that is another": `SELECT p.id FROM projects p WHERE p.last_message_id IS NOT
    (SELECT max(id) FROM chats WHERE room_id = p.id AND activity IS NULL)`,
  "a line of activity that was changed": `SELECT id FROM chats WHERE activity IS NOT NULL
    AND (message <> '' OR edited_at IS NOT NULL OR deleted_at IS NOT NULL)`,
  "a timestamp that goes back": `SELECT * FROM (
    SELECT id, timestamp, lag(timestamp) OVER (PARTITION BY room_id ORDER BY id) AS before FROM chats
  ) WHERE timestamp < before`,
  "an edit or deletion without its number, or the reverse": `SELECT c.id, m.id
    FROM chats c LEFT JOIN message_changes m ON m.message_id = c.id AND m.room_id = c.room_id
    WHERE (c.edited_at IS NULL AND c.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM tasks WHERE message_id = c.id)) <> (m.id IS NULL)`,
  "a change of a task without its line, or the reverse": `SELECT c.id, t.id
    FROM (SELECT json_extract(activity, '$.task.change.id') AS change, id
      FROM chats WHERE activity LIKE '{"task"%') c
    FULL JOIN (SELECT id FROM task_changes
      WHERE change <> 'notes' AND NOT (change = 'status' AND from_value = to_value)
        AND (change <> 'import' OR task_id IN
          (SELECT result_id FROM request_tags WHERE action = 'import_tasks'))) t ON t.id = c.change
    WHERE c.id IS NULL OR t.id IS NULL`,
  "a task that is not as its last change left it": `SELECT t.id FROM tasks t
    WHERE t.status <> coalesce((SELECT to_value FROM task_changes
      WHERE task_id = t.id AND change = 'status' ORDER BY id DESC LIMIT 1), 'todo')
    OR t.title <> coalesce((SELECT to_value FROM task_changes
      WHERE task_id = t.id AND change = 'title' ORDER BY id DESC LIMIT 1), t.title)
    OR (t.deleted_at IS NULL) <> coalesce((SELECT change = 'restore' FROM task_changes
      WHERE task_id = t.id AND change IN ('delete', 'restore') ORDER BY id DESC LIMIT 1), 1)
    OR NOT EXISTS (SELECT 1 FROM task_changes WHERE task_id = t.id AND change IN ('new', 'import'))`,
  "an import in part, or without its tag": `SELECT 1 FROM (
    SELECT (SELECT count(*) FROM task_changes WHERE change = 'import') AS made,
      (SELECT coalesce(sum(c.to_value), 0) FROM request_tags t
        JOIN task_changes c ON c.task_id = t.result_id AND c.change = 'import'
        WHERE t.action = 'import_tasks') AS asked) WHERE made <> asked`,
  "two tasks in one place": `SELECT position FROM tasks WHERE deleted_at IS NULL
    GROUP BY project_id, status, position HAVING count(*) > 1`,
  "a tag of no task": `SELECT t.tag FROM request_tags t LEFT JOIN tasks ON tasks.id = t.result_id
    WHERE t.action IN ('new_task', 'import_tasks') AND tasks.id IS NULL`,
  "a change of no message": `SELECT m.id FROM message_changes m
    LEFT JOIN chats c ON c.id = m.message_id AND c.room_id = m.room_id WHERE c.id IS NULL`,
  "text of a deleted message":
    "SELECT id FROM chats WHERE deleted_at IS NOT NULL AND message <> ''",
  "an edit before its message": "SELECT id FROM chats WHERE edited_at < timestamp",
  "an unread count that is none": `SELECT * FROM (
    SELECT m.project_id, m.user_id, m.read_offset,
      coalesce((SELECT max(ordinal) FROM chats WHERE room_id = m.project_id), 0) - m.read_offset AS unread,
      (SELECT count(*) FROM chats WHERE room_id = m.project_id AND id > m.last_read_id
        AND user <> m.user_id AND deleted_at IS NULL AND activity IS NULL) AS counted
    FROM members m) WHERE unread <> counted`,
  "a tag of no message":
    `SELECT t.tag FROM request_tags t LEFT JOIN chats c ON c.id = t.result_id AND c.user = t.user_id
    WHERE t.action = 'chat' AND c.id IS NULL`,
  "a message without its tag": `SELECT c.id FROM chats c
    LEFT JOIN request_tags t ON t.action = 'chat' AND t.result_id = c.id WHERE t.tag IS NULL AND c.activity IS NULL`,
  "a tag of no project":
    `SELECT t.tag FROM request_tags t LEFT JOIN projects p ON p.id = t.result_id
    WHERE t.action = 'new_project' AND p.id IS NULL`,
  "a project whose owner is no member": `SELECT p.id FROM projects p
    LEFT JOIN members m ON m.project_id = p.id AND m.user_id = p.owner WHERE m.user_id IS NULL`,
  "a mark behind the newest message": `SELECT m.user_id FROM members m
    WHERE m.last_read_id > coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'chats'), 0)`,
  "an index that is ahead": `SELECT indexed_id FROM search_progress
    WHERE indexed_id > (SELECT coalesce(max(id), 0) FROM chats)`,
};

/**
 * Checks that no transaction is stored in part. `PRAGMA integrity_check` also checks the search index's own structure.
 * @param database may be read-only
 */
export function assertSound(database: DatabaseSync): void {
  assert.equal(database.prepare("PRAGMA integrity_check").get()!.integrity_check, "ok");
  for (const [name, sql] of Object.entries(VIOLATIONS)) {
    const rows = database.prepare(sql).all();
    assert.deepEqual(rows.slice(0, 3), [], name);
  }
  assertMentions(database);
}

/** Checks that unread messages of others have exactly the mentions that their texts contain. */
function assertMentions(database: DatabaseSync): void {
  const mentioned = database.prepare(
    "SELECT user_id || ' ' || message_id AS mention FROM mentions ORDER BY mention",
  ).all().map(({ mention }) => mention);
  const candidates = database.prepare(
    `SELECT c.id, c.message, m.user_id, lower(u.username) AS username
     FROM members m JOIN users u ON u.id = m.user_id JOIN chats c ON c.room_id = m.project_id
     WHERE c.id > m.last_read_id AND c.user <> m.user_id AND c.message LIKE '%@' || u.username || '%'`,
  ).all();
  const expected = candidates
    .filter(({ message, username }) =>
      mentionsIn(message as string, (name) => name === username).length > 0
    )
    .map(({ user_id, id }) => `${user_id} ${id}`);
  assert.deepEqual(mentioned, expected.sort(), "mentions");
}

/** Checks that the index has exactly the words of the messages, up to its progress. */
export function assertIndexed(database: DatabaseSync): void {
  database.exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, chats_index, instance)");
  const inIndex = new Set(
    database.prepare(
      "SELECT doc || ' ' || col || ' ' || offset || ' ' || term AS word FROM temp.words",
    )
      .all().map(({ word }) => word as string),
  );
  database.exec("DROP TABLE temp.words");
  let expected = 0;
  const rows = database.prepare(
    "SELECT id, room_id, message FROM chats WHERE id <= (SELECT indexed_id FROM search_progress)",
  ).all() as { id: number; room_id: number; message: string }[];
  for (const { id, room_id, message } of rows) {
    for (const [place, word] of wordsIn(message).entries()) {
      for (const form of ["exact", "folded"] as const) {
        const indexed = `${id} ${form} ${place} ${token(room_id, word[form])}`;
        assert(inIndex.has(indexed), `the search index lacks ${indexed}`);
        expected++;
      }
    }
  }
  assert.equal(inIndex.size, expected, "the search index has words that nothing says");
}
