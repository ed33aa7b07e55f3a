const CODES: ReadonlySet<unknown> = new Set(["invalid_token", "token_expired"]);

/** Reports whether the code of an error or problem says that the token was logged out, has expired or was never valid. */
export function tokenIsGone(reason: unknown): boolean {
  return reason instanceof Object && "code" in reason && CODES.has(reason.code);
}
