import type { Message, MessagePage } from "../model/message.ts";
import type { SearchFilters } from "../model/search_filters.ts";
import type { MemberRole, Project, ProjectSummary } from "../model/project.ts";
import type { TaskChangePage, TaskPage, TaskStatus } from "../model/task.ts";
import type { ListedSession, ListedUser } from "../model/accounts/account_lists.ts";
import type { Invitation } from "../model/accounts/invitation.ts";
import type { Account, StoredSession } from "../model/user.ts";
import type { Commit } from "./commit.ts";
import type { StoreCounts, StoreFigures } from "../figures/store_figures.ts";
import type { Scheduling } from "./write_queue.ts";
import type { ReadPosition, WriteName, Writes } from "./writes.ts";

/** A page of a user's projects, latest activity first. */
export interface ProjectPage {
  projects: ProjectSummary[];
  /** Whether projects with earlier activity follow. */
  more: boolean;
}

/** A page of projects to list: the first `limit`, or those after the project `before` in the same order. */
export interface ProjectPageRequest {
  userId: number;
  limit: number;
  before: number | null;
}

/** The first page of a watcher's projects, and the watcher's positions in all of them, by project id. */
export interface WatchedProjects extends ProjectPage {
  positions: [projectId: number, position: ReadPosition][];
}

/** A project and a user's role in it; null if the user is not a member. */
export interface Access {
  project: Project;
  role: MemberRole | null;
}

/**
 * The maximum size of a page. `limit`: number of messages; `bytes`: UTF-8 bytes of their text. A page holds at least
 * one message if there is one, whatever its size.
 */
export interface PageSize {
  limit: number;
  bytes: number;
}

/** A member in a project's list. */
export interface ListedMember {
  username: string;
  /** The display name; absent where there is none. */
  name?: string;
  role: MemberRole;
}

/**
 * Edited or deleted messages in their current state, in the order of each one's latest change. `lastChange`: the change
 * from which the next page continues.
 */
export interface ChangePage extends MessagePage {
  lastChange: number;
}

/** A member's request to read a room. */
export interface RoomRequest {
  projectId: number;
  userId: number;
  /** Selects the oldest messages after this one; null selects the newest messages of the room. */
  afterId: number | null;
  /** With `afterId`, also selects the messages up to `afterId` that were edited or deleted after this change. */
  afterChange: number | null;
  /** Limits the page of messages and the page of changes separately. */
  size: PageSize;
}

/** A consistent snapshot of a room. */
export interface RoomView {
  project: Project;
  role: MemberRole;
  /** In the order of `listMembers`. */
  members: ListedMember[];
  page: MessagePage;
  /** Null if not requested. */
  changes: ChangePage | null;
  /** The id of the newest message in the room; 0 if the room is empty. */
  lastId: number;
  /** The number of the newest edit or deletion in the room; 0 if there is none. */
  lastChange: number;
}

/** A page of a project's tasks. */
export interface TaskListRequest {
  /** Null for all of them. */
  status: TaskStatus | null;
  /** The `next` of the page before; null for the first. */
  next: string | null;
  size: PageSize;
}

/** The newest changes of a task before one of them. */
export interface TaskHistoryRequest {
  taskId: number;
  userId: number;
  size: PageSize;
  beforeId: number | null;
}

/** The account that a search is for. The accounts take turns, each with all of its searches. */
export interface Asker {
  /** The user's id. */
  account: number;
  /** Whether the result is still waited for; if not, the search need not run. */
  wanted(): boolean;
}

/** The messages found, best first. `partial`: the search took too long and ended early, so that some may be missing. */
export interface SearchResult {
  messages: Message[];
  partial: boolean;
}

/**
 * The persistent storage. Its interface is asynchronous so that another database can be used behind it.
 *
 * A write is one transaction, and its Commit is settled once it is durable. Reads see only durable data and don't wait
 * for writes. Both fail with `unavailable` when the database can't be written or reached; nothing is changed then.
 */
export interface Store {
  /** Commits writes; those of one lane in the order in which they were added, while lanes take turns. */
  write<N extends WriteName>(
    name: N,
    input: Writes[N]["input"],
    scheduling?: Scheduling,
  ): Commit<Writes[N]["output"]>;
  /**
   * Returns undefined while the store accepts writes of this lane; otherwise a promise that resolves when it does
   * again. Callers that can wait should: beyond its limit of waiting writes the store fails with `unavailable`. An
   * empty lane need not wait because other lanes are flooding.
   */
  ready(lane?: number): Promise<void> | undefined;
  /** Deletes tags stored before `tagsBefore` and sessions that expired or ended before `sessionsBefore` (Unix ms). */
  purge(tagsBefore: number, sessionsBefore: number): Promise<void>;

