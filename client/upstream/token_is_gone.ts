const CODES: ReadonlySet<unknown> = new Set(["invalid_token", "token_expired"]);

/** Whether an error or a problem says that the token is no longer good: logged out, expired, or never valid. */
export function tokenIsGone(reason: unknown): boolean {
  return reason instanceof Object && "code" in reason && CODES.has(reason.code);
}
