/** Adds tasks and their changes (docs/PROTOCOL.md, "Actions: tasks"). */
export const TASKS_SCHEMA = `
  CREATE TABLE tasks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES projects (id),
    title TEXT NOT NULL,
    notes TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'todo' CHECK (status IN ('todo', 'doing', 'done')),
    position INTEGER NOT NULL,
    assignee INTEGER REFERENCES users (id),
    -- YYYY-MM-DD
    due TEXT,
    -- The message that it was made of, whose task_id is null again once the task is deleted.
    message_id INTEGER REFERENCES chats (id),
    created_by INTEGER NOT NULL REFERENCES users (id),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
  ) STRICT;
  CREATE INDEX tasks_by_position ON tasks (project_id, status, position) WHERE deleted_at IS NULL;
  CREATE INDEX tasks_by_assignee ON tasks (assignee, due, id)
    WHERE deleted_at IS NULL AND status <> 'done';
  CREATE UNIQUE INDEX tasks_by_message ON tasks (message_id)
    WHERE message_id IS NOT NULL AND deleted_at IS NULL;

  CREATE TABLE task_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task_id INTEGER NOT NULL REFERENCES tasks (id),
    change TEXT NOT NULL,
    from_value TEXT,
    to_value TEXT,
    by INTEGER NOT NULL REFERENCES users (id),
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX task_changes_by_task ON task_changes (task_id, id);

  -- The task that was made of the message.
  ALTER TABLE chats ADD COLUMN task_id INTEGER REFERENCES tasks (id);
`;
