/** The view of a connection that rooms and dispatch have. */
export interface Peer {
  /** An id that is unique while the server runs. */
  readonly id: number;
  /** The network address without the port; logins are throttled by it. */
  readonly address: string;
  /** Whether it is the operator's own: it gives `-` for an admin's token. */
  readonly operator?: true;
  /** True once nothing more can be sent. */
  readonly closed: boolean;
  /** Set on a login or a valid token, once admitted: from then on the connection is not closed for being idle. */
  trusted: boolean;
  /**
   * Counts the connection among those that have shown a token of this account.
   * @returns false when the account has as many as one may
   */
  admit(accountId: number): boolean;
  /** Queues one encoded line, including its LF. */
  send(line: Uint8Array): void;
}
