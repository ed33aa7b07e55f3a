import type { Message } from "../../model/message.ts";
import type { Project } from "../../model/project.ts";
import type { User } from "../../model/user.ts";
import type { NewMembers, NewMessage, NewProject, NewSession, NewUser } from "../store.ts";
import type { Failure } from "./errors.ts";

/** Every write of the Store as plain data, so that it can cross to the writer's thread and back. */
export interface Writes {
  createUser: { input: NewUser; output: User };
  createSession: { input: NewSession; output: null };
  endSession: { input: { id: string; at: number }; output: boolean };
  createProject: { input: NewProject; output: { project: Project; duplicate: boolean } };
  addMembers: { input: NewMembers; output: { added: string[]; already: string[] } };
  addMessage: { input: NewMessage; output: { message: Message; duplicate: boolean } };
  /** True when there may be more to forget: see Writer. */
  purge: { input: { tagsBefore: number; sessionsBefore: number }; output: boolean };
}

export type WriteName = keyof Writes;

export type WriteRequest = { [N in WriteName]: { name: N; input: Writes[N]["input"] } }[WriteName];

/** `value` is the `output` of the request's name. */
export type WriteResult = { ok: true; value: unknown } | { ok: false; failure: Failure };
