import { DISTRUSTS } from "./distrust.ts";

/** Errors that may not occur on a later try. */
const PASSING = new Set<string>([
  "unreachable",
  ...DISTRUSTS,
  "unavailable",
  "internal",
  "rate_limited",
  "server_full",
  // May succeed after logging in again.
  "invalid_token",
  "token_expired",
]);

/** Whether sending the same message again can't succeed. */
export function isFinalRefusal(code: string): boolean {
  return !PASSING.has(code);
}
