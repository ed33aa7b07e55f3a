import type { Message } from "../model/message.ts";
import type { Project } from "../model/project.ts";
import type { User } from "../model/user.ts";
import type {
  AddedMembers,
  AddedMessage,
  MemberChange,
  MessageDeletion,
  MessageEdit,
  NewMembers,
  NewMessage,
  NewProject,
  NewSession,
  NewUser,
  Person,
  ProjectRename,
  ReadMark,
  ReadPosition,
  WatchedProject,
} from "./store.ts";
import type { Failure } from "./failure.ts";

/** Every write of the Store as plain data, so that it can cross to the writer's thread and back. */
export interface Writes {
  createUser: { input: NewUser; output: User };
  createSession: { input: NewSession; output: null };
  endSession: { input: { id: string; at: number }; output: boolean };
  createProject: { input: NewProject; output: { project: Project; duplicate: boolean } };
  addMembers: { input: NewMembers; output: AddedMembers };
  removeMember: { input: MemberChange; output: { project: Project; removed: Person } };
  transferProject: { input: MemberChange; output: { project: Project; changed: boolean } };
  renameProject: { input: ProjectRename; output: Project };
  addMessage: { input: NewMessage; output: AddedMessage };
  editMessage: { input: MessageEdit; output: { message: Message; mentioned: Person[] } };
  deleteMessage: { input: MessageDeletion; output: { message: Message; authorId: number } };
  markRead: { input: ReadMark; output: ReadPosition & { unread: number; mentions: number } };
  /** Writes nothing: it is here to be read between the writes before it and those after. */
  watchProjects: { input: { userId: number }; output: WatchedProject[] };
  /** True when there may be more to forget: see Writer. */
  purge: { input: { tagsBefore: number; sessionsBefore: number }; output: boolean };
  /** True when there may be more to take in: see SearchIndex. */
  indexMessages: { input: Record<never, never>; output: boolean };
}

export type WriteName = keyof Writes;

export type WriteRequest = { [N in WriteName]: { name: N; input: Writes[N]["input"] } }[WriteName];

/** `value` is the `output` of the request's name. */
export type WriteResult = { ok: true; value: unknown } | { ok: false; failure: Failure };
