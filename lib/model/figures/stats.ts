/** How the server's regular backups go; times in ISO 8601. */
export interface BackupStatus {
  last_ok_at: string | null;
  /** Why the last one failed; null if it didn't. */
  last_error: string | null;
  next_at: string | null;
}

/** The state of a server now (docs/PROTOCOL.md, "Actions: service and admin"). */
export interface Stats {
  connections: number;
  /** Connections that are in a room. */
  entered: number;
  /** Messages that somebody wrote, deleted ones included. */
  messages: number;
  users: number;
  projects: number;
  tasks: number;
  uptime_s: number;
  /** Answered since the start. */
  requests: number;
  /** The number of these that failed. */
  errors: number;
  store_bytes: number;
  log_bytes: number;
  version: string;
  /** Null where none are made regularly. */
  backup: BackupStatus | null;
}

/** A minute of a server. */
export interface MinuteFigures {
  /** Its beginning, in ISO 8601. */
  at: string;
  /** The most at once. */
  connections: number;
  messages: number;
  requests: number;
  /** The median of the delivery times in milliseconds; null if nothing was delivered. */
  delivery_p50_ms: number | null;
  delivery_p99_ms: number | null;
  store_bytes: number;
  log_bytes: number;
}

/** Consecutive minutes by figure, from `since` on; null for a minute in which the server didn't run to its end. */
export type MinuteLists =
  & { since: string }
  & { [K in keyof Omit<MinuteFigures, "at">]: (number | null)[] };

/** The figures in the order of the protocol. */
export const MINUTE_FIGURES = [
  "connections",
  "messages",
  "requests",
  "delivery_p50_ms",
  "delivery_p99_ms",
  "store_bytes",
  "log_bytes",
] as const satisfies (keyof MinuteFigures)[];

/** The most minutes that are kept and asked for: a day. */
export const MAX_MINUTES = 1_440;
