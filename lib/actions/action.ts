import type { Clock } from "../clock.ts";
import type { LogReader } from "../audit/reading/log_reader.ts";
import type { Authenticator } from "../auth/authenticator.ts";
import type { LoginThrottle } from "../auth/login_throttle.ts";
import type { SessionUses } from "../auth/session_uses.ts";
import type { Passwords } from "../auth/passwords.ts";
import type { Tokens } from "../auth/token.ts";
import type { MinuteLists, Stats } from "../model/figures/stats.ts";
import type { Limits } from "../model/limits.ts";
import type { MemberRole, Project } from "../model/project.ts";
import type { Setting } from "../model/setting.ts";
import type { Session } from "../model/session.ts";
import type { ActionName } from "../protocol/replies.ts";
import { Arguments } from "../protocol/request.ts";
import type { Peer } from "../rooms/peer.ts";
import type { Turns } from "../queues/turns.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Store } from "../store/store.ts";
import { type Field, number, token } from "./field.ts";
import type { Result } from "./outcome.ts";

/** The services that actions use. */
export interface Services {
  store: Store;
  passwords: Passwords;
  tokens: Tokens;
  authenticator: Authenticator;
  throttle: LoginThrottle;
  rooms: Rooms;
  /** By account, for what reads much. */
  turns: Turns;
  logs: Pick<LogReader, "days" | "files" | "page">;
  limits: Limits;
  registration: "open" | "invite" | "closed";
  sessionUses: SessionUses;
  /** The options in force. */
  settings: readonly Setting[];
  /** The server's figures, of now and of the last minutes that are over. */
  figures: { stats(): Promise<Stats>; minutes(count: number): MinuteLists };
  clock: Clock;
  actions: ReadonlyMap<string, Action>;
}

/** The request for which an action runs. */
export interface Call {
  /** The request's tag, which makes it idempotent. */
  tag: string | null;
  peer: Peer;
}

/** The call of an action that needs no token. */
export interface OpenCall extends Call {
  /** To be called once the name in the request is known to be an account's: then the log may hold it. */
  accountFound(): void;
}

export interface UserCall extends Call {
  session: Session;
}

export interface AdminCall extends Call {
  /** Null where the operator asks, by the server's own commands. */
  session: Session | null;
}

/** The id of the admin who asks; null for the operator. */
export function adminId({ session }: AdminCall): number | null {
  return session?.user.id ?? null;
}

export interface MemberCall extends UserCall {
  project: Project;
  role: MemberRole;
}

/**
 * The call that an action receives behind each gate. `none` is open to anyone, `user` needs a valid token, `admin` one of
 * an admin, `member` also needs membership of the project. `member` is for reads: a write checks access within its own transaction
 * (checked_by_store.ts). The gate adds the arguments that it needs: the token and the project's id.
 */
interface Calls {
  none: OpenCall;
  user: UserCall;
  admin: AdminCall;
  member: MemberCall;
}

export type Gate = keyof Calls;

/**
 * An action's names in the log: the Vietnamese `name`, and `type` where it isn't the action word (docs/PROTOCOL.md,
 * "Log files").
 */
export interface AuditNames {
  name: string;
  type?: string;
}

type Fields<T> = { [K in keyof T]: Field<T[K]> };

/** An action as its module defines it: data and one function. */
export interface ActionDefinition<A extends ActionName, G extends Gate, T> {
  /** The action word, in lower case. */
  name: A;
  /** Null for an action that is not logged. */
  audit: AuditNames | null;
  gate: G;
  /** The arguments in order, after those of the gate. */
  fields: Fields<T>;
  /** Shown by `help` and `bad_request`. */
  usage: string;
  /** Whether the next request of the connection may begin before this one is answered, if that overlaps as well. */
  overlaps?: boolean;
  /** Whether it may take long, reading much: it begins at its account's turn. */
  bulky?: boolean;
  run(fields: T, call: Calls[G], services: Services): Result<A>;
}

