import { ChungError } from "../../lib/errors.ts";

/** Whether the server said that the token is no longer good: logged out, expired, or never valid. */
export function tokenIsGone(error: unknown): boolean {
  return error instanceof ChungError &&
    (error.code === "invalid_token" || error.code === "token_expired");
}
