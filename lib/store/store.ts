import type { Message, MessagePage } from "../model/message.ts";
import type { MemberRole, Project, ProjectSummary } from "../model/project.ts";
import type { Account, StoredSession, User } from "../model/user.ts";
import type { Commit } from "./commit.ts";

/** Times given to the store are Unix milliseconds; `expiresAt` of a session is in seconds, as in its token. */
export interface NewUser {
  username: string;
  passwordHash: string;
  at: number;
}

export interface NewSession {
  id: string;
  userId: number;
  at: number;
  expiresAt: number;
}

/** `tag`: what makes the request idempotent (docs/PROTOCOL.md, "Request, response, event"), or null. */
export interface NewProject {
  name: string;
  ownerId: number;
  at: number;
  tag: string | null;
}

export interface NewMessage {
  projectId: number;
  userId: number;
  text: string;
  at: number;
  tag: string | null;
  /** By which it came: messages of one are stored in the order they were added, and connections take turns. */
  connection?: number;
}

export interface NewMembers {
  projectId: number;
  /** Who adds; checked to be the owner within the same transaction. */
  actorId: number;
  usernames: string[];
  at: number;
}

/** What an existing message says from now on. */
export interface MessageEdit {
  messageId: number;
  /** Checked to be the author, and still a member. */
  userId: number;
  text: string;
  at: number;
}

export interface MessageDeletion {
  messageId: number;
  /** Checked to be the author or the project's owner, and a member. */
  userId: number;
  at: number;
}

export interface ReadMark {
  projectId: number;
  userId: number;
  /** All messages up to this one are read. A mark never goes back, nor past the newest message. */
  messageId: number;
}

/** Something that the owner does to a member, or, to be removed, a member to itself. */
export interface MemberChange {
  projectId: number;
  actorId: number;
  /** Blind to case. */
  username: string;
}

export interface ProjectRename {
  projectId: number;
  actorId: number;
  name: string;
}

/** A user by both names. */
export interface Person {
  id: number;
  username: string;
}

/**
 * Where a member is in a room's log. `offset`: what to take from a message's ordinal to have the unread count at that
 * message; it grows by one with each message of the member's own, and with each deleted one of others after
 * `lastReadId`.
 */
export interface ReadPosition {
  lastReadId: number;
  offset: number;
}

/** `ordinal`: how many messages the room has had up to this one; `mentioned`: members whose name stands in it. */
export interface AddedMessage {
  message: Message;
  duplicate: boolean;
  ordinal: number;
  mentioned: Person[];
}

export interface AddedMembers {
  project: Project;
  added: (Person & ReadPosition)[];
  /** Names as first written. */
  already: string[];
}

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
  /**
   * Undefined while writes are taken as they come; else settles when they are again. Who can wait should: past
   * its cap the store answers `unavailable`. A connection of which nothing waits need not wait for those that flood.
   */
  ready(connection?: number): Promise<void> | undefined;

  /** @throws ChungError `username_taken` */
  createUser(user: NewUser): Commit<User>;
  createSession(session: NewSession): Commit<void>;
  /** True when this call ended it. */
  endSession(id: string, at: number): Commit<boolean>;
  /** The owner becomes the first member. */
  createProject(project: NewProject): Commit<{ project: Project; duplicate: boolean }>;
  /** All or nothing; names as first written, in the order given. @throws ChungError `project_not_found`, `not_owner`, `user_not_found` */
  addMembers(members: NewMembers): Commit<AddedMembers>;
  /** By the owner, or by the member itself; never the owner. @throws ChungError `project_not_found`, `not_owner`, `not_a_member`, `bad_request` */
  removeMember(change: MemberChange): Commit<{ project: Project; removed: Person }>;
  /** The new owner has to be a member. `changed`: false when it is the owner already. @throws ChungError `project_not_found`, `not_owner`, `not_a_member` */
  transferProject(change: MemberChange): Commit<{ project: Project; changed: boolean }>;
  /** @throws ChungError `project_not_found`, `not_owner` */
  renameProject(rename: ProjectRename): Commit<Project>;
  /** @throws ChungError `project_not_found`, `not_a_member` */
  addMessage(message: NewMessage): Commit<AddedMessage>;
  /** `mentioned`: who was not before. @throws ChungError `message_not_found`, `not_author`, `not_a_member` */
  editMessage(edit: MessageEdit): Commit<{ message: Message; mentioned: Person[] }>;
  /** @throws ChungError `message_not_found`, `not_author`, `not_a_member` */
  deleteMessage(deletion: MessageDeletion): Commit<{ message: Message; authorId: number }>;
  /** @throws ChungError `project_not_found`, `not_a_member` */
  markRead(mark: ReadMark): Commit<ReadPosition & { unread: number; mentions: number }>;
  /** As `listProjects`, in the order of the writes: nothing that is settled later is in it, and nothing earlier is not. */
  watchProjects(userId: number): Commit<WatchedProject[]>;
  /** Forgets tags stored before `tagsBefore` and sessions that were over before `sessionsBefore`, both Unix milliseconds. */
  purge(tagsBefore: number, sessionsBefore: number): Commit<void>;

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
