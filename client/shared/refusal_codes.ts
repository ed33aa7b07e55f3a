import { DISTRUSTS } from "./distrust.ts";

/** Errors after which the request may have been carried out all the same. */
const UNKNOWN = new Set<string>(["unreachable", "internal"]);

/** Errors of requests that were not carried out, and that may succeed later by themselves. */
const LATER = new Set<string>([...DISTRUSTS, "unavailable", "rate_limited", "server_full"]);

/** Errors of requests that were not carried out, and that may succeed after logging in again. */
const LOGIN = new Set<string>(["invalid_token", "token_expired"]);

/** The meaning of an error for the message that was being sent. */
export type Failure = "unknown" | "later" | "login" | "refused";

/** `refused`: sending the same message again can't succeed. */
export function failureOf(code: string): Failure {
  if (UNKNOWN.has(code)) return "unknown";
  if (LATER.has(code)) return "later";
  return LOGIN.has(code) ? "login" : "refused";
}

/** Whether sending the same message again can't succeed. */
export function isFinalRefusal(code: string): boolean {
  return failureOf(code) === "refused";
}
