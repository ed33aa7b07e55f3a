import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { openWriterConnection } from "../../../../lib/store/sqlite/connections.ts";
import { migrate } from "../../../../lib/store/sqlite/startup/migrations.ts";
import { readWal } from "../../../../lib/store/sqlite/startup/wal_reader.ts";
import { RoomCache } from "../../../../lib/store/sqlite/writes/room_cache.ts";
import { Writer } from "../../../../lib/store/sqlite/writes/writer.ts";
import type { SqliteWriteRequest } from "../../../../lib/store/sqlite/writes/sqlite_writes.ts";
import { START } from "../../each_store.ts";
import { withFolder } from "../../../folder.ts";

/** Creates a writer, and user 1 as the owner of project 1. */
function prepared(database = new DatabaseSync(":memory:")): Writer {
  migrate(database, "test");
  const writer = new Writer(database);
  const results = writer.apply([
    { name: "createUser", input: { username: "alice", passwordHash: "hash", at: START } },
    { name: "createProject", input: { name: "Website", ownerId: 1, at: START, tag: null } },
  ]);
  assert.deepEqual(results.map((result) => result.ok), [true, true]);
  return writer;
}

function message(text: string, tag: string | null = null): SqliteWriteRequest {
  return { name: "addMessage", input: { projectId: 1, userId: 1, text, at: START, tag } };
}

function texts(database: DatabaseSync): unknown[] {
  return database.prepare("SELECT message FROM chats ORDER BY id").all().map((row) => row.message);
}

/** How each write of a batch ended: "ok", a protocol code, or the name of another error. */
function outcomes(writer: Writer, batch: SqliteWriteRequest[]): string[] {
  return writer.apply(batch).map((result) => {
    if (result.ok) return "ok";
    return result.failure.kind === "chung" ? result.failure.code : result.failure.message;
  });
}

Deno.test("Writer.apply keeps the other writes of a batch when one breaks a constraint", () => {
  const database = new DatabaseSync(":memory:");
  const writer = prepared(database);
  const orphan: SqliteWriteRequest = {
    name: "createSession",
    input: { id: "jti", userId: 99, at: START, expiresAt: 1 },
  };
  assert.deepEqual(outcomes(writer, [message("one"), orphan, message("two")]), [
    "ok",
    "FOREIGN KEY constraint failed",
    "ok",
  ]);
  assert.deepEqual(texts(database), ["one", "two"]);
  writer.close();
});

Deno.test("Writer.apply keeps what it knows of the rooms when a removal is refused", () => {
  const database = new DatabaseSync(":memory:");
  const writer = prepared(database);
  const { forget } = RoomCache.prototype;
  let forgotten = 0;
  RoomCache.prototype.forget = function () {
    forgotten++;
    forget.call(this);
  };
  try {
    const removal = (actorId: number): SqliteWriteRequest => ({
      name: "removeMember",
      input: { projectId: 1, actorId, username: "bob", at: START },
    });
    const join: SqliteWriteRequest[] = [
      { name: "createUser", input: { username: "bob", passwordHash: "hash", at: START } },
      {
        name: "addMembers",
        input: { projectId: 1, actorId: 1, usernames: ["bob"], at: START },
      },
    ];
    assert.deepEqual(outcomes(writer, [message("one"), ...join]), ["ok", "ok", "ok"]);
    assert.deepEqual(outcomes(writer, [removal(99)]), ["not_a_member"]);
    assert.equal(forgotten, 0);
    assert.deepEqual(outcomes(writer, [removal(1), message("two")]), ["ok", "ok"]);
    assert.equal(forgotten, 1);
  } finally {
    RoomCache.prototype.forget = forget;
  }
  writer.close();
});

Deno.test("Writer.apply undoes all of a write that fails halfway, its tag too", () => {
  const database = new DatabaseSync(":memory:");
  const writer = prepared(database);
  database.exec(`CREATE TRIGGER halfway BEFORE INSERT ON request_tags WHEN NEW.tag = 'bad'
    BEGIN SELECT raise(ABORT, 'tag refused'); END`);
  assert.deepEqual(
    outcomes(writer, [message("one", "good"), message("lost", "bad"), message("two")]),
    [
      "ok",
      "tag refused",
      "ok",
    ],
  );
  assert.deepEqual(texts(database), ["one", "two"]);
  database.exec("DROP TRIGGER halfway");
  assert.deepEqual(outcomes(writer, [message("one", "good"), message("stored now", "bad")]), [
    "ok",
    "ok",
  ]);
  assert.deepEqual(texts(database), ["one", "two", "stored now"]);
  writer.close();
});

Deno.test("Writer.apply goes by what is stored, not by what a rolled back batch had made of it", () => {
  const database = new DatabaseSync(":memory:");
  const writer = prepared(database);
  const later: SqliteWriteRequest = {
    name: "addMessage",
    input: { projectId: 1, userId: 1, text: "lost", at: START + 1_000, tag: "bad" },
  };
  database.exec(`CREATE TRIGGER halfway BEFORE INSERT ON request_tags
    BEGIN SELECT raise(ABORT, 'tag refused'); END`);
  assert.deepEqual(outcomes(writer, [message("one"), later, message("two")]), [
    "ok",
    "tag refused",
    "ok",
  ]);
  const rows = database.prepare("SELECT ordinal, timestamp FROM chats ORDER BY id").all();
  assert.deepEqual(rows.map((row) => ({ ...row })), [
    { ordinal: 1, timestamp: START },
    { ordinal: 2, timestamp: START },
  ]);
  const { read_offset } = database.prepare("SELECT read_offset FROM members").get()!;
  assert.equal(read_offset, 2, "one's own messages are not unread to oneself");
  writer.close();
});

