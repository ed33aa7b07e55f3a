import type { User, UserRole } from "../model/user.ts";
import type { Invitation } from "../model/accounts/invitation.ts";

/**
 * A user to be created. Here and below, times are in Unix milliseconds, except a session's `expiresAt`, which is in
 * seconds as in its token.
 */
export interface NewUser {
  username: string;
  passwordHash: string;
  /** The stored form of the code that invites them; left out where anybody may register. */
  invitation?: string;
  at: number;
}

/** A login. Its secrets are in their stored forms: lib/model/accounts/stored_secret.ts. */
export interface NewSession {
  id: string;
  userId: number;
  /** The hash that the password was compared with; left out if it need not be the present one. */
  passwordHash?: string;
  /** The network address of the login. */
  address?: string;
  at: number;
  expiresAt: number;
}

/** A request to end a session before it expires. */
export interface SessionEnd {
  id: string;
  at: number;
}

/** A use of a session: the latest of the last minute. */
export interface SessionUse {
  id: string;
  address: string;
  at: number;
}

/** The id of the admin who asks for a change, which is refused if they are none any more; null for the operator. */
export type Admin = number | null;

export interface NewPassword {
  username: string;
  passwordHash: string;
  /** The user's own session that asks for it and goes on; or the admin, and then all sessions end. */
  by: { session: string } | { admin: Admin };
  at: number;
}

export interface NewInvitation {
  /** In its stored form. */
  code: string;
  uses: number;
  admin: Admin;
  at: number;
  /** Unix milliseconds. */
  expiresAt: number;
}

/** A changed account, and the sessions that the change has ended. */
export interface ChangedUser {
  user: User;
  ended: string[];
}

/** The writes of accounts: docs/PROTOCOL.md, "Actions: service and admin". The codes are as in `Writes`. */
export interface AccountWrites {
  /** `invalid_invitation`, `username_taken`: also one that looks like another user's display name */
  createUser: { input: NewUser; output: User };
  /** `account_disabled`; `bad_credentials` where the password was changed since it was compared */
  createSession: { input: NewSession; output: void };
  /** The output is true if this write ended the session. */
  endSession: { input: SessionEnd; output: boolean };
  /** Ends the session of a user whose id begins so. `session_not_found` */
  endUserSession: { input: { userId: number; prefix: string; at: number }; output: string };
  noteSessionUses: { input: { uses: SessionUse[] }; output: void };
  /** Null for no name. `projects`: all that the user is in. `name_taken` */
  setName: {
    input: { userId: number; name: string | null };
    output: { user: User; changed: boolean; projects: number[] };
  };
  /** `invalid_token` (the session has ended), `forbidden`, `user_not_found` */
  setPassword: { input: NewPassword; output: ChangedUser };
  /** `forbidden`, `user_not_found`, `last_admin` */
  setRole: { input: { username: string; role: UserRole; admin: Admin }; output: User };
  /** Disabling ends every session. `forbidden`, `user_not_found`, `last_admin` */
  setDisabled: {
    input: { username: string; disabled: boolean; admin: Admin; at: number };
    output: ChangedUser;
  };
  /** `forbidden` */
  createInvitation: { input: NewInvitation; output: Invitation };
  /** `forbidden`, `invitation_not_found` */
  revokeInvitation: { input: { id: number; admin: Admin; at: number }; output: void };
}
