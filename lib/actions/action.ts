import type { Authenticator } from "../auth/authenticator.ts";
import type { LoginThrottle } from "../auth/login_throttle.ts";
import type { Passwords } from "../auth/passwords.ts";
import type { Tokens } from "../auth/token.ts";
import type { Limits } from "../model/limits.ts";
import type { MemberRole, Project } from "../model/project.ts";
import type { Session } from "../model/session.ts";
import type { User } from "../model/user.ts";
import type { AddressedEvent } from "../rooms/addressed_event.ts";
import type { Peer } from "../rooms/peer.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Commit } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { type Field, number, token } from "./field.ts";

/**
 * Who may: anyone · with a valid token · also a member of the project named first · also its owner.
 * The gate brings the arguments that it needs: the token, and the project's id.
 */
export type Gate = "none" | "user" | "member" | "owner";

/** What actions work with. */
export interface Services {
  store: Store;
  passwords: Passwords;
  tokens: Tokens;
  authenticator: Authenticator;
  throttle: LoginThrottle;
  rooms: Rooms;
  limits: Limits;
  registration: "open" | "closed";
  /** Unix milliseconds. */
  now: () => number;
  actions: ReadonlyMap<string, Action>;
}

/** The request that an action is run for. */
export interface Call {
  /** The one that makes a request idempotent. */
  tag: string | null;
  peer: Peer;
}

export interface UserCall extends Call {
  session: Session;
}

export interface MemberCall extends UserCall {
  project: Project;
  role: MemberRole;
}

/** What an action has to say. It is queued in this order: the reply, the events, then `afterReply` is called. */
export interface Outcome {
  reply: unknown;
  events?: AddressedEvent[];
  afterReply?: () => void;
  /** Whom a successful login belongs to. */
  user?: User;
}

/** A function is the last step of what was waited for: nothing else happens between it and its reply. */
export type Settled = Outcome | Commit<Outcome> | (() => Outcome);

export type Result = Settled | Promise<Settled>;

/** Vietnamese `name`; `type` where it isn't the action word (docs/PROTOCOL.md, "Log files"). */
export interface AuditNames {
  name: string;
  type?: string;
}

type Fields = Record<string, Field<unknown>>;
type Decoded<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};
type CallOf<G extends Gate> = G extends "none" ? Call : G extends "user" ? UserCall : MemberCall;

/** An action: data, and one function. */
export interface ActionDefinition<G extends Gate, F extends Fields> {
  /** The action word, in lower case. */
  name: string;
  /** Null for an action that the log leaves out. */
  audit: AuditNames | null;
  gate: G;
  /** In order; those that the gate brings come before. */
  fields: F;
  /** As `help` and `bad_request` show it. */
  usage: string;
  /** The next request of the connection may begin before this one is answered, if it has this too. */
  overlaps?: boolean;
  run(fields: Decoded<F>, call: CallOf<G>, services: Services): Result;
}

/** An action as the table holds it. */
export interface Action {
  readonly name: string;
  readonly audit: AuditNames | null;
  readonly gate: Gate;
  /** All of them, those of the gate first. */
  readonly fields: readonly (readonly [string, Field<unknown>])[];
  readonly usage: string;
  readonly overlaps: boolean;
  // The fields are decoded by `fields` and the call is made by `gate`: the dispatcher keeps the two in step.
  run(fields: never, call: never, services: Services): Result;
}

const GATE_FIELDS: Record<Gate, [string, Field<unknown>][]> = {
  none: [],
  user: [["token", token]],
  member: [["token", token], ["project_id", number]],
  owner: [["token", token], ["project_id", number]],
};

export function defineAction<G extends Gate, F extends Fields>(
  definition: ActionDefinition<G, F>,
): Action {
  return {
    ...definition,
    overlaps: definition.overlaps ?? false,
    fields: [...GATE_FIELDS[definition.gate], ...Object.entries(definition.fields)],
  };
}
