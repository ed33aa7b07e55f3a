/** Limits that are server options (docs/PROTOCOL.md, "Limits"). */
export interface Limits {
  /** Maximum length of a request line in bytes, including its LF. */
  maxLine: number;
  /** Maximum length of a username in characters. */
  maxUsername: number;
  /** Maximum length of a display name in characters (Unicode code points). */
  maxName: number;
  /** Minimum length of a password in characters (Unicode code points). */
  minPassword: number;
  /** Maximum length of a password in bytes of UTF-8; at most 72, where bcrypt stops reading. */
  maxPassword: number;
  /** Maximum length of a project name in characters (Unicode code points). */
  maxProjectName: number;
  /** Maximum number of projects that one account can make. */
  maxProjects: number;
  /** Maximum length of a task's title in characters (Unicode code points). */
  maxTitle: number;
  /** Maximum length of a task's notes in characters (Unicode code points). */
  maxNotes: number;
  /** Maximum length of a message in characters (Unicode code points), after trimming. */
  maxMessage: number;
  /** Lifetime of a token in seconds. */
  tokenSeconds: number;
  /** Maximum number of simultaneous connections. */
  maxConnections: number;
  /** Maximum number of simultaneous connections from one address; loopback is exempt. */
  maxConnectionsPerAddress: number;
  /** Maximum number of simultaneous connections that have shown a token of one account; on loopback too. */
  maxConnectionsPerAccount: number;
  /** Maximum number of new connections from one address per minute; loopback is exempt. */
  maxNewConnections: number;
  /** Failed logins in a row for one name from one address before further attempts have to wait. */
  maxFailedLogins: number;
  /** First wait after too many failed logins, in seconds; it doubles with each further failure. */
  loginWaitSeconds: number;
  /** Maximum wait after failed logins, in seconds. */
  maxLoginWaitSeconds: number;
  /** Seconds of silence after which a connection without a valid token is closed. */
  idleSeconds: number;
  /** Seconds within which a connection without a valid token has to complete a line. */
  lineSeconds: number;
  /** Maximum unread output of one connection in bytes. */
  maxOutput: number;
}

export const DEFAULT_LIMITS: Readonly<Limits> = {
  maxLine: 65_536,
  maxUsername: 32,
  maxName: 64,
  minPassword: 8,
  maxPassword: 72,
  maxProjectName: 255,
  maxProjects: 1_000,
  maxTitle: 255,
  maxNotes: 16_000,
  maxMessage: 16_000,
  tokenSeconds: 7 * 24 * 60 * 60,
  maxConnections: 1_024,
  maxConnectionsPerAddress: 256,
  maxConnectionsPerAccount: 64,
  maxNewConnections: 600,
  maxFailedLogins: 10,
  loginWaitSeconds: 30,
  maxLoginWaitSeconds: 15 * 60,
  idleSeconds: 10 * 60,
  lineSeconds: 60,
  maxOutput: 8 * 1024 * 1024,
};

/** Maximum number of messages on a page of `enter` or `history`. */
export const PAGE_MESSAGES = 1_000;

/** Maximum text on a page of `enter` or `history` in bytes of UTF-8; the first message may exceed it. */
export const PAGE_BYTES = 1024 * 1024;

/** Maximum number of projects on a page of `projects` and `watch`. */
export const PAGE_PROJECTS = 200;

/** Maximum number of characters (Unicode code points) of the last message in a list of projects. */
export const LISTED_TEXT = 200;

/** Maximum number of messages that `search` returns; their text is limited like a page's. */
export const SEARCH_RESULTS = 100;

/** Maximum number of tasks on a page of `tasks` and `my_tasks`; their text is limited like a page's. */
export const PAGE_TASKS = 1_000;

/** Maximum number of changes on a page of `task_history`. */
export const PAGE_CHANGES = 1_000;
