// Creates a data folder with this many messages, much faster than by sending them.
//   deno run -A tests/bench/store/large_store.ts FOLDER [MESSAGES]
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";
import { inlinePasswords } from "../../auth/inline_passwords.ts";
import { indexColumns, largeStoreTexts, TEXTS } from "./large_store_texts.ts";

/**
 * Projects 1 to `rooms`; project n has the users `user…` numbered for its `members` places, and `user0`, who owns all.
 */
export const LARGE_STORE = { rooms: 10, members: 10, password: "matkhau-123" };

/** The period over which the messages are spread, up to now. */
const MILLISECONDS = 2 * 365 * 24 * 60 * 60 * 1_000;
/** Members have read all but up to this many messages of their room, each a different number. */
const MOST_UNREAD = 100;

/**
 * Creates a data folder whose database has the real schema, the rooms of LARGE_STORE and this many messages of 4 to 20
 * words, all indexed for search. Ten million take a minute or two, and 2 GB.
 */
export async function makeLargeStore(folder: string, messages: number): Promise<void> {
  const start = Date.now() - MILLISECONDS;
  await makeRooms(folder, start);
  const database = new DatabaseSync(join(folder, "chung.db"), {
    enableForeignKeyConstraints: false,
  });
  try {
    // Nothing else uses the folder, and after a failure it is created anew.
    database.exec(`
      PRAGMA journal_mode = DELETE;
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA cache_size = -1000000;
      PRAGMA temp_store = MEMORY;
      BEGIN;
    `);
    makeTexts(database);
    addMessages(database, messages, start);
    index(database, messages);
    markRead(database);
    database.exec(`
      COMMIT;
      PRAGMA locking_mode = NORMAL;
      PRAGMA journal_mode = WAL;
    `);
  } finally {
    database.close();
  }
  // Unflushed writes would slow down the next measurement.
  using file = await Deno.open(join(folder, "chung.db"), { write: true });
  await file.sync();
}

async function makeRooms(folder: string, at: number): Promise<void> {
  const { rooms, members, password } = LARGE_STORE;
  const passwordHash = await inlinePasswords(4).hash(password);
  const store = await openSqliteStore({ path: folder });
  const usernames = Array.from({ length: rooms * members }, (_, index) => `user${index}`);
  for (const username of usernames) {
    await store.write("createUser", { username, passwordHash, at }).promise();
  }
  for (let room = 0; room < rooms; room++) {
    const named = { name: `room ${room + 1}`, ownerId: 1, at, tag: null };
    const { project } = await store.write("createProject", named).promise();
    const inRoom = usernames.slice(room * members, (room + 1) * members);
    await store.write("addMembers", { projectId: project.id, actorId: 1, usernames: inRoom, at })
      .promise();
  }
  await store.close();
}

/** Creates the table of texts with their index columns for each room. */
function makeTexts(database: DatabaseSync): void {
  database.exec(`
    CREATE TEMP TABLE texts (id INTEGER PRIMARY KEY, message TEXT);
    CREATE TEMP TABLE words (
      room INTEGER, text INTEGER, exact TEXT, folded TEXT, PRIMARY KEY (room, text)
    ) WITHOUT ROWID;
  `);
  const addText = database.prepare("INSERT INTO texts VALUES (?, ?)");
  const addWords = database.prepare("INSERT INTO words VALUES (?, ?, ?, ?)");
  for (const [id, text] of largeStoreTexts().entries()) {
    addText.run(id, text);
    for (let room = 1; room <= LARGE_STORE.rooms; room++) {
      addWords.run(room, id, ...indexColumns(text, room));
    }
  }
}

/** An SQL expression for a pseudo-random number from 0 to 2^25 - 1 for message `n`, the same in each run. */
const chance = (n: string) => `(${n} * 2654435761 >> 7 & 0x1ffffff)`;
/** An SQL expression for the text of message `n`; the last digit selects its author. */
const textOf = (n: string) => `${chance(n)} / ${LARGE_STORE.members} % ${TEXTS}`;

/** Adds messages to the rooms in turn. */
function addMessages(database: DatabaseSync, messages: number, start: number): void {
  const { rooms, members } = LARGE_STORE;
  // Without the lines of activity that tell of the members: the rooms' messages are numbered from 1.
  database.exec(`
    DELETE FROM chats;
    DELETE FROM sqlite_sequence WHERE name = 'chats';
    UPDATE members SET last_read_id = 0;
    WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers LIMIT ${messages})
    INSERT INTO chats (id, room_id, user, message, timestamp, ordinal)
    SELECT n + 1, n % ${rooms} + 1, n % ${rooms} * ${members} + ${chance("n")} % ${members} + 1,
      message, ${start} + n * ${MILLISECONDS} / ${messages}, n / ${rooms} + 1
    FROM numbers CROSS JOIN texts ON texts.id = ${textOf("n")};
    UPDATE projects SET last_message_id = (SELECT max(id) FROM chats WHERE room_id = projects.id)
  `);
}

/**
 * Builds a single index segment, which is what the server's merging converges to, and on a high level: on a lower one,
 * the next messages would cause an immediate merge of the whole segment.
 */
function index(database: DatabaseSync, messages: number): void {
  const command = (name: string, value = 0) =>
    database.exec(`INSERT INTO chats_index (chats_index, rank) VALUES ('${name}', ${value})`);
  command("hashsize", 256 * 1024 * 1024);
  command("automerge", 0);
  database.exec(`
    INSERT INTO chats_index (rowid, exact, folded)
    SELECT c.id, exact, folded
    FROM chats c CROSS JOIN words ON words.room = c.room_id AND words.text = ${textOf("(c.id - 1)")}
    ORDER BY c.id;
    UPDATE search_progress SET indexed_id = ${messages};
  `);
  // Segments on several levels are merged to the second level above the topmost one.
  for (let raise = 1; raise <= 3; raise++) {
    database.exec(`INSERT INTO chats_index (rowid, exact, folded) VALUES (${-raise}, 'a', 'a')`);
    command("optimize");
  }
  database.exec("DELETE FROM chats_index WHERE rowid < 0");
  command("optimize");
  // Restore the defaults.
  command("hashsize", 1024 * 1024);
  command("automerge", 4);
}

/** Sets each member's read mark near the end of its room, each to a different message. */
function markRead(database: DatabaseSync): void {
  const unread = `user_id * 7 % ${MOST_UNREAD}`;
  database.exec(`
    WITH newest AS MATERIALIZED (
      SELECT id AS room, (SELECT max(id) FROM chats WHERE room_id = projects.id) AS last FROM projects
    )
    UPDATE members SET
      last_read_id = max(0, last - ${unread} * ${LARGE_STORE.rooms}),
      read_offset = max(0, (SELECT ordinal FROM chats WHERE id = last) - ${unread})
    FROM newest WHERE room = project_id AND last IS NOT NULL;
    UPDATE members SET read_offset = read_offset + (
      SELECT count(*) FROM chats
      WHERE room_id = project_id AND id > last_read_id AND chats.user = user_id
    );
  `);
}

if (import.meta.main) {
  const [folder, messages = "10000000"] = Deno.args;
  await makeLargeStore(folder, Number(messages));
}
