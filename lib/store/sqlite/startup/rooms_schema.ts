/** The migration from schema version 1 to 2: stored unread positions, message changes, mentions and search. */
export const ROOMS_SCHEMA = `
  -- The number of messages that the room has had up to this one.
  ALTER TABLE chats ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0;
  UPDATE chats SET ordinal = numbered.ordinal
  FROM (SELECT id, row_number() OVER (PARTITION BY room_id ORDER BY id) AS ordinal FROM chats) numbered
  WHERE numbered.id = chats.id;

  -- The unread count is the newest ordinal minus this: see ReadPosition. The messages are scanned once, not per member.
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

  -- Edits and deletions in order; only the latest of each message.
  CREATE TABLE message_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    room_id INTEGER NOT NULL REFERENCES projects (id),
    message_id INTEGER NOT NULL UNIQUE REFERENCES chats (id)
  ) STRICT;
  CREATE INDEX message_changes_by_room ON message_changes (room_id, id, message_id);

  -- Unread messages that mention a member, except the member's own.
  CREATE TABLE mentions (
    user_id INTEGER NOT NULL REFERENCES users (id),
    project_id INTEGER NOT NULL REFERENCES projects (id),
    message_id INTEGER NOT NULL REFERENCES chats (id),
    PRIMARY KEY (user_id, project_id, message_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX mentions_by_message ON mentions (message_id);

  -- The words of chats, by chats.id, as tokens of search_text.ts: the text itself is not stored.
  CREATE VIRTUAL TABLE chats_index USING fts5 (
    exact, folded, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'"
  );
  -- Its only row holds the id up to which chats_index is complete.
  CREATE TABLE search_progress (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    indexed_id INTEGER NOT NULL
  ) STRICT;
  INSERT INTO search_progress VALUES (1, 0);
`;
