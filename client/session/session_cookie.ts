import { cookieAttributes, portCookieName } from "./cookie_name.ts";
import { cookieValues } from "./cookie_values.ts";

/** A key of LoginTable. Nothing else is written to or read from the cookie. */
const KEY = /^[A-Za-z0-9_-]{43}$/;

const NAME = "chung_session";

/**
 * Returns the `Set-Cookie` value that keeps a login's key until `expiresAt` (ISO 8601, UTC), or until the browser closes
 * if that is no valid time. The cookie is HttpOnly, so that no script can read it.
 * @throws {TypeError} if it is no key
 */
export function sessionCookie(url: URL, key: string, expiresAt: string): string {
  if (!KEY.test(key)) throw new TypeError("not a key of a login");
  const expires = new Date(expiresAt);
  const until = Number.isNaN(expires.getTime()) ? "" : `; Expires=${expires.toUTCString()}`;
  return `${portCookieName(url, NAME)}=${key}; ${cookieAttributes(url)}${until}`;
}

/** Returns the `Set-Cookie` value that deletes the key from the browser. */
export function clearedSessionCookie(url: URL): string {
  return `${portCookieName(url, NAME)}=; ${cookieAttributes(url)}; Max-Age=0`;
}

/** Whether a response sets the key of a login, or deletes it. */
export function setsSessionCookie({ headers }: Response, url: URL): boolean {
  const name = `${portCookieName(url, NAME)}=`;
  return headers.getSetCookie().some((cookie) => cookie.startsWith(name));
}

/** Whether the browser sent something that should be a key. */
export function hasSessionCookie(request: Request): boolean {
  return cookieValues(request, portCookieName(new URL(request.url), NAME)).length > 0;
}

/** Returns the keys that the browser sent, which anybody can invent. */
export function readSessionCookie(request: Request): string[] {
  return cookieValues(request, portCookieName(new URL(request.url), NAME)).filter((key) =>
    KEY.test(key)
  );
}
