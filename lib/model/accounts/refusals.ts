import { ChungError } from "../../errors.ts";

/** Refusals about accounts that both the actions and the store's writes answer with, each with its one text. */

export function badCredentials(): ChungError {
  return new ChungError("bad_credentials", "wrong username or password");
}

export function accountDisabled(): ChungError {
  return new ChungError(
    "account_disabled",
    "this account is disabled: ask the server's administrator",
  );
}

export function forbidden(): ChungError {
  return new ChungError("forbidden", "only an admin of this server may do this: ask one");
}

export function userNotFound(username: string): ChungError {
  return new ChungError("user_not_found", `there is no user ${username}: users lists all`);
}

export function invalidToken(): ChungError {
  return new ChungError(
    "invalid_token",
    "this token is not valid, or was logged out: log in again",
  );
}

export function usernameTaken(username: string): ChungError {
  return new ChungError("username_taken", `the name ${username} is taken: choose another`);
}

export function invalidInvitation(): ChungError {
  return new ChungError(
    "invalid_invitation",
    "this invitation is not valid, or was used up: ask an admin for another",
  );
}
