import type { ListedSession, ListedUser } from "../model/accounts/account_lists.ts";
import type { Invitation } from "../model/accounts/invitation.ts";
import { ENTRY_FIELDS, type LogDay, type LogEntry } from "../model/log/log_entry.ts";
import type { Message, MessagePage } from "../model/message.ts";
import type { Member, Project, ProjectSummary } from "../model/project.ts";
import type { Setting } from "../model/setting.ts";
import type { Task, TaskActivity, TaskChange } from "../model/task.ts";
import type { User } from "../model/user.ts";

/** Checks that a JSON value has the fields of `T` that are relied on. Unknown fields are ignored. */
export type Shape<T> = (value: unknown) => value is T;

/** The shape of an object whose named fields have the given shapes. Other fields are not checked. */
export function objectOf<T>(fields: { [K in keyof T]?: Shape<unknown> }): Shape<T> {
  const named = Object.entries(fields) as [string, Shape<unknown>][];
  return (value): value is T =>
    typeof value === "object" && value !== null && !Array.isArray(value) &&
    named.every(([name, shape]) => shape((value as Record<string, unknown>)[name]));
}

export function listOf<T>(shape: Shape<T>): Shape<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(shape);
}

export function nullOr<T>(shape: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || shape(value);
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value): value is T | undefined => value === undefined || shape(value);
}

export const isText: Shape<string> = (value) => typeof value === "string";

export const isFlag: Shape<boolean> = (value) => typeof value === "boolean";

/** The shape of ids and counts. */
export const isCount: Shape<number> = (value): value is number =>
  Number.isSafeInteger(value) && value as number >= 0;

/** The shape of a measured number. */
export const isQuantity: Shape<number> = (value): value is number =>
  Number.isFinite(value) && value as number >= 0;

export function oneOf<T extends string>(...words: readonly T[]): Shape<T> {
  return (value): value is T => words.includes(value as T);
}

export const isUser: Shape<User> = objectOf<User>({
  id: isCount,
  username: isText,
  name: optional(isText),
});

export const isListedUser: Shape<ListedUser> = objectOf<ListedUser>({
  id: isCount,
  username: isText,
  role: isText,
  name: optional(isText),
  created_at: isText,
  disabled: isFlag,
  last_seen_at: nullOr(isText),
});

export const isListedSession: Shape<ListedSession> = objectOf<ListedSession>({
  id: isText,
  created_at: isText,
  last_used_at: isText,
  address: isText,
  current: isFlag,
});

export const isSetting: Shape<Setting> = objectOf<Setting>({
  option: isText,
  source: isText,
  variable: isText,
});

export const isInvitation: Shape<Invitation & { code: string }> = objectOf<
  Invitation & { code: string }
>({
  id: isCount,
  code: optional(isText),
  uses: isCount,
  used: isCount,
  expires_at: isText,
  by: nullOr(isText),
});

/** The shape of any notice: a newer server may tell of changes that this program doesn't know. */
const isNotice = objectOf<{ change: string; users?: string[]; name?: string }>({
  change: isText,
  users: optional(listOf(isText)),
  name: optional(isText),
});

/** The shape of any change: a newer server may tell of kinds that this program doesn't know. */
export const isTaskChange: Shape<TaskChange> = objectOf<TaskChange>({
  id: isCount,
  task_id: isCount,
  change: isText,
  from: nullOr(isText),
  to: nullOr(isText),
  by: isText,
  at: isText,
});

export const isTask: Shape<Task> = objectOf<Task>({
  id: isCount,
  project_id: isCount,
  title: isText,
  notes: isText,
  status: isText,
  position: isCount,
  assignee: nullOr(isText),
  due: nullOr(isText),
  message_id: nullOr(isCount),
  created_by: isText,
  created_at: isText,
  updated_at: isText,
});

export const isMessage: Shape<Message> = objectOf<Message>({
  id: isCount,
  project_id: isCount,
  user: isText,
  message: isText,
  timestamp: isText,
  notice: optional(isNotice),
  task: optional(
    objectOf<TaskActivity>({ id: isCount, title: isText, change: isTaskChange }),
  ),
  task_id: optional(isCount),
});

export const isProject: Shape<Project> = objectOf<Project>({
  id: isCount,
  name: isText,
  owner: isText,
});

export const isMember: Shape<Member> = objectOf<Member>({
  username: isText,
  name: optional(isText),
  role: isText,
});

export const isMessagePage: Shape<MessagePage> = objectOf<MessagePage>({
  messages: listOf(isMessage),
  more: isFlag,
});

export const isProjectSummary: Shape<ProjectSummary> = objectOf<ProjectSummary>({
  id: isCount,
  name: isText,
  owner: isText,
  role: isText,
  members: isCount,
  unread: isCount,
  last_message: nullOr(isMessage),
});

export const isLogDay: Shape<LogDay> = objectOf<LogDay>({ day: isText, actions: listOf(isText) });

export const isLogEntry: Shape<LogEntry> = objectOf<LogEntry>({
  id: isText,
  file: isText,
  text: isText,
  ...Object.fromEntries(ENTRY_FIELDS.map((name) => [name, optional(isText)])),
});
