import type { User } from "../user.ts";

/** An account as admins see it (docs/PROTOCOL.md, `users`). Times are ISO 8601 UTC with milliseconds. */
export interface ListedUser extends User {
  created_at: string;
  disabled: boolean;
  /** Null for one who has never logged in. */
  last_seen_at: string | null;
}

/** A login as its user sees it (docs/PROTOCOL.md, `sessions`). Times are ISO 8601 UTC with milliseconds. */
export interface ListedSession {
  /** The beginning of the id that is stored; not the token's. */
  id: string;
  created_at: string;
  last_used_at: string;
  /** The network address that it was used from last; empty for a login from before these were kept. */
  address: string;
  /** Whether it is the one that asks. */
  current: boolean;
}

/** Characters of a session's id that lists show. */
export const SESSION_ID_LENGTH = 12;
