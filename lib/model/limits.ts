/** The limits of docs/PROTOCOL.md, "Limits"; each is a server option. */
export interface Limits {
  /** Longest request line in bytes, with its LF. */
  maxLine: number;
  /** Longest username in characters. */
  maxUsername: number;
  /** Shortest password in characters (Unicode code points). */
  minPassword: number;
  /** Longest password in bytes of UTF-8; at most 72, where bcrypt stops reading. */
  maxPassword: number;
  /** Longest project name in characters (Unicode code points). */
  maxProjectName: number;
  /** Longest message in characters (Unicode code points), after trimming. */
  maxMessage: number;
  /** Life of a token in seconds. */
  tokenSeconds: number;
  /** Simultaneous connections. */
  maxConnections: number;
  /** Simultaneous connections from one address; loopback is exempt. */
  maxConnectionsPerAddress: number;
  /** New connections from one address in a minute; loopback is exempt. */
  maxNewConnections: number;
  /** Failed logins in a row, for one name from one address, before it has to wait. */
  maxFailedLogins: number;
  /** First wait after too many failed logins, in seconds; it doubles with each further failure. */
  loginWaitSeconds: number;
  /** Longest such wait, in seconds. */
  maxLoginWaitSeconds: number;
  /** Silence in seconds after which a connection is closed that has not shown a valid token. */
  idleSeconds: number;
  /** How long in seconds a line may take to come to its end, on a connection that has not shown a valid token. */
  lineSeconds: number;
  /** Unread output of one connection in bytes. */
  maxOutput: number;
}

export const DEFAULT_LIMITS: Readonly<Limits> = {
  maxLine: 65_536,
  maxUsername: 32,
  minPassword: 8,
  maxPassword: 72,
  maxProjectName: 255,
  maxMessage: 16_000,
  tokenSeconds: 7 * 24 * 60 * 60,
  maxConnections: 1_024,
  maxConnectionsPerAddress: 256,
  maxNewConnections: 600,
  maxFailedLogins: 10,
  loginWaitSeconds: 30,
  maxLoginWaitSeconds: 15 * 60,
  idleSeconds: 10 * 60,
  lineSeconds: 60,
  maxOutput: 8 * 1024 * 1024,
};

/** Messages on one page of `enter` or `history`, at most. */
export const PAGE_MESSAGES = 1_000;

/** Text on one page of `enter` or `history` in bytes of UTF-8, at most, but for the first message. */
export const PAGE_BYTES = 1024 * 1024;

/** Messages that a `search` finds, at most; their text ends as a page's does. */
export const SEARCH_RESULTS = 100;
