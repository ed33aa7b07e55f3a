import { DISTRUSTS } from "./distrust.ts";

/** Errors that a later try may not meet. */
const PASSING = new Set<string>([
  "unreachable",
  ...DISTRUSTS,
  "unavailable",
  "internal",
  "rate_limited",
  "server_full",
  // After logging in again.
  "invalid_token",
  "token_expired",
]);

/** Whether sending the same message again can't help: it has to be changed first. */
export function isFinalRefusal(code: string): boolean {
  return !PASSING.has(code);
}
