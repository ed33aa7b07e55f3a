/** A connection as rooms and dispatch see it. */
export interface Peer {
  /** Unique while the server runs. */
  readonly id: number;
  /** The network address without the port: logins are throttled by it. */
  readonly address: string;
  /** True once nothing more can be sent. */
  readonly closed: boolean;
  /** Set when it logs in or shows a valid token: silence is then no reason to close it. */
  trusted: boolean;
  /** Queues one encoded line with its LF. */
  send(line: Uint8Array): void;
}
