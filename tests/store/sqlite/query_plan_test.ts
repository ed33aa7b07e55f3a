import assert from "node:assert/strict";
import { DatabaseSync, StatementSync } from "node:sqlite";
import { migrate } from "../../../lib/store/sqlite/migrations.ts";
import { Reader } from "../../../lib/store/sqlite/reader.ts";
import { Writer } from "../../../lib/store/sqlite/writer.ts";

/** A database that notes the SQL of every statement that is prepared. */
class NotingDatabase extends DatabaseSync {
  readonly statements: string[] = [];

  override prepare(sql: string): StatementSync {
    this.statements.push(sql);
    return super.prepare(sql);
  }
}

Deno.test("Reader and Writer search by an index in every statement, and scan no table", () => {
  using database = new NotingDatabase(":memory:");
  migrate(database, "test");
  database.statements.length = 0;
  new Reader(database);
  new Writer(database);
  assert.ok(database.statements.length > 20);
  for (const sql of [...database.statements]) {
    // The plan of a new parent row shows a search for its children that runs only while a foreign key is broken.
    if (/^INSERT INTO (users|projects) /.test(sql)) continue;
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    for (const { detail } of plan) {
      assert.doesNotMatch(String(detail), /^SCAN /, sql);
    }
  }
});

Deno.test("Reader counts unread messages in the index alone", () => {
  using database = new NotingDatabase(":memory:");
  migrate(database, "test");
  database.statements.length = 0;
  new Reader(database);
  const sql = database.statements.find((statement) => statement.includes("AS unread"))!;
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all().map((row) => String(row.detail));
  const counting = "SEARCH chats USING COVERING INDEX chats_by_room (room_id=? AND id>?)";
  assert.ok(plan.includes(counting), plan.join("\n"));
});
