/**
 * The type of a field in an export. `user`: a username, stored as the id. `time`: ISO 8601 UTC with milliseconds, stored
 * as Unix ms. `json`: any value, stored as its text. With `?` a field is left out where the column is null.
 */
export type FieldType = Plain | `${Plain}?`;
type Plain = "integer" | "text" | "time" | "user" | "json";

/** Things of one kind in an export (docs/EXPORT.md), one line each. */
export interface Kind {
  kind: string;
  table: string;
  /** The columns of the primary key. */
  key: string;
  /** The fields of a line in their order, by name. */
  fields: Record<string, FieldType>;
  /** The columns of the fields whose names differ from theirs. */
  columns?: Record<string, string>;
}

/** All kinds, in the order of an export: users come first, because the others name them. */
export const KINDS: readonly Kind[] = [
  {
    kind: "user",
    table: "users",
    key: "id",
    fields: {
      ...{ id: "integer", username: "text", name: "text?", role: "text" },
      ...{ created_at: "time", disabled_at: "time?", last_seen_at: "time?", password: "text?" },
    },
  },
  {
    kind: "project",
    table: "projects",
    key: "id",
    fields: {
      ...{ id: "integer", name: "text", owner: "user", creator: "user?", created_at: "time" },
      ...{ archived_at: "time?", active_at: "time", last_message_id: "integer?" },
    },
  },
  {
    kind: "member",
    table: "members",
    key: "project_id, user_id",
    fields: {
      ...{ project_id: "integer", user: "user", added_at: "time", last_read_id: "integer" },
      read_offset: "integer",
    },
    columns: { user: "user_id" },
  },
  {
    kind: "leaver",
    table: "leavers",
    key: "project_id, user_id",
    fields: { project_id: "integer", user: "user" },
    columns: { user: "user_id" },
  },
  {
    kind: "message",
    table: "chats",
    key: "id",
    fields: {
      ...{ id: "integer", project_id: "integer", user: "user", message: "text", timestamp: "time" },
      ...{ ordinal: "integer", edited_at: "time?", deleted_at: "time?", task_id: "integer?" },
      activity: "json?",
    },
    columns: { project_id: "room_id" },
  },
  {
    kind: "message_change",
    table: "message_changes",
    key: "id",
    fields: { id: "integer", project_id: "integer", message_id: "integer" },
    columns: { project_id: "room_id" },
  },
  {
    kind: "mention",
    table: "mentions",
    key: "user_id, project_id, message_id",
    fields: { user: "user", project_id: "integer", message_id: "integer" },
    columns: { user: "user_id" },
  },
  {
    kind: "task",
    table: "tasks",
    key: "id",
    fields: {
      ...{ id: "integer", project_id: "integer", title: "text", notes: "text", status: "text" },
      ...{ position: "integer", assignee: "user?", due: "text?", message_id: "integer?" },
      ...{ created_by: "user", created_at: "time", updated_at: "time", deleted_at: "time?" },
    },
  },
  {
    kind: "task_change",
    table: "task_changes",
    key: "id",
    fields: {
      ...{ id: "integer", task_id: "integer", change: "text", from: "text?", to: "text?" },
      ...{ by: "user", at: "time" },
    },
    columns: { from: "from_value", to: "to_value" },
  },
  {
    kind: "invitation",
    table: "invitations",
    key: "id",
    fields: {
      ...{ id: "integer", code_sha256: "text", uses: "integer", used: "integer" },
      ...{ created_by: "user?", created_at: "time", expires_at: "time", revoked_at: "time?" },
    },
    columns: { code_sha256: "code" },
  },
];

/** The columns that an import makes anew of other ones. */
export const DERIVED_COLUMNS: Record<string, string[]> = { users: ["name_key", "username_key"] };

/** The tables that no export has: logins, tags, the index of the search, and what is known of this server's log. */
export const LEFT_OUT = [
  "sessions",
  "request_tags",
  "search_progress",
  "log_heads",
  "removed_log_days",
];

export function columnOf({ columns }: Kind, field: string): string {
  return columns?.[field] ?? field;
}
