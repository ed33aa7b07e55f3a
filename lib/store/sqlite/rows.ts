import { isoTime } from "./iso_time.ts";
import type { Invitation } from "../../model/accounts/invitation.ts";
import type { Activity, Message } from "../../model/message.ts";
import type { Project } from "../../model/project.ts";
import type { Task, TaskChange, TaskChangeKind } from "../../model/task.ts";
import type { User, UserRole } from "../../model/user.ts";

/** A user as selected by reader.ts and the writes. */
export interface UserRow {
  id: number;
  username: string;
  role: UserRole;
  name: string | null;
}

export interface InvitationRow extends Omit<Invitation, "expires_at"> {
  expires_at: number;
}

export interface ProjectRow {
  id: number;
  name: string;
  owner: string;
  created_at: number;
  archived_at: number | null;
}

export interface MessageRow {
  id: number;
  room_id: number;
  username: string;
  message: string;
  timestamp: number;
  edited_at: number | null;
  deleted_at: number | null;
  /** JSON of an Activity; null for a message that somebody wrote. */
  activity: string | null;
  /** The task that was made of it, or null. */
  task_id: number | null;
}

export interface TaskRow extends Omit<Task, "created_at" | "updated_at"> {
  created_at: number;
  updated_at: number;
}

export interface TaskChangeRow {
  id: number;
  task_id: number;
  change: TaskChangeKind;
  from_value: string | null;
  to_value: string | null;
  by: string;
  at: number;
}

/** The condition that an invitation is good: its code, then the moment in Unix milliseconds. */
export const IS_GOOD_INVITATION =
  "code = ? AND revoked_at IS NULL AND used < uses AND expires_at > ?";

/** The columns of a ProjectRow, for `projects p JOIN users u ON u.id = p.owner`. */
export const PROJECT_COLUMNS = "p.id, p.name, u.username AS owner, p.created_at, p.archived_at";

/** The columns of a MessageRow, for `chats c JOIN users u`. */
export const MESSAGE_COLUMNS =
  "c.id, c.room_id, u.username, c.message, c.timestamp, c.edited_at, c.deleted_at, c.activity, c.task_id";

/** The columns of a TaskRow. */
export const TASK_COLUMNS = `t.id, t.project_id, t.title, t.notes, t.status, t.position,
  (SELECT username FROM users WHERE id = t.assignee) AS assignee, t.due, t.message_id,
  (SELECT username FROM users WHERE id = t.created_by) AS created_by, t.created_at, t.updated_at`;

export function toUser({ id, username, role, name }: UserRow): User {
  return { id, username, role, ...name !== null && { name } };
}

export function toInvitation({ id, uses, used, expires_at, by }: InvitationRow): Invitation {
  return { id, uses, used, expires_at: isoTime(expires_at), by };
}

export function toProject({ id, name, owner, created_at, archived_at }: ProjectRow): Project {
  const project: Project = { id, name, owner, created_at: isoTime(created_at) };
  if (archived_at !== null) project.archived = true;
  return project;
}

export function toMessage(row: MessageRow): Message {
  const message: Message = {
    id: row.id,
    project_id: row.room_id,
    user: row.username,
    message: row.deleted_at === null ? row.message : "",
    timestamp: isoTime(row.timestamp),
  };
  if (row.edited_at !== null) message.edited_at = isoTime(row.edited_at);
  if (row.deleted_at !== null) message.deleted = true;
  if (row.task_id !== null) message.task_id = row.task_id;
  if (row.activity !== null) Object.assign(message, JSON.parse(row.activity) as Activity);
  return message;
}

export function toTask(row: TaskRow): Task {
  const { id, project_id, title, notes, status, position, assignee, due, message_id } = row;
  return {
    ...{ id, project_id, title, notes, status, position, assignee, due, message_id },
    created_by: row.created_by,
    created_at: isoTime(row.created_at),
    updated_at: isoTime(row.updated_at),
  };
}

export function toTaskChange(row: TaskChangeRow): TaskChange {
  const { id, task_id, change, from_value, to_value, by, at } = row;
  return { id, task_id, change, from: from_value, to: to_value, by, at: isoTime(at) };
}
