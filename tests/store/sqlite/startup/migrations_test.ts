import assert from "node:assert/strict";
import { nameKey } from "../../../../lib/model/accounts/name_key.ts";
import { storedSecret } from "../../../../lib/model/accounts/stored_secret.ts";
import { DatabaseSync } from "node:sqlite";
import { NO_FILTERS } from "../../../../lib/model/search_filters.ts";
import { migrate, MIGRATIONS } from "../../../../lib/store/sqlite/startup/migrations.ts";
import { Reader } from "../../../../lib/store/sqlite/reads/reader.ts";
import { Search } from "../../../../lib/store/sqlite/search/search.ts";
import { Writer } from "../../../../lib/store/sqlite/writes/writer.ts";
import { WHOLE } from "../../each_store.ts";
import { clockOf } from "../../../clock_of.ts";

const NEXT = [
  ...MIGRATIONS,
  "ALTER TABLE users ADD COLUMN email TEXT; UPDATE users SET email = ''",
];

function version(database: DatabaseSync): unknown {
  return database.prepare("PRAGMA user_version").get()!.user_version;
}

Deno.test("migrate takes only the steps that are missing, and keeps what is stored", () => {
  using database = new DatabaseSync(":memory:");
  migrate(database, "test");
  assert.equal(version(database), MIGRATIONS.length);
  database.exec("INSERT INTO users (username, password, created_at) VALUES ('alice', '', 0)");
  for (let i = 0; i < 2; i++) {
    migrate(database, "test", NEXT);
    assert.equal(version(database), NEXT.length);
    const row = database.prepare("SELECT username, email FROM users").get();
    assert.deepEqual({ ...row }, { username: "alice", email: "" });
  }
});

/** How version 1 counted unread messages. */
const UNREAD_IN_VERSION_1 = `
  SELECT user_id, project_id, (SELECT count(*) FROM chats WHERE room_id = project_id
    AND id > last_read_id AND user <> user_id AND deleted_at IS NULL) AS unread
  FROM members ORDER BY user_id, project_id`;

Deno.test("migrate numbers the messages of version 1 and keeps what is unread", () => {
  const database = new DatabaseSync(":memory:");
  migrate(database, "test", MIGRATIONS.slice(0, 1));
  const people = [1, 2, 3];
  const rooms = [1, 2, 3];
  for (const id of people) {
    database.exec(`INSERT INTO users (username, password, created_at) VALUES ('user${id}', '', 0)`);
  }
  for (const id of rooms) {
    database.exec(`INSERT INTO projects (name, owner, created_at) VALUES ('room ${id}', 1, 0)`);
    for (const person of people) {
      // Some have read nothing, one has read everything.
      const mark = (person - 1) * 30;
      database.exec(`INSERT INTO members VALUES (${id}, ${person}, 0, ${mark})`);
    }
  }
  for (let i = 0; i < 60; i++) {
    // The third room stays empty.
    const deleted = i % 7 === 0 ? "5" : "NULL";
    database.exec(`INSERT INTO chats (room_id, user, message, timestamp, deleted_at)
      VALUES (${1 + i % 2}, ${1 + i % 3}, 'lời ${i}', ${i}, ${deleted})`);
  }
  const before = database.prepare(UNREAD_IN_VERSION_1).all().map((row) => row.unread);
  assert.ok(new Set(before).size > 3);
  migrate(database, "test");

  const reader = new Reader(database);
  const unread = people.flatMap((person) =>
    reader.listProjects({ userId: person, limit: 10, before: null })!.projects
      .sort((a, b) => a.id - b.id).map(({ unread }) => unread)
  );
  assert.deepEqual(unread, before);
  const ordinals = (room: number) =>
    database.prepare("SELECT ordinal FROM chats WHERE room_id = ? ORDER BY id").all(room)
      .map((row) => row.ordinal);
  const numbers = Array.from({ length: 30 }, (_, i) => i + 1);
  assert.deepEqual([ordinals(1), ordinals(2)], [numbers, numbers]);

  const writer = new Writer(database);
  const input = { projectId: 2, userId: 1, text: "mới", at: 99, tag: null };
  const [added, more] = writer.apply([
    { name: "addMessage", input },
    { name: "indexMessages", input: {} },
  ]).map((result) => result.ok && result.value as Record<string, unknown>);
  assert.equal((added as { ordinal: number }).ordinal, 31);
  assert.equal(more, false);
  const searches = new Search(database, { clock: clockOf(() => 0) });
  const search = (query: string) =>
    searches.start({ projectId: 1, userId: 1, query, filters: NO_FILTERS, size: WHOLE }).work()!
      .messages
      .map(({ message }) => message);
  assert.deepEqual(search("loi 2"), ["lời 2", "lời 26", "lời 24", "lời 22", "lời 20"]);
  assert.deepEqual(search("loi 28"), []);
  writer.close();
});

