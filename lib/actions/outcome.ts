import type { Change } from "../model/change.ts";
import type { User } from "../model/user.ts";
import type { ActionName, Replies } from "../protocol/replies.ts";
import type { AddressedEvent } from "../rooms/addressed_event.ts";
import type { Commit } from "../store/commit.ts";

/**
 * The result of a successful action. The reply is sent first, then the events that the rooms derive from `change`, then
 * `events`; `afterReply` is called last.
 */
export interface Outcome<A extends ActionName = ActionName> {
  reply: Replies[A];
  events?: AddressedEvent[];
  change?: Change;
  afterReply?: () => void;
  /** The user who logged in. */
  user?: User;
}

/** A settled result. A function is the last step of an action: nothing else runs between it and the reply. */
export type Settled<A extends ActionName = ActionName> =
  | Outcome<A>
  | Commit<Outcome<A>>
  | (() => Outcome<A>);

export type Result<A extends ActionName = ActionName> = Settled<A> | Promise<Settled<A>>;