Deno.test("Writer.apply refuses the message of somebody who wrote before and was removed, in the same batch too", () => {
  const database = new DatabaseSync(":memory:");
  const writer = prepared(database);
  const bob: SqliteWriteRequest = {
    name: "addMessage",
    input: { projectId: 1, userId: 2, text: "hi", at: START, tag: null },
  };
  const setUp: SqliteWriteRequest[] = [
    { name: "createUser", input: { username: "bob", passwordHash: "hash", at: START } },
    { name: "addMembers", input: { projectId: 1, actorId: 1, usernames: ["bob"], at: START } },
    bob,
  ];
  assert.deepEqual(outcomes(writer, setUp), ["ok", "ok", "ok"]);
  const remove: SqliteWriteRequest = {
    name: "removeMember",
    input: { projectId: 1, actorId: 1, username: "bob", at: START },
  };
  assert.deepEqual(outcomes(writer, [bob, remove, bob]), ["ok", "ok", "not_a_member"]);
  assert.deepEqual(outcomes(writer, [bob]), ["not_a_member"]);
  writer.close();
});

Deno.test("Writer.apply rolls nothing back when a write is refused", () => {
  const database = new DatabaseSync(":memory:");
  const writer = prepared(database);
  let transactions = 0;
  const exec = database.exec.bind(database);
  database.exec = (sql) => {
    if (sql.startsWith("BEGIN")) transactions++;
    exec(sql);
  };
  const refused: SqliteWriteRequest = {
    name: "addMessage",
    input: { projectId: 7, userId: 1, text: "hi", at: START, tag: null },
  };
  assert.deepEqual(outcomes(writer, [message("one"), refused, message("two")]), [
    "ok",
    "project_not_found",
    "ok",
  ]);
  assert.equal(transactions, 1);
  writer.close();
});

Deno.test("Writer.apply answers unavailable when the disk is full, and goes on when it is not", () => {
  const database = new DatabaseSync(":memory:");
  const writer = prepared(database);
  const { page_count } = database.prepare("PRAGMA page_count").get() as { page_count: number };
  database.exec(`PRAGMA max_page_count = ${page_count + 2}`);
  const long = message("x".repeat(16_000));
  assert.deepEqual(outcomes(writer, [message("one"), long, message("two")]), [
    "ok",
    "unavailable",
    "ok",
  ]);
  database.exec("PRAGMA max_page_count = 100000");
  assert.deepEqual(outcomes(writer, [long]), ["ok"]);
  assert.deepEqual(texts(database), ["one", "two", "x".repeat(16_000)]);
  writer.close();
});

// Guard (storage): a commit that failed leaves nothing in the WAL
Deno.test("Writer.apply leaves nothing of a commit that failed in the WAL when it goes on", async () => {
  await withFolder((folder) => {
    const path = `${folder}/chung.db`;
    const database = openWriterConnection(path);
    const writer = prepared(database);
    for (const text of ["one", "two"]) assert.deepEqual(outcomes(writer, [message(text)]), ["ok"]);
    const before = readWal(`${path}-wal`).frames;
    const exec = database.exec.bind(database);
    let failing = true;
    database.exec = (sql) => {
      if (sql === "COMMIT" && failing) throw new Error("disk I/O error");
      exec(sql);
    };
    assert.deepEqual(outcomes(writer, [message("lost"), message("too")]), [
      "unavailable",
      "unavailable",
    ]);
    failing = false;
    assert.deepEqual(outcomes(writer, [message("three")]), ["ok"]);
    const { frames, commitsBehind } = readWal(`${path}-wal`);
    assert(frames < before, `${frames} frames, of which ${before} were there before`);
    assert.equal(commitsBehind, 0);
    assert.deepEqual(texts(database), ["one", "two", "three"]);
    writer.close();
    return Promise.resolve();
  });
});

Deno.test("Writer.apply writes nothing any more once the database has turned out to be damaged", () => {
  const database = new DatabaseSync(":memory:");
  const writer = prepared(database);
  const exec = database.exec.bind(database);
  const damaged = Object.assign(new Error("database disk image is malformed"), { errcode: 11 });
  database.exec = (sql) => {
    if (sql === "COMMIT") throw damaged;
    exec(sql);
  };
  assert.deepEqual(outcomes(writer, [message("one"), message("two")]), [
    damaged.message,
    damaged.message,
  ]);
  // Writes handed over before that was known.
  database.exec = exec;
  assert.deepEqual(outcomes(writer, [message("three")]), [damaged.message]);
  assert.deepEqual(texts(database), []);
  writer.close();
});

Deno.test("Writer.apply answers unavailable to a whole batch when another has the database", async () => {
  await withFolder((folder) => {
    const path = `${folder}/chung.db`;
    const database = openWriterConnection(path);
    const writer = prepared(database);
    database.exec("PRAGMA busy_timeout = 0");
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    assert.deepEqual(outcomes(writer, [message("one"), message("two")]), [
      "unavailable",
      "unavailable",
    ]);
    other.exec("ROLLBACK");
    other.close();
    assert.deepEqual(outcomes(writer, [message("three")]), ["ok"]);
    assert.deepEqual(texts(database), ["three"]);
    writer.close();
    return Promise.resolve();
  });
});

Deno.test("openWriterConnection asks for what makes a commit outlive a power cut", async () => {
  await withFolder((folder) => {
    const database = openWriterConnection(`${folder}/chung.db`);
    const value = (name: string) => database.prepare(`PRAGMA ${name}`).get()![name];
    assert.equal(value("journal_mode"), "wal");
    assert.equal(value("synchronous"), 2);
    assert.equal(value("fullfsync"), 1);
    assert.equal(value("foreign_keys"), 1);
    database.close();
    return Promise.resolve();
  });
});