  /** Ignores the case of the username. */
  findAccount(username: string): Promise<Account | null>;
  /** @param id in its stored form */
  findSession(id: string): Promise<StoredSession | null>;
  /** Lists accounts by id: the first `limit` whose id is greater than `afterId`. */
  listUsers(limit: number, afterId: number): Promise<{ users: ListedUser[]; more: boolean }>;
  /** Lists the sessions of a user that are good at a moment (Unix ms), the one used last first; with their whole ids. */
  listSessions(userId: number, at: number): Promise<Omit<ListedSession, "current">[]>;
  /** Lists the newest `limit` invitations that were not revoked, the newest first. */
  listInvitations(limit: number): Promise<Invitation[]>;
  /** Whether a code, in its stored form, is good for one more account at a moment (Unix ms). */
  isInvited(code: string, at: number): Promise<boolean>;
  /** Resolves to null if the project doesn't exist. */
  findAccess(projectId: number, userId: number): Promise<Access | null>;
  /** Lists the owner first, then the others by the time they were added. */
  listMembers(projectId: number): Promise<ListedMember[]>;
  /** Lists the user's projects. Resolves to null if the user is not a member of the project `before`. */
  listProjects(request: ProjectPageRequest): Promise<ProjectPage | null>;
  /**
   * Reads the first page of that list between two writes, so that events can continue from it: the list reflects every write whose
   * Commit is settled before, and none whose Commit is settled after.
   */
  watchProjects(userId: number, limit: number): Commit<WatchedProjects>;
  /** Reads the newest messages before `beforeId` (null: of the whole room), oldest first; `more`: older ones exist. */
  messagesBefore(projectId: number, beforeId: number | null, size: PageSize): Promise<MessagePage>;
  /** Reads the oldest messages after `afterId`, oldest first; `more`: newer ones exist. */
  messagesAfter(projectId: number, afterId: number, size: PageSize): Promise<MessagePage>;
  /**
   * Reads a room in one transaction. Resolves to null if the project doesn't exist or the user is not a member of it.
   */
  readRoom(request: RoomRequest): Promise<RoomView | null>;
  /** Reads the number of the newest edit or deletion in the room; 0 if there is none. */
  lastChange(projectId: number): Promise<number>;
  /**
   * Finds the messages that contain every word of the query, or a word that begins with it, ignoring case and accents;
   * quoted words must be adjacent and in that order. Best matches first: the query as it is typed, of the newest thousand
   * messages with its words, then adjacent words before others, exact accents before others, whole words before
   * prefixes, then the newest.
   *
   * In one project, or if `projectId` is null in all projects of which the asking account is a member, also when the
   * result is given. Without words, filters find all that they leave, the newest first.
   *
   * Searches every message committed before the call, except while more than 10,000 messages await indexing, as after a
   * flood or an upgrade, or while the database can't be written: then only the indexed messages. A search that has
   * worked for a second ends with what it has found.
   * @throws ChungError `rate_limited`, whose text ends in `in N s`, when the account has four searches waiting;
   * `unavailable` when too many of all accounts wait
   */
  search(
    projectId: number | null,
    query: string,
    size: PageSize,
    by: Asker,
    filters?: SearchFilters,
  ): Promise<SearchResult>;
  /** Lists by status, then position. Resolves to null if `next` is none of such a list. */
  listTasks(projectId: number, request: TaskListRequest): Promise<TaskPage | null>;
  /**
   * Lists what a user has to do in all of their projects that are not archived, soonest due first, then without a date.
   * Resolves to null if `next` is none of such a list.
   */
  listAssignedTasks(userId: number, next: string | null, size: PageSize): Promise<TaskPage | null>;
  /** Resolves to null if there is no such task in a project of the user. */
  listTaskChanges(request: TaskHistoryRequest): Promise<TaskChangePage | null>;
  figures(): StoreFigures;
  /** Counts without looking at each message. */
  count(): Promise<StoreCounts>;
  /**
   * Reads, and writes durably, without changing anything.
   * @throws ChungError `unavailable` if either can't be done now
   */
  check(): Promise<void>;
  /** Waits for pending writes, and for those that are added meanwhile. */
  settled(): Promise<void>;
  /** Waits for pending writes, then closes the database. */
  close(): Promise<void>;
}
