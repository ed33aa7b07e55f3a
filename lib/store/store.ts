import type { Message, MessagePage } from "../model/message.ts";
import type { MemberRole, Project, ProjectSummary } from "../model/project.ts";
import type { Account, StoredSession } from "../model/user.ts";
import type { Commit } from "./commit.ts";
import type { Scheduling } from "./write_queue.ts";
import type { WriteName, Writes } from "./writes.ts";

/** A project's row in the list of one who watches, and where that person is in its log. */
export interface WatchedProject {
  summary: ProjectSummary;
  offset: number;
}

/** Messages that were edited or deleted, in the order of the last time; `lastChange`: where to go on. */
export interface ChangePage extends MessagePage {
  lastChange: number;
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

/**
 * Where everything lasting is. Asynchronous, so that another database fits behind it.
 *
 * A write is one transaction and is handed over after its commit; it checks again, inside, what it depends on.
 * Reads see only what is committed and durable, and never wait for a write.
 * Either fails with `unavailable` when the database can't be written or reached, and then nothing was changed.
 */
export interface Store {
  /** Writes of one lane are committed in the order in which they were asked for; lanes take turns. */
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
  /** As `listProjects`, in the order of the writes: nothing that is settled later is in it, and nothing earlier is not. */
  watchProjects(userId: number): Commit<WatchedProject[]>;
  /** Forgets tags stored before `tagsBefore` and sessions that were over before `sessionsBefore`. */
  purge(tagsBefore: number, sessionsBefore: number): Promise<void>;

  /** Blind to case. */
  findAccount(username: string): Promise<Account | null>;
  findSession(id: string): Promise<StoredSession | null>;
  /** Null when there is no such project. */
  findAccess(projectId: number, userId: number): Promise<Access | null>;
  /** The owner first, then by the time they were added. */
  listMembers(projectId: number): Promise<{ username: string; role: MemberRole }[]>;
  /** Latest activity first. */
  listProjects(userId: number): Promise<ProjectSummary[]>;
  /** The newest messages before `beforeId` (null: the newest of all), oldest first; `more`: older ones exist. */
  messagesBefore(projectId: number, beforeId: number | null, size: PageSize): Promise<MessagePage>;
  /** The oldest messages after `afterId`, oldest first; `more`: newer ones exist. */
  messagesAfter(projectId: number, afterId: number, size: PageSize): Promise<MessagePage>;
  /** 0 in an empty room. */
  lastMessageId(projectId: number): Promise<number>;
  /**
   * Messages up to `throughId` that were edited or deleted after change `afterChange`; `more`: further changes exist.
   * Changes of later messages are passed over: who reads those messages afterwards has them as they are by then.
   */
  changesAfter(
    projectId: number,
    afterChange: number,
    throughId: number,
    size: PageSize,
  ): Promise<ChangePage>;
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
