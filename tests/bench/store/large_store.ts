// A data folder with so many messages, made in a fraction of the time in which they could be sent.
//   deno run -A tests/bench/store/large_store.ts FOLDER [MESSAGES]
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";
import { inlinePasswords } from "../../auth/inline_passwords.ts";
import { indexColumns, largeStoreTexts, TEXTS } from "./large_store_texts.ts";

/** Projects 1 to `rooms`; project n has the users `user…` of the next `members` places, and `user0`, who owns all. */
export const LARGE_STORE = { rooms: 10, members: 10, password: "matkhau-123" };

/** What the messages are spread over in time, up to now. */
const MILLISECONDS = 2 * 365 * 24 * 60 * 60 * 1_000;
/** The members have read all but so many messages of their room, each another number. */
const MOST_UNREAD = 100;

/**
 * Makes a data folder whose database has the real schema, the rooms of LARGE_STORE and so many messages in them, of
 * 4 to 20 words, all of them in the search index. Ten million take a minute or two, and 2 GB.
 */
export async function makeLargeStore(folder: string, messages: number): Promise<void> {
  const start = Date.now() - MILLISECONDS;
  await makeRooms(folder, start);
  const database = new DatabaseSync(join(folder, "chung.db"), {
    enableForeignKeyConstraints: false,
  });
  try {
    // Nothing else has the folder, and should this fail, it is made anew.
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
  // What is still to be written would slow whatever is measured next.
  using file = await Deno.open(join(folder, "chung.db"), { write: true });
  await file.sync();
}

async function makeRooms(folder: string, at: number): Promise<void> {
  const { rooms, members, password } = LARGE_STORE;
  const passwordHash = await inlinePasswords(4).hash(password);
  const store = await openSqliteStore({ path: folder });
  const usernames = Array.from({ length: rooms * members }, (_, index) => `user${index}`);
  for (const username of usernames) {
    await store.createUser({ username, passwordHash, at }).promise();
  }
  for (let room = 0; room < rooms; room++) {
    const named = { name: `room ${room + 1}`, ownerId: 1, at, tag: null };
    const { project } = await store.createProject(named).promise();
    const inRoom = usernames.slice(room * members, (room + 1) * members);
    await store.addMembers({ projectId: project.id, actorId: 1, usernames: inRoom, at }).promise();
  }
  await store.close();
}

/** What is said, and how the index has it in each room. */
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

/** SQL for a number from 0 to 2^25 - 1 for message `n`, as good as by chance and the same in each run. */
const chance = (n: string) => `(${n} * 2654435761 >> 7 & 0x1ffffff)`;
/** SQL for the text of message `n`; its author takes the last digit. */
const textOf = (n: string) => `${chance(n)} / ${LARGE_STORE.members} % ${TEXTS}`;

/** The rooms take turns. */
function addMessages(database: DatabaseSync, messages: number, start: number): void {
  const { rooms, members } = LARGE_STORE;
  database.exec(`
    WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers LIMIT ${messages})
    INSERT INTO chats (id, room_id, user, message, timestamp, ordinal)
    SELECT n + 1, n % ${rooms} + 1, n % ${rooms} * ${members} + ${chance("n")} % ${members} + 1,
      message, ${start} + n * ${MILLISECONDS} / ${messages}, n / ${rooms} + 1
    FROM numbers CROSS JOIN texts ON texts.id = ${textOf("n")}
  `);
}

/**
 * In one segment, which is what the server's merging of small ones tends to, and on the level that a large one is on:
 * on a lower one, the next messages would have it merged with theirs, at once and whole.
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
  // All that is on several levels is merged to the second level above the topmost.
  for (let raise = 1; raise <= 3; raise++) {
    database.exec(`INSERT INTO chats_index (rowid, exact, folded) VALUES (${-raise}, 'a', 'a')`);
    command("optimize");
  }
  database.exec("DELETE FROM chats_index WHERE rowid < 0");
  command("optimize");
  // As they are by default.
  command("hashsize", 1024 * 1024);
  command("automerge", 4);
}

/** Each member has read its room up to one of the newest messages, each to another. */
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
