import { ChungError } from "../errors.ts";
import { composedPassword } from "./accounts/composed_password.ts";
import type { Limits } from "./limits.ts";

export type UserRole = "user" | "admin";

/** A user with an account (docs/PROTOCOL.md, "Objects"). */
export interface User {
  id: number;
  /** Spelled as registered; unique regardless of case. */
  username: string;
  role: UserRole;
  /** The display name; absent where there is none. */
  name?: string;
}

/** An account as stored; never leaves the server. */
export interface Account extends User {
  passwordHash: string;
  disabled: boolean;
}

/** A login; valid as long as its token. */
export interface StoredSession {
  /** The SHA-256 of the token's `jti`, in hexadecimal. */
  id: string;
  user: User;
  disabled: boolean;
  /** Unix time in seconds, as in the token's `exp`. */
  expiresAt: number;
  ended: boolean;
}

/** @throws {ChungError} `invalid_username` */
export function assertUsername(username: string, limits: Limits): void {
  if (
    username.length > limits.maxUsername ||
    !/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(username)
  ) {
    throw new ChungError(
      "invalid_username",
      `a username has 1 to ${limits.maxUsername} of A-Z a-z 0-9 . _ - and begins and ends with a letter or digit`,
    );
  }
}

/**
 * The limits are those of the form that is hashed: NFC (lib/auth/passwords.ts).
 * @throws {ChungError} `invalid_password`
 */
export function assertPassword(password: string, limits: Limits): void {
  const composed = composedPassword(password);
  const fits = composed !== null && [...composed].length >= limits.minPassword &&
    new TextEncoder().encode(composed).length <= limits.maxPassword;
  if (!fits) {
    throw new ChungError(
      "invalid_password",
      `a password has at least ${limits.minPassword} characters and at most ${limits.maxPassword} bytes (an accented letter has 2 or 3)`,
    );
  }
}
