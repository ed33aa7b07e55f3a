import type { Change } from "../model/change.ts";
import type { User } from "../model/user.ts";
import type { ActionName, Replies } from "../protocol/replies.ts";
import type { AddressedEvent } from "../rooms/addressed_event.ts";
import type { Commit } from "../store/commit.ts";

/**
 * The result of an action. It is told in this order: the reply, the events, those that rooms derive from `change`;
 * then `afterReply` is called.
 */
export interface Outcome<A extends ActionName = ActionName> {
  reply: Replies[A];
  events?: AddressedEvent[];
  change?: Change;
  afterReply?: () => void;
  /** The user whom a successful login belongs to. */
  user?: User;
}

/** A function is the last step of what was waited for: nothing else happens between it and its reply. */
export type Settled<A extends ActionName = ActionName> =
  | Outcome<A>
  | Commit<Outcome<A>>
  | (() => Outcome<A>);

export type Result<A extends ActionName = ActionName> = Settled<A> | Promise<Settled<A>>;
