import type { Authenticator } from "../auth/authenticator.ts";
import type { LoginThrottle } from "../auth/login_throttle.ts";
import type { Passwords } from "../auth/passwords.ts";
import type { Tokens } from "../auth/token.ts";
import type { Limits } from "../model/limits.ts";
import type { Session } from "../model/session.ts";
import type { User } from "../model/user.ts";
import type { ActionName, Replies } from "../protocol/replies.ts";
import type { Arguments } from "../protocol/request.ts";
import type { AddressedEvent } from "../rooms/addressed_event.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Commit } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import {
  type Decoded,
  decodeFields,
  type Fields,
  type NamedField,
  number,
  token,
} from "./field.ts";
import { type Call, type CallByGate, type GateName, GATES } from "./gates.ts";

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

/** The result of an action. It is queued in this order: the reply, the events, then `afterReply` is called. */
export interface Outcome<Reply = Replies[ActionName]> {
  reply: Reply;
  events?: readonly AddressedEvent[];
  afterReply?: () => void;
  /** The user of a successful login. */
  user?: User;
}

/** A function is the last step of what was waited for: nothing else happens between it and its reply. */
export type Settled<Reply = Replies[ActionName]> =
  | Outcome<Reply>
  | Commit<Outcome<Reply>>
  | (() => Outcome<Reply>);

export type Result<Reply = Replies[ActionName]> = Settled<Reply> | Promise<Settled<Reply>>;

/** Vietnamese `name`; `type` where it isn't the action word (docs/PROTOCOL.md, "Log files"). */
export interface AuditNames {
  name: string;
  type?: string;
}

/** An action: data, and one function. */
export interface ActionDefinition<A extends ActionName, G extends GateName, F extends Fields> {
  name: A;
  /** Null for an action that the log leaves out. */
  audit: AuditNames | null;
  gate: G;
  /** In order; those that the gate brings come before. */
  fields: F;
  /** As `help` and `bad_request` show it. */
  usage: string;
  /** The next request of the connection may begin before this one is answered, if it has this too. */
  overlaps?: boolean;
  run(fields: Decoded<F>, call: CallByGate[G], services: Services): Result<Replies[A]>;
}

/** A request whose arguments are decoded. */
export interface DecodedRequest {
  /** Null where the action takes none. */
  readonly token: string | null;
  /**
   * Passes the gate.
   * @param session the token's; null where the action takes none
   * @returns what runs the action
   * @throws ChungError `project_not_found`, `not_a_member`
   */
  admit(
    call: Call,
    session: Session | null,
    services: Services,
  ): (() => Result) | Promise<() => Result>;
}

/** An action as the table holds it. */
export interface Action {
  readonly name: ActionName;
  readonly audit: AuditNames | null;
  /** Whether a token is the first argument. */
  readonly takesToken: boolean;
  /** All of them, those of the gate first. */
  readonly fields: readonly NamedField[];
  readonly usage: string;
  readonly overlaps: boolean;
  /** Null when an argument is missing, malformed or too many. */
  decode(args: Arguments): DecodedRequest | null;
}

export function defineAction<A extends ActionName, G extends GateName, F extends Fields>(
  { name, audit, gate: gateName, fields, usage, overlaps = false, run }: ActionDefinition<A, G, F>,
): Action {
  const gate: typeof GATES[G] = GATES[gateName];
  const [takesToken, takesProject] = [gate.fields.length > 0, gate.fields.length > 1];
  return {
    name,
    audit,
    takesToken,
    fields: [...gate.fields, ...Object.entries(fields)],
    usage,
    overlaps,
    decode(args) {
      const given = takesToken ? token.decode(args) : null;
      const projectId = takesProject ? number.decode(args) : 0;
      if (given === undefined || projectId === undefined) return null;
      const decoded = decodeFields(fields, args);
      if (decoded === null || !args.empty) return null;
      return {
        token: given,
        admit(call, session, services) {
          const admitted = gate.admit({ call, session, projectId }, services.store);
          return admitted instanceof Promise
            ? admitted.then((known) => () => run(decoded, known, services))
            : () => run(decoded, admitted, services);
        },
      };
    },
  };
}
