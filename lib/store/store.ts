import type { Message, MessagePage } from "../model/message.ts";
import type { MemberRole, Project, ProjectSummary } from "../model/project.ts";
import type { Account, StoredSession } from "../model/user.ts";
import type { Commit } from "./commit.ts";
import type { Scheduling } from "./write_queue.ts";
import type { WriteName, Writes } from "./writes.ts";

/** A project in a watcher's list, with the `offset` of its ReadPosition. */
export interface WatchedProject {
  summary: ProjectSummary;
  offset: number;
}

/** A project and what a user is in it: null for a stranger. */
export interface Access {
  project: Project;
  role: MemberRole | null;
}

/** `limit`: messages; `bytes`: UTF-8 bytes of their text; a page has at least one message where there is one. */
export interface PageSize {
  limit: number;
  bytes: number;
}

/** A member by name. */
export interface ListedMember {
  username: string;
  role: MemberRole;
}

/** Edited or deleted messages as they are now, in the order of the last time; `lastChange`: where to go on. */
export interface ChangePage extends MessagePage {
  lastChange: number;
}

/** What a member asks of a room. */
export interface RoomRequest {
  projectId: number;
  userId: number;
  /** For the oldest messages after this one; null for the newest of all. */
  afterId: number | null;
  /** Together with `afterId`: for the messages up to that one that were edited or deleted after this change. */
  afterChange: number | null;
  /** Of the page of messages, and of that of changes. */
  size: PageSize;
}

/** A room at one moment. */
export interface RoomView {
  project: Project;
  role: MemberRole;
  /** As `listMembers` gives them. */
  members: ListedMember[];
  page: MessagePage;
  /** Null where they were not asked for. */
  changes: ChangePage | null;
  /** The newest message of the room, 0 in an empty one. */
  lastId: number;
  /** The newest edit or deletion in the room, 0 where there was none. */
  lastChange: number;
}

/**
 * Keeps everything that lasts. Asynchronous, so that another database fits behind it.
 *
 * A write is one transaction, and its Commit is settled once it is durable. Reads see only what is durable, and don't
 * wait for writes. Either fails with `unavailable` when the database can't be written or reached; then nothing was
 * changed.
 */
export interface Store {
  /** Commits writes of one lane in the order in which they were added; lanes take turns. */
  write<N extends WriteName>(
    name: N,
    input: Writes[N]["input"],
    scheduling?: Scheduling,
  ): Commit<Writes[N]["output"]>;
  /**
   * Undefined while writes of this lane are taken as they come; else settles when they are again. Who can wait should:
   * past its cap the store answers `unavailable`. A lane in which nothing waits need not wait for those that flood.
   */
  ready(lane?: number): Promise<void> | undefined;
  /** Forgets tags stored before `tagsBefore` and sessions that were over before `sessionsBefore`. */
  purge(tagsBefore: number, sessionsBefore: number): Promise<void>;

  /** Blind to case. */
  findAccount(username: string): Promise<Account | null>;
  findSession(id: string): Promise<StoredSession | null>;
  /** Null when there is no such project. */
  findAccess(projectId: number, userId: number): Promise<Access | null>;
  /** The owner first, then by the time they were added. */
  listMembers(projectId: number): Promise<ListedMember[]>;
  /** Latest activity first. */
  listProjects(userId: number): Promise<ProjectSummary[]>;
  /**
   * Reads the same between two writes, so that events can go on from it: the list reflects every write whose Commit is
   * settled by then, and none that is settled later.
   */
  watchProjects(userId: number): Commit<WatchedProject[]>;
  /** The newest messages before `beforeId` (null: the newest of all), oldest first; `more`: older ones exist. */
  messagesBefore(projectId: number, beforeId: number | null, size: PageSize): Promise<MessagePage>;
  /** The oldest messages after `afterId`, oldest first; `more`: newer ones exist. */
  messagesAfter(projectId: number, afterId: number, size: PageSize): Promise<MessagePage>;
  /** All at one moment. Null for who is no member of such a project. */
  readRoom(request: RoomRequest): Promise<RoomView | null>;
  /** The number of the newest edit or deletion in the room, 0 when there was none. */
  lastChange(projectId: number): Promise<number>;
  /**
   * Messages that hold every word of the query, or one that begins so, whatever their case and accents; quoted words
   * stand in that order. Best first: those written as the query, accents and all, then whole words before beginnings,
   * then the newest. All that is committed when it is called is searched, but for a time when more than 10,000
   * messages are not in the index yet, as after a flood or the change to a new version, or while nothing can be
   * written: then what is. Fails with
   * `unavailable` when too many searches wait.
   */
  search(projectId: number, query: string, size: PageSize): Promise<Message[]>;
  /** Waits for the writes in hand, then closes the database. */
  close(): Promise<void>;
}
