/**
 * Adds display names, invitations, what is told of sessions, and the heads of the log's chains. A copy of the database
 * logs nobody in: sessions and invitations are stored by the SHA-256 of their secrets.
 */
export const ACCOUNTS_SCHEMA = `
  ALTER TABLE users ADD COLUMN name TEXT;
  -- What look-alikes have in common (lib/model/name_key.ts); a name and a username of two users never share it.
  ALTER TABLE users ADD COLUMN name_key TEXT;
  CREATE UNIQUE INDEX users_by_name_key ON users (name_key) WHERE name_key IS NOT NULL;
  ALTER TABLE users ADD COLUMN username_key TEXT NOT NULL DEFAULT '';
  UPDATE users SET username_key = name_key(username);
  CREATE INDEX users_by_username_key ON users (username_key);
  ALTER TABLE users ADD COLUMN last_seen_at INTEGER;
  CREATE INDEX users_by_role ON users (role) WHERE role = 'admin';

  -- Its id is the SHA-256 of the token's jti in hexadecimal; until version 6 it was the jti.
  UPDATE sessions SET id = sha256(id);
  ALTER TABLE sessions ADD COLUMN last_used_at INTEGER;
  ALTER TABLE sessions ADD COLUMN address TEXT NOT NULL DEFAULT '';

  CREATE TABLE invitations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- SHA-256 in hexadecimal.
    code TEXT NOT NULL UNIQUE,
    uses INTEGER NOT NULL,
    used INTEGER NOT NULL DEFAULT 0,
    -- Null for one made by the operator with chung-server admin.
    created_by INTEGER REFERENCES users (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT;

  -- The end of each log file's chain, as it was told last.
  CREATE TABLE log_heads (
    -- YYYY-MM-DD
    day TEXT NOT NULL,
    file TEXT NOT NULL,
    entries INTEGER NOT NULL,
    -- SHA-256 in hexadecimal.
    head TEXT NOT NULL,
    PRIMARY KEY (day, file)
  ) STRICT, WITHOUT ROWID;

  -- The days that the server removed because of their age.
  CREATE TABLE removed_log_days (
    day TEXT PRIMARY KEY,
    entries INTEGER NOT NULL,
    removed_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
