import type { User } from "./user.ts";

/** The user and lifetime of a valid token. */
export interface Session {
  /** The token's `jti`. */
  id: string;
  user: User;
  /** Unix time in seconds. */
  expiresAt: number;
}
