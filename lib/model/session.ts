import type { User } from "./user.ts";

/** The user and lifetime of a valid token. */
export interface Session {
  /** As stored: the SHA-256 of the token's `jti`, in hexadecimal. */
  id: string;
  user: User;
  /** Unix time in seconds. */
  expiresAt: number;
  /** Its use that was noted last (lib/auth/session_uses.ts). */
  noted?: { at: number; address: string };
}
