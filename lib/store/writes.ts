import type { Message } from "../model/message.ts";
import type { Project } from "../model/project.ts";
import type { User } from "../model/user.ts";

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
  /** The user who adds; the same transaction checks that they own the project. */
  actorId: number;
  usernames: string[];
  at: number;
}

/** A new text for an existing message. */
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

/** The end of a session before its time. */
export interface SessionEnd {
  id: string;
  at: number;
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

/**
 * Every write of the Store by its name: plain data, so that it can cross to another thread or process and back.
 *
 * Each is one transaction, which checks the access of who asks: nothing has to be read before it. The codes are those
 * of the ChungErrors that it fails with; what is checked first is answered first.
 */
export interface Writes {
  /** `username_taken` */
  createUser: { input: NewUser; output: User };
  createSession: { input: NewSession; output: void };
  /** True when this write ended it. */
  endSession: { input: SessionEnd; output: boolean };
  /** The owner becomes the first member. */
  createProject: { input: NewProject; output: { project: Project; duplicate: boolean } };
  /** All or nothing. `project_not_found`, `not_owner`, `user_not_found` */
  addMembers: { input: NewMembers; output: AddedMembers };
  /**
   * By the owner, or by the member itself; never the owner.
   * `project_not_found`, `not_a_member` (who asks), `not_owner`, `bad_request`, `not_a_member`
   */
  removeMember: { input: MemberChange; output: { project: Project; removed: Person } };
  /**
   * The new owner has to be a member. `changed`: false when it is the owner already.
   * `project_not_found`, `not_owner`, `not_a_member`
   */
  transferProject: { input: MemberChange; output: { project: Project; changed: boolean } };
  /** `project_not_found`, `not_owner` */
  renameProject: { input: ProjectRename; output: Project };
  /** `project_not_found`, `not_a_member` */
  addMessage: { input: NewMessage; output: AddedMessage };
  /** `mentioned`: who was not before. `message_not_found`, `not_author`, `not_a_member` */
  editMessage: { input: MessageEdit; output: { message: Message; mentioned: Person[] } };
  /** `message_not_found`, `not_author`, `not_a_member` */
  deleteMessage: { input: MessageDeletion; output: { message: Message; authorId: number } };
  /** `project_not_found`, `not_a_member` */
  markRead: { input: ReadMark; output: ReadPosition & { unread: number; mentions: number } };
}

export type WriteName = keyof Writes;
