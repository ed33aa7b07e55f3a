import type { Peer } from "./peer.ts";

/** Whom an event is for; each connection gets it once. */
export type Receivers =
  /** All who are in this room but one connection, or but one user; with `watchers` also who watches the project. */
  | { projectId: number; except?: Peer; exceptUser?: number; watchers?: true }
  /** The connections on which these users, by id, watch their projects. */
  | { watchersOf: readonly number[] }
  | { peers: readonly Peer[] };

/** An event on its way (docs/PROTOCOL.md, "Events"). */
export interface AddressedEvent {
  type: string;
  data: unknown;
  /** The username of who caused it, for the audit log; null for nobody. */
  by: string | null;
  to: Receivers;
  /** Of a `chat` event: who has this message already doesn't get it again. */
  messageId?: number;
  /** False for what the audit log leaves out. */
  recorded?: false;
}
