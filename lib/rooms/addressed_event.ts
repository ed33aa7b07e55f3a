import type { EventOf, EventType } from "../protocol/events.ts";

/**
 * The connections to which an event is sent, as plain data: projects, users and connections by their ids. Each
 * connection receives the event once.
 */
export type Address =
  /**
   * Everyone in this room, except one connection or one user; with `watchers`, also everyone watching the project, or
   * the connections on which these users watch.
   */
  | {
    projectId: number;
    exceptConnection?: number;
    exceptUser?: number;
    watchers?: true | readonly number[];
  }
  /** The connections on which these users watch their projects. */
  | { watchersOf: readonly number[] }
  | { connections: readonly number[] };

interface Delivery {
  /** The username of the user who caused the event, for the audit log; null when no user did. */
  by: string | null;
  to: Address;
  /** False for an event that is not audited. */
  recorded?: false;
}

/** An event of one of these types, with its addressees. */
export type AddressedEvent<T extends EventType = EventType> = EventOf<T> & Delivery;
