/** An invitation to make an account (docs/PROTOCOL.md, "Actions: service and admin"). */
export interface Invitation {
  id: number;
  /** How many accounts it is good for. */
  uses: number;
  used: number;
  /** ISO 8601 UTC with milliseconds. */
  expires_at: string;
  /** The username of who made it; null for the operator. */
  by: string | null;
}

/** How many accounts one invitation is good for, and for how many days, at most. */
export const MAX_INVITATION_USES = 1_000;
export const MAX_INVITATION_DAYS = 365;

/** The same where nothing is said. */
export const INVITATION_USES = 1;
export const INVITATION_DAYS = 7;
