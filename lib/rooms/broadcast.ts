import type { Peer } from "./peer.ts";

/** An event on its way (docs/PROTOCOL.md, "Events"). */
export interface Broadcast {
  type: string;
  data: unknown;
  /** The username of who caused it, for the audit log; null for nobody. */
  by: string | null;
  /** All who are in this room but `except`, or one connection alone. */
  to: { projectId: number; except?: Peer } | { peer: Peer };
  /** Of a `chat` event: who has this message already doesn't get it again. */
  messageId?: number;
}
