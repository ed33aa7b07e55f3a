/** Errors that a later try may not meet. */
const PASSING = new Set([
  "unreachable",
  "unavailable",
  "internal",
  "rate_limited",
  "server_full",
]);

/** Whether sending the same message again can't help: it has to be changed first. */
export function isRefused(code: string): boolean {
  return !PASSING.has(code);
}
