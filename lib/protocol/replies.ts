import type { BackupStatus, MinuteLists, Stats } from "../model/figures/stats.ts";
import type { LogDay, LogPage } from "../model/log/log_entry.ts";
import type { Message, MessagePage } from "../model/message.ts";
import type { ListedSession, ListedUser } from "../model/accounts/account_lists.ts";
import type { Invitation } from "../model/accounts/invitation.ts";
import type { Member, MemberRole, Project, ProjectSummary } from "../model/project.ts";
import type { Setting } from "../model/setting.ts";
import type { Task, TaskChangePage, TaskPage } from "../model/task.ts";
import type { User } from "../model/user.ts";
import {
  isCount,
  isFlag,
  isInvitation,
  isListedSession,
  isListedUser,
  isLogDay,
  isLogEntry,
  isMember,
  isMessage,
  isMessagePage,
  isProject,
  isProjectSummary,
  isQuantity,
  isSetting,
  isTask,
  isTaskChange,
  isText,
  isUser,
  listOf,
  nullOr,
  objectOf,
  optional,
  type Shape,
} from "./shape.ts";

/** The reply of an idempotent action. `duplicate` marks the first result, repeated for a request with the same tag. */
interface Repeatable {
  duplicate?: boolean;
}

/** A reply without fields. */
type Nothing = Record<string, never>;

/** The state of a room from which its events continue. */
export interface EnteredRoom extends MessagePage {
  project: Project;
  role: MemberRole;
  members: Member[];
  /** The messages that were edited or deleted, when the request asked for them. */
  changed?: Message[];
  last_id: number;
  last_change: number;
}

/** Messages, the best matches first. `partial`: the search ended early, and there may be others. */
export interface FoundMessages {
  messages: Message[];
  partial?: boolean;
}

/** The JSON of each action's `ok` response (docs/PROTOCOL.md, "Actions"). */
export interface Replies {
  reg: { user: User };
  login: { token: string; user: User; expires_at: string };
  logout: Nothing;
  new_project: { project: Project } & Repeatable;
  add_group: { project_id: number; added: string[]; already: string[] };
  chat: { message: Message } & Repeatable;
  projects: { projects: ProjectSummary[]; more: boolean };
  members: { members: Member[] };
  enter: EnteredRoom;
  leave: Nothing;
  history: MessagePage & { last_change: number };
  read: { unread: number; mentions: number };
  kick: Nothing;
  rejoin: { project: Project };
  edit: { message: Message };
  delete: { message: Message };
  search: FoundMessages;
  search_all: FoundMessages;
  transfer: { project: Project };
  rename_project: { project: Project };
  archive_project: { project: Project };
  restore_project: { project: Project };
  typing: Nothing;
  watch: { projects: ProjectSummary[]; more: boolean };
  new_task: { task: Task } & Repeatable;
  promote: { task: Task } & Repeatable;
  assign: { task: Task };
  set_task: { task: Task };
  due: { task: Task };
  rename_task: { task: Task };
  note_task: { task: Task };
  delete_task: { task: Task };
  restore_task: { task: Task };
  import_tasks: { tasks: Task[] } & Repeatable;
  tasks: TaskPage;
  my_tasks: TaskPage;
  task_history: TaskChangePage;
  ping: { time: string };
  whoami: { user: User; expires_at: string };
  help: {
    protocol: number;
    actions: { action: string; usage: string }[];
    limits: Record<string, unknown>;
  };
  set_name: { user: User };
  passwd: Nothing;
  sessions: { sessions: ListedSession[] };
  end_session: Nothing;
  join: { user: User };
  invite: { invitation: Invitation & { code: string } };
  invitations: { invitations: Invitation[] };
  revoke: Nothing;
  users: { users: ListedUser[]; more: boolean };
  set_role: { user: User };
  disable: { user: User };
  enable: { user: User };
  reset_password: Nothing;
  settings: { settings: Setting[] };
  stats: Stats;
  figures: MinuteLists;
  log_days: { days: LogDay[] };
  logs: LogPage;
}

/** The action words, in lower case. */
export type ActionName = keyof Replies;

const isNothing = objectOf<Nothing>({});
const hasMessage = objectOf<{ message: Message }>({ message: isMessage });
const hasUser = objectOf<{ user: User }>({ user: isUser });
const hasProject = objectOf<{ project: Project }>({ project: isProject });
const hasProjects = objectOf<{ projects: ProjectSummary[]; more: boolean }>({
  projects: listOf(isProjectSummary),
  more: isFlag,
});

