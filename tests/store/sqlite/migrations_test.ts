import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { migrate, MIGRATIONS } from "../../../lib/store/sqlite/migrations.ts";

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
  assert.deepEqual(references("projects"), ["owner users"]);
  assert.deepEqual(references("chats"), ["room_id projects", "user users"]);
});