Deno.test("migrate keeps the last message of each project of version 3", () => {
  using database = new DatabaseSync(":memory:");
  migrate(database, "test", MIGRATIONS.slice(0, 3));
  database.exec(`
    INSERT INTO users (username, password, created_at) VALUES ('alice', '', 0);
    INSERT INTO projects (name, owner, created_at, creator) VALUES ('One', 1, 0, 1), ('Two', 1, 0, 1);
    INSERT INTO members (project_id, user_id, added_at) VALUES (1, 1, 0), (2, 1, 0);
    INSERT INTO chats (room_id, user, message, timestamp, ordinal)
    VALUES (1, 1, 'một', 1, 1), (1, 1, 'hai', 2, 2);
  `);
  migrate(database, "test");
  const { projects } = new Reader(database).listProjects({ userId: 1, limit: 9, before: null })!;
  const last = projects.sort((a, b) => a.id - b.id).map(({ last_message }) =>
    last_message?.message
  );
  assert.deepEqual(last, ["hai", undefined]);
});

Deno.test("migrate leaves the database at the last good step when one fails halfway", () => {
  using database = new DatabaseSync(":memory:");
  const failing = [...NEXT, "CREATE TABLE halfway (id INTEGER); INSERT INTO nowhere VALUES (1)"];
  assert.throws(() => migrate(database, "test", failing), /no such table: nowhere/);
  assert.equal(version(database), NEXT.length);
  assert.throws(() => database.prepare("SELECT * FROM halfway"), /no such table: halfway/);
  migrate(database, "test", NEXT);
});

Deno.test("migrate refuses a newer version and another program's tables, and changes nothing", () => {
  using newer = new DatabaseSync(":memory:");
  migrate(newer, "test", NEXT);
  const versions = new RegExp(
    `test has schema version ${NEXT.length}.* up to ${MIGRATIONS.length}:`,
  );
  assert.throws(() => migrate(newer, "test"), versions);
  assert.equal(version(newer), NEXT.length);

  using other = new DatabaseSync(":memory:");
  other.exec("CREATE TABLE notes (text TEXT)");
  assert.throws(() => migrate(other, "test"), /test is not a database of Chung/);
  assert.equal(version(other), 0);
});

Deno.test("the schema holds the tables and references of the contract", () => {
  using database = new DatabaseSync(":memory:");
  migrate(database, "test");
  const columns = {
    users: ["id", "username", "password", "role"],
    projects: ["id", "name", "owner"],
    chats: ["id", "room_id", "user", "message", "timestamp"],
  };
  for (const [table, expected] of Object.entries(columns)) {
    const rows = database.prepare(`SELECT name FROM pragma_table_info('${table}')`).all();
    const names = rows.map((row) => row.name);
    assert.deepEqual(expected.filter((name) => !names.includes(name)), [], table);
    const { sql } = database.prepare("SELECT sql FROM sqlite_schema WHERE name = ?").get(table)!;
    assert.match(String(sql), /id INTEGER PRIMARY KEY AUTOINCREMENT/);
  }
  const references = (table: string) =>
    database.prepare(`SELECT "from" || ' ' || "table" AS reference FROM pragma_foreign_key_list(?)`)
      .all(table).map((row) => row.reference).sort();
  assert.deepEqual(references("projects"), ["creator users", "owner users"]);
  assert.deepEqual(references("chats"), ["room_id projects", "task_id tasks", "user users"]);
});

Deno.test("migrate adds tasks to version 4, whose messages have none", () => {
  using database = new DatabaseSync(":memory:");
  migrate(database, "test", MIGRATIONS.slice(0, 4));
  database.exec(`INSERT INTO users (username, password, created_at) VALUES ('alice', '', 0);
    INSERT INTO projects (name, owner, created_at) VALUES ('room', 1, 0);
    INSERT INTO members VALUES (1, 1, 0, 0, 0);
    INSERT INTO chats (room_id, user, message, timestamp, ordinal) VALUES (1, 1, 'lời', 5, 1)`);
  migrate(database, "test");
  const { messages } = new Reader(database).pages.before(1, null, WHOLE);
  assert.deepEqual(messages.map(({ id, message, task_id }) => [id, message, task_id]), [
    [1, "lời", undefined],
  ]);
  const [made] = new Writer(database).apply([
    { name: "promoteMessage", input: { messageId: 1, userId: 1, maxTitle: 255, at: 9 } },
  ]);
  assert(made.ok);
  const [promoted] = new Reader(database).pages.before(1, null, WHOLE).messages;
  assert.equal(promoted.task_id, 1);
});

// Guard (accounts): a database of an earlier version keeps no session's secret once it is migrated, and its tokens go on.
Deno.test("migrate hashes the sessions of version 5, and gives users the keys of their names", () => {
  using database = new DatabaseSync(":memory:");
  migrate(database, "test", MIGRATIONS.slice(0, 5));
  database.exec(`INSERT INTO users (username, password, created_at) VALUES ('Alice', '', 0);
    INSERT INTO sessions (id, user_id, created_at, expires_at) VALUES ('a-secret', 1, 0, 9)`);
  migrate(database, "test");
  const reader = new Reader(database);
  assert.equal(reader.accounts.findSession("a-secret"), null);
  assert.equal(reader.accounts.findSession(storedSecret("a-secret"))?.user.username, "Alice");
  const { username_key } = database.prepare("SELECT username_key FROM users").get()!;
  assert.equal(username_key, nameKey("Alice"));
});
