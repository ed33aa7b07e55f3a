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
}

export interface NewMembers {
  projectId: number;
  /** Who adds; checked to be the owner within the same transaction. */
  actorId: number;
  usernames: string[];
  at: number;
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
   * its cap the store answers `unavailable`.
   */
  ready(): Promise<void> | undefined;

  /** @throws ChungError `username_taken` */
  createUser(user: NewUser): Commit<User>;
  createSession(session: NewSession): Commit<void>;
  /** True when this call ended it. */
  endSession(id: string, at: number): Commit<boolean>;
  /** The owner becomes the first member. */
  createProject(project: NewProject): Commit<{ project: Project; duplicate: boolean }>;
  /** All or nothing; names as first written, in the order given. @throws ChungError `project_not_found`, `not_owner`, `user_not_found` */
  addMembers(members: NewMembers): Commit<{ added: string[]; already: string[] }>;
  /** @throws ChungError `project_not_found`, `not_a_member` */
  addMessage(message: NewMessage): Commit<{ message: Message; duplicate: boolean }>;
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
  /** Waits for the writes in hand, then closes the database. */
  close(): Promise<void>;
}
