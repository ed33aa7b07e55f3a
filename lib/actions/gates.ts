import type { MemberRole, Project } from "../model/project.ts";
import type { Session } from "../model/session.ts";
import type { Peer } from "../rooms/peer.ts";
import type { Store } from "../store/store.ts";
import { accessAs } from "./access.ts";
import { type NamedField, number, token } from "./field.ts";

/** The request that an action is run for. */
export interface Call {
  /** The tag that makes a request idempotent. */
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

/** The call that each gate lets through to an action. */
export interface CallByGate {
  /** Anyone. */
  none: Call;
  /** With a valid token. */
  user: UserCall;
  /** A member of the project that is named first. For reads: a write's own transaction checks (checked_by_store.ts). */
  member: MemberCall;
}

export type GateName = keyof CallByGate;

/** A request at a gate, with the gate's own arguments decoded. */
export interface GateArguments {
  readonly call: Call;
  /** Null where the action takes no token. */
  readonly session: Session | null;
  /** 0 where the gate asks for no project. */
  readonly projectId: number;
}

/** The access level of an action, and the arguments that it brings. */
export interface Gate<C extends Call> {
  /** In order; they come before the action's own. */
  readonly fields: readonly NamedField[];
  /** @throws ChungError `project_not_found`, `not_a_member` */
  admit(args: GateArguments, store: Store): C | Promise<C>;
}

const TOKEN: NamedField = ["token", token];
const PROJECT_ID: NamedField = ["project_id", number];

export const GATES: { readonly [G in GateName]: Gate<CallByGate[G]> } = {
  none: {
    fields: [],
    admit: ({ call }) => call,
  },
  user: {
    fields: [TOKEN],
    admit: ({ call, session }) => ({ ...call, session: signedIn(session) }),
  },
  member: {
    fields: [TOKEN, PROJECT_ID],
    async admit({ call, session, projectId }, store) {
      const known = signedIn(session);
      const access = await accessAs("member", store, projectId, known.user.id);
      return { ...call, session: known, ...access };
    },
  },
};

function signedIn(session: Session | null): Session {
  if (session === null) throw new Error("a gate that takes a token is passed with a session");
  return session;
}
