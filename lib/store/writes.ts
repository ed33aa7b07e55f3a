import type { LogHead } from "../model/log/log_head.ts";
import type { Message } from "../model/message.ts";
import type { Project } from "../model/project.ts";
import type { AccountWrites } from "./account_writes.ts";
import type { TaskWrites } from "./task_writes.ts";

/**
 * A project to be created. Here and below, times are in Unix milliseconds, and `tag` makes the request idempotent (docs/PROTOCOL.md, "Request, response,
 * event"); null for none.
 */
export interface NewProject {
  name: string;
  ownerId: number;
  at: number;
  /** How many projects one account can make; no limit if left out. */
  most?: number;
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
  /** The user who adds them; must be the owner. */
  actorId: number;
  usernames: string[];
  at: number;
}

/** The new text of a message. */
export interface MessageEdit {
  messageId: number;
  /** The user who edits it; must be the author, and still a member. */
  userId: number;
  text: string;
  at: number;
}

export interface MessageDeletion {
  messageId: number;
  /** The user who deletes it; must be the author, if still a member, or the project's owner. */
  userId: number;
  at: number;
}

export interface ReadMark {
  projectId: number;
  userId: number;
  /** The message up to which all are read. A mark never moves back, nor past the newest message. */
  messageId: number;
}

/** A change that the owner makes to a member; members may also remove themselves. */
export interface MemberChange {
  projectId: number;
  actorId: number;
  /** The member's name, in any letter case. */
  username: string;
  at: number;
}

/** The return of somebody who left a project by themselves. */
export interface Return {
  projectId: number;
  userId: number;
  at: number;
}

export interface ProjectRename {
  projectId: number;
  actorId: number;
  name: string;
  at: number;
}

export interface ProjectArchiving {
  projectId: number;
  actorId: number;
  /** False to restore it. */
  archived: boolean;
  at: number;
}

/** A user's id and name. */
export interface Person {
  id: number;
  username: string;
  /** The display name, where it is looked up and there is one. */
  name?: string;
}

/**
 * The position up to which a member has read a room's log. The ordinal of a message minus `offset` is the member's
 * unread count at that message: `offset` grows by one with each message the member writes, and with each deletion of
 * another member's message after `lastReadId`.
 */
export interface ReadPosition {
  lastReadId: number;
  offset: number;
}

/**
 * `duplicate`: the tag is that of an earlier request, whose message this is; `ordinal`: the number of the message in
 * its room, from 1; `mentioned`: the members named in it.
 */
export interface AddedMessage {
  message: Message;
  duplicate: boolean;
  ordinal: number;
  mentioned: Person[];
}

export interface AddedMembers {
  project: Project;
  added: (Person & ReadPosition)[];
  /** The registered names of the users who already were members. */
  already: string[];
  /** Null if nobody was added. */
  line: Message | null;
}

/** `line` is null if they were no member, but had left by themselves: they can't come back any more. */
export interface RemovedMember {
  project: Project;
  removed: Person;
  line: Message | null;
}

/** `joined` is null if the user is a member already. */
export interface ReturnedMember {
  project: Project;
  joined: { position: ReadPosition; line: Message } | null;
}

/** `line` is null if nothing changed. */
export interface ChangedProject {
  project: Project;
  line: Message | null;
}

/**
 * Every write of the Store, by name. Input and output are plain data, which can be sent to another thread or process.
 *
 * Each write is one transaction, which also checks whether the user is allowed to make it, so that callers need not
 * read the access first. The codes listed are those of the ChungErrors it fails with, in the order of the checks.
 * A change of a project is told by a line of activity in its log, the output's `line`, stored with it.
 */
export interface Writes extends AccountWrites, TaskWrites {
  /** The owner becomes the first member. `tag_reused`, `not_a_member` (of the tag's project), `too_many_projects` */
  createProject: { input: NewProject; output: { project: Project; duplicate: boolean } };
  /**
   * Adds all or none, and nobody who left by themselves. `project_not_found`, `not_owner`, `project_archived`, `user_not_found`,
   * `project_left`
   */
  addMembers: { input: NewMembers; output: AddedMembers };
  /**
   * Requested by the owner or by the member; the owner can't be removed. Members leave an archived project too. The
   * owner also removes who had left by themselves, and so can't come back.
   * `project_not_found`, `not_a_member` (the requester), `not_owner`, `bad_request`, `project_archived`, `not_a_member`
   */
  removeMember: { input: MemberChange; output: RemovedMember };
  /** `project_not_found`, `not_a_member` */
  rejoin: { input: Return; output: ReturnedMember };
  /** The new owner must be a member. `project_not_found`, `not_owner`, `project_archived`, `not_a_member` */
  transferProject: { input: MemberChange; output: ChangedProject };
  /** `project_not_found`, `not_owner`, `project_archived` */
  renameProject: { input: ProjectRename; output: ChangedProject };
  /** `project_not_found`, `not_owner` */
  archiveProject: { input: ProjectArchiving; output: ChangedProject };
  /** `project_not_found`, `not_a_member`, `tag_reused`, `project_archived` */
  addMessage: { input: NewMessage; output: AddedMessage };
  /** `mentioned`: the members not named before the edit. As `deleteMessage` */
  editMessage: { input: MessageEdit; output: { message: Message; mentioned: Person[] } };
  /**
   * `message_not_found` (a line of activity too), `not_a_member` (the author, who has left), `not_author`,
   * `project_archived`
   */
  deleteMessage: { input: MessageDeletion; output: { message: Message; authorId: number } };
  /** `project_not_found`, `not_a_member` */
  markRead: { input: ReadMark; output: ReadPosition & { unread: number; mentions: number } };
  /** Keeps the ends of the log's chains in place of earlier ones of the same files. */
  keepLogHeads: { input: { heads: readonly LogHead[] }; output: void };
  /** Notes that a day of the log is removed because of its age, and forgets the ends of its chains. */
  removeLogDay: { input: { day: string; at: number }; output: void };
}

export type WriteName = keyof Writes;
