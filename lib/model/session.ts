import type { User } from "./user.ts";

/** Who a valid token stands for. */
export interface Session {
  /** The token's `jti`. */
  id: string;
  user: User;
  /** Unix time in seconds. */
  expiresAt: number;
}