const hasTask = objectOf<{ task: Task }>({ task: isTask });
const hasTasks = objectOf<TaskPage>({
  tasks: listOf(isTask),
  more: isFlag,
  next: optional(isText),
  last_change: isCount,
});

const isSeries = listOf(nullOr(isQuantity));

const hasFound = objectOf<FoundMessages>({
  messages: listOf(isMessage),
  partial: optional(isFlag),
});

const SHAPES: { [A in ActionName]: Shape<Replies[A]> } = {
  reg: hasUser,
  login: objectOf<Replies["login"]>({ token: isText, user: isUser, expires_at: isText }),
  logout: isNothing,
  new_project: hasProject,
  add_group: objectOf<Replies["add_group"]>({ added: listOf(isText), already: listOf(isText) }),
  chat: hasMessage,
  projects: hasProjects,
  members: objectOf<Replies["members"]>({ members: listOf(isMember) }),
  enter: objectOf<EnteredRoom>({
    project: isProject,
    members: listOf(isMember),
    messages: listOf(isMessage),
    more: isFlag,
    changed: optional(listOf(isMessage)),
    last_id: isCount,
    last_change: isCount,
  }),
  leave: isNothing,
  history: isMessagePage as Shape<Replies["history"]>,
  read: objectOf<Replies["read"]>({ unread: isCount, mentions: isCount }),
  kick: isNothing,
  rejoin: hasProject,
  edit: hasMessage,
  delete: hasMessage,
  search: hasFound,
  search_all: hasFound,
  transfer: hasProject,
  rename_project: hasProject,
  archive_project: hasProject,
  restore_project: hasProject,
  typing: isNothing,
  watch: hasProjects,
  new_task: hasTask,
  promote: hasTask,
  assign: hasTask,
  set_task: hasTask,
  due: hasTask,
  rename_task: hasTask,
  note_task: hasTask,
  delete_task: hasTask,
  restore_task: hasTask,
  import_tasks: objectOf<Replies["import_tasks"]>({ tasks: listOf(isTask) }),
  tasks: hasTasks,
  my_tasks: hasTasks,
  task_history: objectOf<TaskChangePage>({ changes: listOf(isTaskChange), more: isFlag }),
  ping: objectOf<Replies["ping"]>({}),
  whoami: objectOf<Replies["whoami"]>({ user: isUser, expires_at: isText }),
  help: objectOf<Replies["help"]>({ protocol: isCount }),
  set_name: hasUser,
  passwd: isNothing,
  sessions: objectOf<Replies["sessions"]>({ sessions: listOf(isListedSession) }),
  end_session: isNothing,
  join: hasUser,
  invite: objectOf<Replies["invite"]>({ invitation: isInvitation }),
  invitations: objectOf<Replies["invitations"]>({ invitations: listOf(isInvitation) }),
  revoke: isNothing,
  users: objectOf<Replies["users"]>({ users: listOf(isListedUser), more: isFlag }),
  set_role: hasUser,
  disable: hasUser,
  enable: hasUser,
  reset_password: isNothing,
  settings: objectOf<Replies["settings"]>({ settings: listOf(isSetting) }),
  stats: objectOf<Stats>({
    connections: isCount,
    entered: isCount,
    messages: isCount,
    users: isCount,
    projects: isCount,
    tasks: isCount,
    uptime_s: isCount,
    requests: isCount,
    errors: isCount,
    store_bytes: isCount,
    log_bytes: isCount,
    version: isText,
    backup: nullOr(objectOf<BackupStatus>({
      last_ok_at: nullOr(isText),
      last_error: nullOr(isText),
      next_at: nullOr(isText),
    })),
  }),
  figures: objectOf<MinuteLists>({
    since: isText,
    connections: isSeries,
    messages: isSeries,
    requests: isSeries,
    delivery_p50_ms: isSeries,
    delivery_p99_ms: isSeries,
    store_bytes: isSeries,
    log_bytes: isSeries,
  }),
  log_days: objectOf<Replies["log_days"]>({ days: listOf(isLogDay) }),
  logs: objectOf<LogPage>({ entries: listOf(isLogEntry), more: isFlag, next: optional(isText) }),
};

/** Checks the body of an action's `ok` response. Returns null when it doesn't have the shape of that action's reply. */
export function parseReply<A extends ActionName>(action: A, body: unknown): Replies[A] | null {
  return SHAPES[action](body) ? body : null;
}
