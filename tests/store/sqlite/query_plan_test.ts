import assert from "node:assert/strict";
import { DatabaseSync, StatementSync } from "node:sqlite";
import { InlineRunner } from "../../../lib/store/sqlite/writer_thread/inline_runner.ts";
import { migrate } from "../../../lib/store/sqlite/startup/migrations.ts";
import { Reader } from "../../../lib/store/sqlite/reads/reader.ts";
import { Search } from "../../../lib/store/sqlite/search/search.ts";
import { SearchIndexer } from "../../../lib/store/sqlite/search/search_indexer.ts";
import { WriteQueue } from "../../../lib/store/write_queue.ts";
import type { SqliteWrites } from "../../../lib/store/sqlite/writes/sqlite_writes.ts";
import { Writer } from "../../../lib/store/sqlite/writes/writer.ts";

/** A database that records the SQL of every prepared statement. */
class NotingDatabase extends DatabaseSync {
  readonly statements: string[] = [];

  override prepare(sql: string): StatementSync {
    this.statements.push(sql);
    return super.prepare(sql);
  }
}

/** The statements that a store prepares. */
function statements(): { database: DatabaseSync; statements: string[] } {
  const database = new NotingDatabase(":memory:");
  migrate(database, "test");
  database.statements.length = 0;
  new Reader(database);
  const queue = new WriteQueue<SqliteWrites>(new InlineRunner(new Writer(database)), () => {});
  new SearchIndexer(queue, database);
  new Search(database);
  return { database, statements: [...database.statements] };
}

function plan(database: DatabaseSync, sql: string): string[] {
  return database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all().map(({ detail }) => String(detail));
}

Deno.test("a store searches by an index in every statement, and scans no table", () => {
  const { database, statements: all } = statements();
  assert.ok(all.length > 50, `${all.length}`);
  for (const sql of all) {
    // The plan of an insert into a parent table includes a search for its children that runs only while a foreign key
    // is broken.
    if (/^INSERT INTO (users|projects) /.test(sql)) continue;
    for (const step of plan(database, sql)) {
      // FTS5 is queried by rowid or by match, and its words from one to another; their count reads those alone.
      if (/^SCAN chats_index VIRTUAL TABLE INDEX \d+:(=|M)/.test(step)) continue;
      // A page of projects was chosen in the same statement.
      if (step === "SCAN page") continue;
      // The names that a search was narrowed to.
      if (step.startsWith("SCAN json_each VIRTUAL TABLE")) continue;
      if (/^SCAN (temp\.indexed_words VIRTUAL TABLE INDEX 1537:|\(subquery-1\))/.test(step)) {
        continue;
      }
      assert.doesNotMatch(step, /^SCAN /, sql);
      // A page is read in order, not sorted first, except the few columns by which a person's projects are.
      if (sql.includes("LIMIT") && !sql.includes("WITH page")) {
        assert.doesNotMatch(step, /TEMP B-TREE/, sql);
      }
    }
  }
  database.close();
});

Deno.test("a store never counts what is unread", () => {
  const { database, statements: all } = statements();
  const list = all.filter((sql) => sql.includes("AS last_ordinal"));
  assert.equal(list.length, 1);
  const ofMessages = plan(database, list[0]).filter((step) => /chats|last/.test(step));
  assert.deepEqual(ofMessages, [
    "SEARCH last USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN",
  ]);
  database.close();
});

Deno.test("a store counts what was read since the last mark in the index alone, but for the lines of activity", () => {
  const { database, statements: all } = statements();
  const sql = all.find((statement) => statement.includes("AS messages\n"))!;
  assert.deepEqual(plan(database, sql), [
    "SEARCH chats USING COVERING INDEX chats_by_room (room_id=? AND id>? AND id<?)",
    "SCALAR SUBQUERY 1",
    "SEARCH chats USING INDEX chats_activity (room_id=? AND id>? AND id<?)",
  ]);
  database.close();
});
