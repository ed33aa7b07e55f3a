import type { EventOf, EventType } from "../protocol/events.ts";

/**
 * The connections that an event is for, as data, so that it could leave the process; each gets it once. Connections
 * are named by `Peer.id`.
 */
export type Address =
  /** Everyone in this room but one connection, or but one user; with `watchers` also whoever watches the project. */
  | { projectId: number; exceptConnection?: number; exceptUser?: number; watchers?: true }
  /** The connections on which these users, by id, watch their projects. */
  | { watchersOf: readonly number[] }
  | { connections: readonly number[] };

/** An event on its way (docs/PROTOCOL.md, "Events"). */
export type AddressedEvent<T extends EventType = EventType> = EventOf<T> & {
  /** The username of who caused it, for the audit log; null for nobody. */
  by: string | null;
  to: Address;
  /** Of a `chat` event: a connection that has this message already doesn't get it again. */
  messageId?: number;
  /** False for what the audit log leaves out. */
  recorded?: false;
};