/** The description of an argument that the log needs to mask it. */
interface NamedField {
  readonly name: string;
  readonly secret: boolean;
  readonly rest: boolean;
  readonly account: boolean;
}

/** An action as it is held in the table of actions. */
export interface Action<A extends ActionName = ActionName> {
  readonly name: A;
  readonly audit: AuditNames | null;
  readonly gate: Gate;
  /** All arguments, those of the gate first. */
  readonly fields: readonly NamedField[];
  readonly usage: string;
  readonly overlaps: boolean;
  readonly bulky: boolean;
  /**
   * Decodes the arguments of a request.
   * @param rest the text after the action word
   * @returns null when an argument is missing or malformed, or when there are too many
   */
  prepare(rest: string): PreparedRequest | null;
}

type Run<C extends Call> = (call: C, services: Services) => Result;

/** A request with decoded arguments: the gate with its own, and `run` bound to the action's. */
export type PreparedRequest =
  | { gate: "none"; run: Run<OpenCall> }
  | { gate: "user"; token: string; run: Run<UserCall> }
  | { gate: "admin"; token: string; run: Run<AdminCall> }
  | { gate: "member"; token: string; projectId: number; run: Run<MemberCall> };

type DecodeRun<C extends Call> = (args: Arguments) => Run<C> | null;

interface GateArguments<C extends Call> {
  readonly fields: Readonly<Record<string, Field<unknown>>>;
  /** Decodes the gate's own arguments, then the action's with `decode`. */
  prepare(args: Arguments, decode: DecodeRun<C>): PreparedRequest | null;
}

/** A gate that adds nothing but the token. */
function tokenGate<G extends "user" | "admin">(gate: G): GateArguments<Calls[G]> {
  return {
    fields: { token },
    prepare(args, decode) {
      const sent = token.decode(args);
      if (sent === undefined) return null;
      const run = decode(args);
      return run && { gate, token: sent, run } as PreparedRequest;
    },
  };
}

const GATES: { [G in Gate]: GateArguments<Calls[G]> } = {
  none: {
    fields: {},
    prepare(args, decode) {
      const run = decode(args);
      return run && { gate: "none", run };
    },
  },
  user: tokenGate("user"),
  admin: tokenGate("admin"),
  member: {
    fields: { token, project_id: number },
    prepare(args, decode) {
      const sent = token.decode(args);
      const projectId = number.decode(args);
      if (sent === undefined || projectId === undefined) return null;
      const run = decode(args);
      return run && { gate: "member", token: sent, projectId, run };
    },
  },
};

export function defineAction<A extends ActionName, G extends Gate, T>(
  definition: ActionDefinition<A, G, T>,
): Action<A> {
  const { name, audit, gate, fields, usage, overlaps = false, bulky = false } = definition;
  const { fields: gateFields, prepare }: GateArguments<Calls[G]> = GATES[gate];
  const decode: DecodeRun<Calls[G]> = (args) => {
    const decoded = decodeFields(fields, args);
    if (decoded === null || !args.empty) return null;
    return (call, services) => definition.run(decoded, call, services);
  };
  return {
    name,
    audit,
    gate,
    fields: [...namedFields(gateFields), ...namedFields(fields)],
    usage,
    overlaps,
    bulky,
    prepare: (rest) => prepare(new Arguments(rest), decode),
  };
}

function namedFields(fields: Readonly<Record<string, Field<unknown>>>): NamedField[] {
  return Object.entries(fields).map(([name, { secret, rest, account }]) => ({
    name,
    secret,
    rest,
    account,
  }));
}

function decodeFields<T>(fields: Fields<T>, args: Arguments): T | null {
  const decoded: Partial<T> = {};
  for (const name in fields) {
    const value = fields[name].decode(args);
    if (value === undefined) return null;
    decoded[name] = value;
  }
  return decoded as T;
}
