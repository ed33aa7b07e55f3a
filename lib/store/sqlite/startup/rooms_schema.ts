/** What schema version 2 adds to version 1: unread counts without counting, changes, mentions, and search. */
export const ROOMS_SCHEMA = `
  -- How many messages the room has had up to this one.
  ALTER TABLE chats ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0;
  UPDATE chats SET ordinal = numbered.ordinal
  FROM (SELECT id, row_number() OVER (PARTITION BY room_id ORDER BY id) AS ordinal FROM chats) numbered
  WHERE numbered.id = chats.id;

  -- What is unread is the newest ordinal less this: see ReadPosition. The messages are gone through once, not once a member.
  ALTER TABLE members ADD COLUMN read_offset INTEGER NOT NULL DEFAULT 0;
  UPDATE members SET read_offset = coalesce((SELECT ordinal FROM chats
    WHERE room_id = project_id AND id <= last_read_id ORDER BY id DESC LIMIT 1), 0);
  UPDATE members SET read_offset = read_offset + passed.messages
  FROM (
    SELECT project_id, user_id, count(*) AS messages FROM (
      SELECT project_id, user_id FROM chats CROSS JOIN members
      WHERE project_id = room_id AND user_id = user AND id > last_read_id
      UNION ALL
      SELECT project_id, user_id FROM chats CROSS JOIN members
      WHERE deleted_at IS NOT NULL AND project_id = room_id AND user_id <> user AND id > last_read_id
    ) GROUP BY project_id, user_id
  ) passed
  WHERE passed.project_id = members.project_id AND passed.user_id = members.user_id;

  -- Edits and deletions in their order; of each message the last one alone.
  CREATE TABLE message_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    room_id INTEGER NOT NULL REFERENCES projects (id),
    message_id INTEGER NOT NULL UNIQUE REFERENCES chats (id)
  ) STRICT;
  CREATE INDEX message_changes_by_room ON message_changes (room_id, id, message_id);

  -- Messages of others that name a member and that the member has not read.
  CREATE TABLE mentions (
    user_id INTEGER NOT NULL REFERENCES users (id),
    project_id INTEGER NOT NULL REFERENCES projects (id),
    message_id INTEGER NOT NULL REFERENCES chats (id),
    PRIMARY KEY (user_id, project_id, message_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX mentions_by_message ON mentions (message_id);

  -- The words of chats, by its ids, as search_text.ts writes them: it holds no text.
  CREATE VIRTUAL TABLE chats_index USING fts5 (
    exact, folded, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'"
  );
  -- The one row says up to which id chats_index has them.
  CREATE TABLE search_progress (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    indexed_id INTEGER NOT NULL
  ) STRICT;
  INSERT INTO search_progress VALUES (1, 0);
`;
