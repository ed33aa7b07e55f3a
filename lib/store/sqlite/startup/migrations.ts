import type { DatabaseSync } from "node:sqlite";
import { ACCOUNTS_SCHEMA } from "./accounts_schema.ts";
import { addSchemaFunctions } from "./schema_functions.ts";
import { ROOMS_SCHEMA } from "./rooms_schema.ts";
import { TASKS_SCHEMA } from "./tasks_schema.ts";

/** The `PRAGMA application_id` that marks a database as Chung's: "Chng" in ASCII. */
export const APPLICATION_ID = 0x43686e67;

/**
 * The steps of the schema: entry N migrates from version N to N + 1 (`PRAGMA user_version`). Released entries never
 * change; a new version is a new entry. Times are in Unix milliseconds, except `sessions.expires_at`, which is in
 * seconds as in the token.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    username TEXT NOT NULL UNIQUE COLLATE NOCASE,
    password TEXT NOT NULL,
    role TEXT NOT NULL DEFAULT 'user' CHECK (role IN ('user', 'admin')),
    created_at INTEGER NOT NULL,
    disabled_at INTEGER
  ) STRICT;

  CREATE TABLE projects (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    owner INTEGER NOT NULL REFERENCES users (id),
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX projects_by_owner ON projects (owner);

  -- The owner is a member too; who the owner is stands in projects alone.
  CREATE TABLE members (
    project_id INTEGER NOT NULL REFERENCES projects (id),
    user_id INTEGER NOT NULL REFERENCES users (id),
    added_at INTEGER NOT NULL,
    last_read_id INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (project_id, user_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX members_by_user ON members (user_id);

  CREATE TABLE chats (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    room_id INTEGER NOT NULL REFERENCES projects (id),
    user INTEGER NOT NULL REFERENCES users (id),
    message TEXT NOT NULL,
    timestamp INTEGER NOT NULL,
    edited_at INTEGER,
    deleted_at INTEGER
  ) STRICT;
  -- The last two columns let unread messages be counted without reading the messages.
  CREATE INDEX chats_by_room ON chats (room_id, id, user, deleted_at);

  CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sessions_by_user ON sessions (user_id);
  CREATE INDEX sessions_by_expiry ON sessions (expires_at);
  CREATE INDEX sessions_by_end ON sessions (ended_at) WHERE ended_at IS NOT NULL;

  CREATE TABLE request_tags (
    user_id INTEGER NOT NULL REFERENCES users (id),
    action TEXT NOT NULL,
    tag TEXT NOT NULL,
    result_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (user_id, action, tag)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX request_tags_by_age ON request_tags (created_at);
  `,
  ROOMS_SCHEMA,
  `
  -- When the owner archived it; nothing is written in it meanwhile.
  ALTER TABLE projects ADD COLUMN archived_at INTEGER;
  -- SHA-256 of the request; null for those of version 2.
  ALTER TABLE request_tags ADD COLUMN digest BLOB;
  -- The time of the newest message, else that of the project: lists are in this order.
  ALTER TABLE projects ADD COLUMN active_at INTEGER NOT NULL DEFAULT 0;
  UPDATE projects SET active_at = coalesce(
    (SELECT timestamp FROM chats WHERE id = (SELECT max(id) FROM chats WHERE room_id = projects.id)),
    created_at);
  -- Who made it, whoever owns it since.
  ALTER TABLE projects ADD COLUMN creator INTEGER REFERENCES users (id);
  UPDATE projects SET creator = owner;
  CREATE INDEX projects_by_creator ON projects (creator);
  -- Who left by themselves, and may come back by themselves alone.
  CREATE TABLE leavers (
    project_id INTEGER NOT NULL REFERENCES projects (id),
    user_id INTEGER NOT NULL REFERENCES users (id),
    PRIMARY KEY (project_id, user_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX leavers_by_user ON leavers (user_id);
  `,
  `
  -- JSON of an Activity; null for what somebody wrote. A line of activity has the ordinal of the message before it.
  ALTER TABLE chats ADD COLUMN activity TEXT;
  CREATE INDEX chats_activity ON chats (room_id, id, user) WHERE activity IS NOT NULL;
  -- The newest message that somebody wrote, which the lines of activity after it don't hide.
  ALTER TABLE projects ADD COLUMN last_message_id INTEGER;
  UPDATE projects SET last_message_id = (SELECT max(id) FROM chats WHERE room_id = projects.id);
  `,
  TASKS_SCHEMA,
  ACCOUNTS_SCHEMA,
];

/**
 * Migrates a database to the newest schema version, each step in its own transaction.
 * @param name the name of the database in error messages, e.g. its path
 * @throws {Error} if the database has a newer version or belongs to another program
 */
export function migrate(
  database: DatabaseSync,
  name: string,
  migrations: readonly string[] = MIGRATIONS,
): void {
  const newest = migrations.length;
  const version = assertKnown(database, name, newest);
  addSchemaFunctions(database);
  for (let next = version; next < newest; next++) {
    database.exec("BEGIN IMMEDIATE");
    try {
      database.exec(migrations[next]);
      database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${next + 1}`);
      database.exec("COMMIT");
    } catch (error) {
      database.exec("ROLLBACK");
      throw error;
    }
  }
}

/**
 * Returns the schema version of a database. Only reads.
 * @throws {Error} if the database has a newer version or belongs to another program
 */
export function assertKnown(
  database: DatabaseSync,
  name: string,
  newest: number = MIGRATIONS.length,
): number {
  const version = pragma(database, "user_version");
  const applicationId = pragma(database, "application_id");
  const { tables } = database.prepare("SELECT count(*) AS tables FROM sqlite_schema").get() as {
    tables: number;
  };
  if (applicationId !== APPLICATION_ID && (tables > 0 || version > 0)) {
    throw new Error(`${name} is not a database of Chung: choose another data folder`);
  }
  if (version > newest || version < 0) {
    throw new Error(
      `${name} has schema version ${version}, and this server knows versions up to ${newest}: use a newer server`,
    );
  }
  return version;
}

function pragma(database: DatabaseSync, name: "user_version" | "application_id"): number {
  return database.prepare(`PRAGMA ${name}`).get()![name] as number;
}
