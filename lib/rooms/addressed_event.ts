import type { EventOf, EventType } from "../protocol/events.ts";

/**
 * The connections that an event is for, as plain data: projects, users and connections by their ids. Each connection
 * gets the event once.
 */
export type Address =
  /** All in this room, except one connection or one user; with `watchers`, also those who watch the project. */
  | { projectId: number; exceptConnection?: number; exceptUser?: number; watchers?: true }
  /** The connections on which these users watch their projects. */
  | { watchersOf: readonly number[] }
  | { connections: readonly number[] };

interface Delivery {
  /** The username of who caused it, for the audit log; null for nobody. */
  by: string | null;
  to: Address;
  /** False for what the audit log leaves out. */
  recorded?: false;
}

/** An event of one of these types, with its address. */
export type AddressedEvent<T extends EventType = EventType> = EventOf<T> & Delivery;
