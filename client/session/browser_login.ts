import type { Login, LoginTable } from "./login_table.ts";
import { clearedSessionCookie, readSessionCookie, sessionCookie } from "./session_cookie.ts";

/** Adds a login in place of the browser's earlier one; returns the `Set-Cookie` value that gives the browser its key. */
export function logIn(logins: LoginTable, request: Request, login: Login): string {
  const key = logins.add(login);
  removeLogins(logins, request);
  return sessionCookie(new URL(request.url), key, login.expires_at);
}

/** Removes the browser's login; returns the `Set-Cookie` value that deletes its key. */
export function logOut(logins: LoginTable, request: Request): string {
  removeLogins(logins, request);
  return clearedSessionCookie(new URL(request.url));
}

function removeLogins(logins: LoginTable, request: Request): void {
  for (const key of readSessionCookie(request)) logins.remove(key);
}
